import { cp, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Ended, fleetnet, needBuild, repository } from './bin.ts'

/**
 * A folder a case below test/fixtures/cli:
 *
 *   command    one line: fleetnet and its arguments; '…' keeps words together
 *   expected   exit code, standard output, standard error
 *   files/     the working folder, if it holds anything
 */
const casesFolder = fileURLToPath(new URL('../fixtures/cli/', import.meta.url))

export const caseNames = async (): Promise<string[]> => (await readdir(casesFolder)).toSorted()

/** Words of a command line; quotes keep spaces. */
const wordsOf = (line: string): string[] => [...line.trim().matchAll(/'(?<quoted>[^']*)'|(?<plain>\S+)/g)].map(({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? '')

/** What differs from run to run or machine to machine, named: the working folder, run ids, times. */
const settled = (text: string, folder: string): string =>
  text
    .replaceAll(folder, 'FOLDER')
    .replaceAll(repository, 'PACKAGE/')
    .replace(/\b\d{4}-[0-9a-f]{4}\b/g, 'RUN')
    .replace(/\b\d\d:\d\d:\d\d\b/g, 'TIME')
    .replace(/\b\d{4}-\d\d-\d\d [+-]\d\d:\d\d/g, 'DATE')
    .replace(/\b\d+(?:\.\d+)? ?s\b/g, 'SECONDS')
    .replace(/[ \t]+$/gm, '')

const describe = ({ code, stdout, stderr }: Ended, folder: string): string =>
  [`exit ${code ?? 'by a signal'}`, '--- stdout', settled(stdout, folder), '--- stderr', settled(stderr, folder)].join('\n').replace(/\n+$/, '\n')

export interface CaseRun {
  readonly ended: Ended
  readonly described: string
  /** Everything that the command left in its working folder and was not there before. */
  readonly made: readonly string[]
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : []))

/** Runs a case in a fresh copy of its files. */
export const runCase = async (name: string): Promise<CaseRun> => {
  await needBuild()
  const [program, ...words] = wordsOf(await readFile(join(casesFolder, name, 'command'), 'utf8'))
  if (program !== 'fleetnet') throw new Error(`${name}/command does not begin with fleetnet`)
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-cli-')))
  const folder = join(parent, 'work')
  const home = await mkdtemp(join(parent, 'home-'))
  try {
    await cp(join(casesFolder, name, 'files'), folder, { recursive: true }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      await cp(home, folder, { recursive: true })
    })
    const before = new Set(await filesIn(folder))
    const ended = await fleetnet(words, { cwd: folder, home })
    return { ended, described: describe(ended, folder), made: (await filesIn(folder)).filter((file) => !before.has(file)) }
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
}

export const readExpected = async (name: string): Promise<string> => readFile(join(casesFolder, name, 'expected'), 'utf8')
export const writeExpected = async (name: string, text: string): Promise<void> => writeFile(join(casesFolder, name, 'expected'), text)
