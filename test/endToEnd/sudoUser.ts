// A user of one test alone, who becomes root through the machine's own sudo.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import type { ExecutionContext } from 'ava'
import { find } from '../transport/needs.ts'
import { sshd } from '../transport/openssh-server.ts'

export const canMakeUsers = process.getuid?.() === 0 && [sshd, find('sudo'), find('useradd'), find('chpasswd')].every((path) => path !== undefined)
export const whatUsersNeed = 'the packages sudo, openssh-server and passwd, as root'

export interface SudoUser {
  readonly name: string
  readonly password: string
  /** Replaces what sudo allows the user. Lines of sudoers. */
  allow(...lines: readonly string[]): void
}

export const newSudoUser = (t: ExecutionContext): SudoUser => {
  const name = `fleet${randomBytes(4).toString('hex')}`
  const password = `pw-${randomBytes(12).toString('base64url')}`
  const sudoers = `/etc/sudoers.d/${name}`
  execFileSync('useradd', ['--no-create-home', '--home-dir', '/', '--shell', '/bin/sh', name])
  t.teardown(() => {
    rmSync(sudoers, { force: true })
    // By force: what sshd still ends counts as logged in.
    execFileSync('userdel', ['--force', name], { stdio: 'ignore' })
  })
  execFileSync('chpasswd', { input: `${name}:${password}\n` })
  return {
    name,
    password,
    allow: (...lines) => {
      rmSync(sudoers, { force: true })
      if (lines.length > 0) writeFileSync(sudoers, lines.map((line) => `${line}\n`).join(''), { mode: 0o440 })
    },
  }
}
