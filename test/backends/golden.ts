import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Backend } from '../../src/model/backend.ts'
import { debianReleases, redHatReleases, type Facts, type FileFact, type Release } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import { bareFacts, fileFact, hostWith, linkFact } from './facts.ts'

const casesFolder = ({ name }: Backend): string => new URL(`../fixtures/${name}/`, import.meta.url).pathname
export const caseNames = (backend: Backend): string[] => readdirSync(casesFolder(backend)).toSorted()

export interface Case {
  readonly backend: Backend
  readonly folder: string
  readonly host: Host
  readonly facts: Facts
}

/** What a case comes to: files by path, and three short texts. */
export interface Outcome {
  readonly files: Readonly<Record<string, string>>
  readonly stale: string
  readonly activation: string
  readonly findings: string
}

/** All files below a folder, by their path on the host. */
export const readTree = (folder: string): Record<string, string> =>
  !existsSync(folder) ? {} : Object.fromEntries(globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile()).toSorted().map((name) => [`/${name}`, readFileSync(join(folder, name), 'utf8')]))

const asFacts = (tree: Readonly<Record<string, string>>): Record<string, FileFact> => Object.fromEntries(Object.entries(tree).map(([path, content]) => [path, fileFact(path, content)]))

const isRelease = (text: string): text is Release => [...redHatReleases, ...debianReleases].some((release) => release === text)

/** Running state beside the files: `links` as [name, what differs from a NIC that is up], `present` as paths of empty files, and parts of Facts. */
interface Running extends Partial<Omit<Facts, 'links'>> {
  readonly links?: readonly (readonly [string, Partial<Facts['links'][number]>])[]
  readonly present?: readonly string[]
}

export const readCase = (backend: Backend, name: string): Case => {
  const folder = join(casesFolder(backend), name)
  const release = readFileSync(join(folder, 'release'), 'utf8').trim()
  if (!isRelease(release)) throw new Error(`${name}/release: a release was expected, found ${release}`)
  const document: NetworkDocument = parse(readFileSync(join(folder, 'network.yaml'), 'utf8'))
  const { links = [], present = [], ...running }: Running = existsSync(join(folder, 'running.yaml')) ? parse(readFileSync(join(folder, 'running.yaml'), 'utf8')) : {}
  const empty = Object.fromEntries(present.map((path) => [path, '']))
  return {
    backend,
    folder,
    host: hostWith(completeNetwork(document)),
    facts: bareFacts(release, { ...running, links: links.map(([link, changes]) => linkFact(link, changes)), files: asFacts({ ...empty, ...readTree(join(folder, 'before')) }) }),
  }
}

/** The files that a host has once everything rendered is in place and everything stale is gone. */
export const applied = ({ backend, host, facts }: Case): Record<string, string> => {
  const context = { host, facts }
  const rendered = [...backend.render(context, { addresses: true }), ...backend.renderBonding(context, (path) => facts.files[path])]
  const stale = new Set(backend.stale(context))
  const kept = Object.entries(facts.files).filter(([path]) => !stale.has(path)).map(([path, file]) => [path, file.content])
  return { ...Object.fromEntries(kept), ...Object.fromEntries(rendered.map(({ path, content }) => [path, content])) }
}

/** Without files that are only there. */
export const shown = (files: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(files).filter(([, content]) => content !== ''))

const differing = (before: Readonly<Record<string, FileFact>>, after: Readonly<Record<string, string>>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path]?.content !== after[path]).toSorted()

export const outcomeOf = (example: Case): Outcome => {
  const { backend, host, facts } = example
  const files = applied(example)
  const { down, up, undoDown, undoUp, newDevices, touchedDevices } = backend.activation({ host, facts }, differing(facts.files, files))
  const commands = (label: string, list: typeof down): string[] => list.map(({ words, timeout }) => `${label}: ${words.join(' ')} (${timeout} s)`)
  return {
    files: shown(files),
    stale: backend.stale({ host, facts }).map((path) => `${path}\n`).join(''),
    activation: [...commands('down', down), ...commands('up', up), ...commands('undo down', undoDown), ...commands('undo up', undoUp), `new: ${newDevices.join(' ')}`, `touched: ${touchedDevices.join(' ')}`].map((line) => `${line.trimEnd()}\n`).join(''),
    findings: backend.check(host, facts).map(({ severity, rule, path, what, next }) => `${severity} ${rule ?? '-'} ${path}: ${what}. ${next}\n`).join(''),
  }
}

/** The case again, on a host that has its own result. */
export const secondRun = (example: Case): Case => ({ ...example, facts: { ...example.facts, files: asFacts(applied(example)) } })
