import { FleetError } from '../model/errors.ts'

/** sudo wants a terminal (Defaults requiretty, the default of RHEL 5 and 6). */
export const wantsTerminal = (stderr: string): boolean => /you must have a tty|no tty present/i.test(stderr)

/** Why sudo did not run the command, in words, from what it printed. LC_ALL=C, so the words are sudo's own. */
export const becomeError = (host: string, user: string, stderr: string, code: number | undefined): FleetError => {
  const said = lastLine(stderr)
  const details = { kind: 'become', host } as const
  if (/sudo: (command )?not found|sudo: No such file/i.test(stderr) || (code === 127 && !/^sudo:/m.test(stderr)))
    return new FleetError({
      ...details,
      what: 'there is no sudo on the host',
      next: [`install sudo, or log in as root: ssh.user: root and ssh.become: false`],
    })
  if (/not in the sudoers file|may not run sudo|not allowed to (execute|run)/i.test(stderr))
    return new FleetError({
      ...details,
      what: `sudo does not allow ${user} to run a command as root: ${said}`,
      next: [`with visudo on the host, let ${user} run /bin/sh as root`],
    })
  if (wantsTerminal(stderr))
    return new FleetError({
      ...details,
      what: `sudo wants a terminal and did not take the one that it got: ${said}`,
      next: [`on the host, with visudo: Defaults:${user} !requiretty`],
    })
  if (/incorrect password|try again|authentication fail/i.test(stderr)) return wrongPassword(host, user)
  return new FleetError({
    ...details,
    what: `sudo did not run the command${code === undefined ? '' : ` (status ${code})`}: ${said === '' ? 'it said nothing' : said}`,
    next: [`try it on the host, as ${user}: sudo -S /bin/sh -c id`],
  })
}

/** sudo wants a terminal, and sshd gives none (PermitTTY no). */
export const noTerminal = (host: string, user: string, why: string): FleetError =>
  new FleetError({
    kind: 'become',
    host,
    what: `sudo wants a terminal, and the host gives none: ${why}`,
    next: [`on the host, with visudo: Defaults:${user} !requiretty`, 'or allow terminals in its sshd_config: PermitTTY yes'],
  })

/** One refusal ends it: a second try could lock the account. */
export const wrongPassword = (host: string, user: string): FleetError =>
  new FleetError({
    kind: 'become',
    host,
    what: `sudo refused the password of ${user}`,
    next: ['it was tried once and is not tried again in this run, so that no account is locked', 'check ssh.becomePassword, then run again'],
  })

export const noPassword = (host: string, user: string): FleetError =>
  new FleetError({
    kind: 'become',
    host,
    what: `sudo asks for a password of ${user}, and the inventory names none`,
    next: ['set ssh.becomePassword to { prompt: true } or { env: NAME }, or ask for it with -K'],
  })

/** The password's reference could not be answered. Anything else, an operator who broke the question off, is passed on. */
export const passwordNotHad = (host: string, error: unknown): unknown =>
  error instanceof FleetError && error.kind === 'authentication'
    ? new FleetError({ kind: 'become', host, what: error.what, next: error.next, cause: error })
    : error

export const unusablePassword = (host: string, user: string): FleetError =>
  new FleetError({
    kind: 'become',
    host,
    what: `the sudo password of ${user} holds a line break or a NUL, which sudo cannot read`,
    next: ['check where ssh.becomePassword comes from'],
  })

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim().slice(0, 200) ?? ''
