import type { TestHost } from './rack.ts'

/** Every file of /etc with its checksum, but our own folder's and what a boot writes by itself. */
export type Files = ReadonlyMap<string, string>

const command = 'cd /etc && find . -path ./fleetnet -prune -o -type l ! -name mtab -printf "%p -> %l\\n" -o -type f ! -name "*.pid" ! -name .updated ! -name adjtime -exec cksum {} +'

/** @throws when the host does not answer */
export const filesOf = async (host: TestHost, address?: string): Promise<Files> => {
  const { code, stdout } = await host.ssh(command, { seconds: 60, ...(address === undefined ? {} : { address }) })
  if (code !== 0) throw new Error(`${host.name}: its files could not be read (exit ${code})`)
  return new Map(
    stdout
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const [sum = '', length = '', ...name] = line.split(' ')
        return length === '->' ? [sum, name.join(' ')] : [name.join(' '), `${sum} ${length}`]
      }),
  )
}

/** The paths in which two differ. */
export const differing = (left: Files, right: Files): string[] =>
  [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path)).toSorted()

/** Whether a host has all of the old files or all of the new ones; `mixed` names those that are neither or both. */
export const whichFiles = (found: Files, { before, after }: { readonly before: Files; readonly after: Files }): 'old' | 'new' | `mixed: ${string}` => {
  const fromBefore = differing(found, before)
  const fromAfter = differing(found, after)
  if (fromBefore.length === 0) return 'old'
  if (fromAfter.length === 0) return 'new'
  return `mixed: not as before: ${fromBefore.join(' ')}; not as after: ${fromAfter.join(' ')}`
}

const places = [
  '/etc/fleetnet/pending', '/etc/fleetnet/guard', '/etc/cron.d/fleetnet*', '/etc/systemd/system/fleetnet-*', '/etc/systemd/system/*/fleetnet-*', '/etc/init.d/fleetnet-guard', '/etc/rc*.d/*fleetnet*', '/etc/rc.d/rc*.d/*fleetnet*',
]

/** Empty when nothing of a transaction is left to decide, and nothing of ours runs; what is left, or that it could not be asked. */
export const leftovers = async (host: TestHost, address?: string): Promise<string> => {
  const { code, stdout } = await host.ssh(
    // The bracket keeps this very shell from being found.
    `ls -d ${places.join(' ')} 2>/dev/null; grep -sal "[f]leetnet/tx/" /proc/[0-9]*/cmdline; echo asked`,
    address === undefined ? {} : { address },
  )
  return code === 0 && stdout.endsWith('asked\n') ? stdout.slice(0, -'asked\n'.length).trim() : 'it could not be asked'
}
