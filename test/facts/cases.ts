import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestFunctions, mergeRequests, parseProbe, probeCommand, probeScript } from '../../src/facts/index.ts'
import type { Facts, FactsRequest } from '../../src/model/facts.ts'

const fixtures = fileURLToPath(new URL('../fixtures/facts/', import.meta.url))

export const nonce = '0123456789abcdef0123456789abcdef'

/** Shells that must all come to the same facts. */
export const shells = { dash: ['dash'], bash: ['bash', '--norc', '--posix'], busybox: ['busybox', 'sh'] } as const
export type Shell = keyof typeof shells

export const caseNames = (): string[] => readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'case.json'))).toSorted()

export const casePath = (name: string, file: string): string => join(fixtures, name, file)

/** What stands in case.json beside a tree. */
interface Case {
  /** SSH_CONNECTION */
  readonly session: string
  readonly request: Partial<FactsRequest>
  /** Services for which `service NAME status` ends with 0. */
  readonly running?: readonly string[]
  /** Files that have no place in a repository, by path: each character is a byte. */
  readonly files?: Readonly<Record<string, string>>
  readonly symlinks?: Readonly<Record<string, string>>
}

export const readCase = (name: string): Case => JSON.parse(readFileSync(casePath(name, 'case.json'), 'utf8')) as Case

export const requestOf = (name: string): FactsRequest => mergeRequests(readCase(name).request)

const tools = ['cat', 'stat', 'sha256sum', 'grep', 'readlink', 'sh', 'sleep', 'setsid']

const find = (tool: string): string => realpathSync(['/usr/bin', '/bin'].map((folder) => join(folder, tool)).find((path) => existsSync(path)) ?? `/usr/bin/${tool}`)

/** Permissions do not survive a checkout: files get 0644, folders 0755. */
const settleModes = (folder: string): void => {
  for (const name of readdirSync(folder, { encoding: 'buffer' })) {
    const path = Buffer.concat([Buffer.from(`${folder}/`), name])
    const status = lstatSync(path)
    if (status.isSymbolicLink()) continue
    chmodSync(path, status.isDirectory() ? 0o755 : 0o644)
    if (status.isDirectory()) settleModes(path.toString())
  }
}

/** A case's tree, made whole in a folder of its own: with the tools that a probe runs, and recorded output for those that read the kernel. */
export interface Tree {
  readonly root: string
  /** Adds or replaces a file. */
  readonly write: (path: string, content: string) => void
  readonly remove: (path: string) => void
  /** Replaces what `ip addr` prints. */
  readonly ipAddr: (change: (text: string) => string) => void
  readonly delete: () => void
}

export const makeTree = (name: string): Tree => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetnet-facts-'))
  const root = join(folder, 'a root')
  cpSync(casePath(name, 'root'), root, { recursive: true, verbatimSymlinks: true })
  const bytes = (path: string): Buffer => Buffer.from(path, 'latin1')
  const { files = {}, symlinks = {}, running = [] } = readCase(name)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), bytes(path)]), bytes(content))
  }
  for (const [path, target] of Object.entries(symlinks)) symlinkSync(target, join(root, path))
  settleModes(root)
  for (const place of ['bin', 'sbin']) mkdirSync(join(root, place), { recursive: true })
  for (const tool of tools) symlinkSync(find(tool), join(root, 'bin', tool))
  const standIn = (path: string, ...lines: readonly string[]): void => writeFileSync(join(root, path), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 })
  const recorded = (file: string): string => `cat '${join(folder, file)}'`
  for (const file of ['ip-addr.txt', 'ip-route.txt', 'systemctl.txt']) if (existsSync(casePath(name, file))) cpSync(casePath(name, file), join(folder, file))
  standIn('bin/id', 'echo 0')
  if (existsSync(join(folder, 'ip-addr.txt'))) standIn('sbin/ip', 'case $* in', `addr) ${recorded('ip-addr.txt')} ;;`, `route) ${recorded('ip-route.txt')} ;;`, '*) exit 255 ;;', 'esac')
  if (existsSync(join(folder, 'systemctl.txt'))) standIn('bin/systemctl', 'case $* in', `'show -p Id,LoadState,ActiveState,UnitFileState '*) ${recorded('systemctl.txt')} ;;`, '*) exit 1 ;;', 'esac')
  standIn('sbin/service', `case " ${running.join(' ')} " in *" $1 "*) [ "$2" = status ] ;; *) echo "$1 is stopped"; exit 3 ;; esac`)
  return {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    ipAddr: (change) => writeFileSync(join(folder, 'ip-addr.txt'), change(readFileSync(join(folder, 'ip-addr.txt'), 'utf8'))),
    delete: () => rmSync(folder, { recursive: true }),
  }
}

/** Runs the real probe. */
export const probe = (root: string, request: FactsRequest, shell: Shell, session = ''): Buffer => {
  const [command, ...words] = shells[shell]
  const result = spawnSync(command, [...words, '-c', probeCommand], {
    input: probeScript(request, { root, nonce }),
    env: { PATH: '/usr/bin:/bin', SSH_CONNECTION: session, LANG: 'de_DE.UTF-8', CDPATH: '/tmp', IFS: 'x' },
    maxBuffer: 32 * 1024 * 1024,
    timeout: 30_000,
  })
  if (result.error !== undefined) throw result.error
  if (result.status !== 0) throw new Error(`${shell} ended with ${result.status}: ${result.stderr.toString()}`)
  if (result.stderr.length > 0) throw new Error(`${shell} complained: ${result.stderr.toString()}`)
  return result.stdout
}

/** What a transaction computes. */
export const digestOf = (root: string, request: FactsRequest, shell: Shell): string => {
  const [command, ...words] = shells[shell]
  return spawnSync(command, [...words, '-c', `${digestFunctions(request, { root })}fleetnet_digest`], { encoding: 'utf8', timeout: 30_000 }).stdout.trim()
}

/** What differs from machine to machine and from run to run is taken out; then through JSON, as the expectation is. */
export const comparable = (facts: Facts): unknown => {
  const files = Object.fromEntries(Object.entries(facts.files).map(([path, file]) => [path, { ...file, uid: 0, gid: 0 }]))
  const unwritable = facts.unwritable === 'full' ? undefined : facts.unwritable
  return JSON.parse(JSON.stringify({ ...facts, files, unwritable, uptime: 0, digest: facts.digest.replace(/[0-9a-f]{64}$/, 'DIGEST') }))
}

/** A case's facts under one shell, and the bytes that they came from. */
export const runCase = (name: string, shell: Shell): { readonly facts: Facts; readonly output: Buffer } => {
  const tree = makeTree(name)
  try {
    const output = probe(tree.root, requestOf(name), shell, readCase(name).session)
    return { facts: parseProbe(output, nonce), output }
  } finally {
    tree.delete()
  }
}

/** Whether a shell is here; where continuous integration runs, it has to be. */
export const missingShell = (shell: Shell): boolean => spawnSync(shells[shell][0], [...shells[shell].slice(1), '-c', ':']).status !== 0
