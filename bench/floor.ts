import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { quote } from '../src/model/quote.ts'
import type { BenchHost } from './hosts.ts'

/** What a host's files shall be: by path, its content and mode; undefined for a file that goes. */
export type Wanted = ReadonlyMap<string, { readonly content: string; readonly mode: number } | undefined>

/** Commands that move the network: with the old files in place, and with the new ones. */
export interface CutOver {
  readonly down: readonly string[]
  readonly up: readonly string[]
}

/** The shell script that a person would write: every file by a here-document, one after another, and no way back. */
const scriptFor = (root: string, wanted: Wanted, { down, up }: CutOver): string => {
  const folders = [...new Set([...wanted.keys()].map((path) => quote(dirname(root + path))))]
  const writes = [...wanted].map(([path, file]) => {
    const target = quote(root + path)
    if (file === undefined) return `rm -f ${target}`
    return `cat >${target} <<'END OF FILE'\n${file.content.replace(/\n?$/, '\n')}END OF FILE\nchmod ${file.mode.toString(8)} ${target}`
  })
  return [...down, `mkdir -p ${folders.join(' ')}`, ...writes, ...up, ''].join('\n')
}

/** The floor's command lines for `sh -c`, and what they read: the hosts' addresses. */
export interface Floor {
  command(kind: 'files' | 'network', options?: readonly string[]): string
  readonly input: string
}

/** The floor: OpenSSH's client, 20 at a time, each with its host's script. */
export const prepareFloor = async (
  folder: string,
  hosts: readonly BenchHost[],
  wanted: ReadonlyMap<string, Wanted>,
  cutOver: CutOver,
  reach: { readonly port: number; readonly user: string; readonly identityFile: string; readonly knownHosts: string },
): Promise<Floor> => {
  const scripts = join(folder, 'floor')
  for (const kind of ['files', 'network'] as const) {
    await mkdir(join(scripts, kind), { recursive: true })
    const commands = kind === 'files' ? { down: [], up: [] } : cutOver
    for (const { name, listen, root } of hosts) await writeFile(join(scripts, kind, listen), scriptFor(root, wanted.get(name) ?? new Map(), commands))
  }
  const settings = [
    ...['-F', 'none', '-T', '-p', String(reach.port), '-l', reach.user, '-i', reach.identityFile],
    ...[`UserKnownHostsFile=${reach.knownHosts}`, 'GlobalKnownHostsFile=/dev/null', 'IdentitiesOnly=yes', 'IdentityAgent=none', 'BatchMode=yes', 'LogLevel=ERROR'].flatMap((option) => ['-o', option]),
  ]
  return {
    command: (kind, options = []) => `xargs -P 20 -I HOST sh -c ${quote(`exec ssh ${[...settings, ...options].map(quote).join(' ')} HOST sh -s <${quote(join(scripts, kind))}/HOST`)}`,
    input: hosts.map(({ listen }) => `${listen}\n`).join(''),
  }
}
