import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fixes, lintFiles, readFolder, releaseOfFiles, type LintFinding } from '../../src/lint/index.ts'
import { debianReleases, redHatReleases, type Release } from '../../src/model/facts.ts'

/**
 * A folder a case below test/fixtures/lint:
 *
 *   files/     what `--files` is given
 *   release    one word; without it the release is not known
 *   expected   the findings, and what --fix makes of the files
 */
const folder = fileURLToPath(new URL('../fixtures/lint/', import.meta.url))

export const caseNames = (): string[] => readdirSync(folder).toSorted()
export const casePath = (name: string, file: string): string => `${folder}${name}/${file}`

const releases: readonly Release[] = [...redHatReleases, ...debianReleases]

const releaseOf = (name: string): Release | undefined => {
  const text = existsSync(casePath(name, 'release')) ? readFileSync(casePath(name, 'release'), 'utf8').trim() : undefined
  const release = releases.find((known) => known === text)
  if (text !== undefined && release === undefined) throw new Error(`${name}/release: ${text} is no release`)
  return release
}

export interface CaseResult {
  readonly findings: readonly LintFinding[]
  readonly expected: string
}

const tell = ({ file, line, severity, code, what, reality, fix }: LintFinding): string => `${file}${line === undefined ? '' : `:${line}`}: ${severity} ${code}: ${what}\n  does: ${reality}\n  fix:  ${fix}\n`

export const runCase = async (name: string): Promise<CaseResult> => {
  const { trees, findings: unread, leftAlone } = await readFolder(casePath(name, 'files'))
  const subjects = trees.map(({ files, places }) => ({ places, subject: { files, release: releaseOf(name) ?? releaseOfFiles(files) } }))
  const findings = [...unread, ...subjects.flatMap(({ places, subject }) => lintFiles(subject).map((finding) => ({ ...finding, file: places[finding.file] ?? finding.file })))]
  const mended = subjects.flatMap(({ places, subject }) => fixes(subject).map(({ path, after }) => `=== ${places[path] ?? path}, mended\n${after}`))
  return { findings, expected: [...findings.map(tell), `left alone: ${leftAlone}\n`, ...mended].join('') }
}
