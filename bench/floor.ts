import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { quote } from '../src/model/quote.ts'
import type { BenchHost } from './hosts.ts'

/** What a host's files shall be: by path, its content and mode; undefined for a file that goes. */
export type Wanted = ReadonlyMap<string, { readonly content: string; readonly mode: number } | undefined>

/** The shell script that a person would write: every file by a here-document, one after another, and no way back. */
const scriptFor = (root: string, wanted: Wanted): string => {
  const folders = [...new Set([...wanted.keys()].map((path) => quote(dirname(root + path))))]
  const writes = [...wanted].map(([path, file]) => {
    const target = quote(root + path)
    if (file === undefined) return `rm -f ${target}`
    return `cat >${target} <<'END OF FILE'\n${file.content.replace(/\n?$/, '\n')}END OF FILE\nchmod ${file.mode.toString(8)} ${target}`
  })
  return ['set -e', `mkdir -p ${folders.join(' ')}`, ...writes, ''].join('\n')
}

/** The floor: OpenSSH's client, as many at a time as there are hosts (up to 20), each with its script. Words for a shell. */
export const prepareFloor = async (
  folder: string,
  hosts: readonly BenchHost[],
  wanted: ReadonlyMap<string, Wanted>,
  reach: { readonly port: number; readonly user: string; readonly identityFile: string; readonly knownHosts: string },
): Promise<{ commandWith(options: readonly string[]): string; readonly input: string }> => {
  const scripts = join(folder, 'floor')
  await mkdir(scripts, { recursive: true })
  for (const { name, listen, root } of hosts) await writeFile(join(scripts, listen), scriptFor(root, wanted.get(name) ?? new Map()))
  const settings = [
    ...['-F', 'none', '-T', '-p', String(reach.port), '-l', reach.user, '-i', reach.identityFile],
    ...[`UserKnownHostsFile=${reach.knownHosts}`, 'GlobalKnownHostsFile=/dev/null', 'IdentitiesOnly=yes', 'IdentityAgent=none', 'BatchMode=yes', 'LogLevel=ERROR'].flatMap((option) => ['-o', option]),
  ]
  return {
    commandWith: (options) => `xargs -P 20 -I HOST sh -c ${quote(`exec ssh ${[...settings, ...options].map(quote).join(' ')} HOST sh -s <${quote(scripts)}/HOST`)}`,
    input: hosts.map(({ listen }) => `${listen}\n`).join(''),
  }
}
