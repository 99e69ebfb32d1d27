import type { FileFact } from '../../model/facts.ts'
import { matchesGlob } from '../../model/glob.ts'
import { folder, mainFile } from './paths.ts'
import { readStanzas, type Source, type Stanza } from './stanzas.ts'

type Files = Readonly<Record<string, FileFact>>

/** All stanzas in the order in which ifup reads them, with the files that others source followed. */
export interface Interfaces {
  readonly stanzas: readonly Stanza[]
  /** Sources outside of what was read, or that need a shell: what they hold is not known. */
  readonly unread: readonly Source[]
}

/** A path relative to the folder of the file that sources it, without a slash at its end. */
const absolute = (pattern: string, path: string): string =>
  (pattern.startsWith('/') ? pattern : `${path.slice(0, path.lastIndexOf('/'))}/${pattern.replace(/^\.\//, '')}`).replace(/(?<=.)\/+$/, '')

/** Words that need a shell, and globs that nobody writes and that would take long to match. */
const isPlain = (pattern: string): boolean => !/[$`~{"'\\]/.test(pattern) && pattern.length <= 200 && pattern.split('*').length <= 4

/** Whether everything that a pattern can match was read: names in the folder, the folder itself, and a file that is there. */
const isRead = (pattern: string, files: Files): boolean =>
  isPlain(pattern) && (pattern === folder || pattern.slice(0, pattern.lastIndexOf('/')) === folder || Object.hasOwn(files, pattern))

/** Names that `source-directory` takes, and `source` of a folder. */
const plainName = /^[A-Za-z0-9_-]+$/

/** Whether a source takes a path of the folder. A leading dot is only matched by a dot. */
export const takes = ({ directory, path }: Source, pattern: string, candidate: string): boolean => {
  const own = absolute(pattern, path)
  const name = candidate.slice(candidate.lastIndexOf('/') + 1)
  if (directory || own === folder) return candidate === `${own}/${name}` && plainName.test(name)
  return candidate === own || (isPlain(own) && matchesGlob([own], candidate) && (!name.startsWith('.') || own.includes('/.')))
}

/** Follows /etc/network/interfaces; each file counts once. */
export const readInterfaces = (files: Files): Interfaces => {
  const stanzas: Stanza[] = []
  const unread: Source[] = []
  const seen = new Set<string>()
  const visit = (path: string): void => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined
    if (file === undefined || seen.has(path)) return
    seen.add(path)
    for (const stanza of readStanzas(path, file.content)) {
      stanzas.push(stanza)
      if (stanza.kind !== 'source') continue
      if (stanza.patterns.some((pattern) => !isRead(absolute(pattern, stanza.path), files))) unread.push(stanza)
      for (const pattern of stanza.patterns) for (const candidate of Object.keys(files).toSorted()) if (takes(stanza, pattern, candidate)) visit(candidate)
    }
  }
  visit(mainFile)
  return { stanzas, unread }
}

/** Whether a path in the folder is read by way of what the main file sources. */
export const isSourced = (stanzas: readonly Stanza[], path: string): boolean =>
  stanzas.some((stanza) => stanza.kind === 'source' && stanza.patterns.some((pattern) => takes(stanza, pattern, path)))
