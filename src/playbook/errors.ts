import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { FleetError, FleetErrors, type SourcePosition } from '../model/errors.ts'

const seeDocs = 'see docs/playbooks.md'

/** One sentence of a message: no further lines, not a whole list of what would have been right. */
const sentence = (message: string): string => {
  const line = message.split('\n', 1)[0] ?? ''
  return line.replace(/\. Expected .*$/, '').slice(0, 300)
}

/** `FILE:3`, the line, now and then with the one before, and a row that marks the place: how Node shows where source is wrong. */
const arrow = /^[^\n]*:(?<line>\d+)\n(?:[^\n]*\n){1,3}?(?<indent> *)\^+\n/

const placeOf = (shown: string, file: string): SourcePosition => {
  const { line, indent } = arrow.exec(shown)?.groups ?? {}
  return line === undefined ? { file } : { file, line: Number(line), column: (indent?.length ?? 0) + 1 }
}

/** What types stripping could not read. */
export const syntaxError = (error: unknown, file: string): FleetError => {
  const message = error instanceof Error ? error.message : String(error)
  const unsupported = error instanceof Error && 'code' in error && error.code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
  return new FleetError({
    kind: 'playbook',
    what: unsupported ? sentence(message) : `syntax error: ${sentence(message)}`,
    next: [unsupported ? 'types are only stripped: write what needs no compiler (no enums, namespaces or parameter properties)' : 'mend that line'],
    position: placeOf(error instanceof Error ? (error.stack ?? '') : '', file),
    cause: error,
  })
}

/** Where an early error of plain JavaScript is, which the engine tells only when it prints it: Node checks the source again. */
const findEarlyError = (file: string, source: string): SourcePosition => {
  const { stderr } = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], { input: source, encoding: 'utf8', timeout: 10_000 })
  return placeOf(stderr, file)
}

/** The innermost frame that is not ours: a line of the playbook, or of what it imports. */
const framesOf = (stack: string): SourcePosition[] =>
  [...stack.matchAll(/\(?(file:\/\/[^\s()]+?):(\d+):(\d+)\)?$/gm)].flatMap(([, url = '', line, column]) => [{ file: url, line: Number(line), column: Number(column) }])

/**
 * The line of the user's own file that an error came from, by its stack; undefined where it came from our code alone, which
 * makes it a bug of ours.
 */
export const userPosition = (error: unknown, isOwn: (url: string) => boolean): SourcePosition | undefined => {
  const frame = framesOf(error instanceof Error ? (error.stack ?? '') : '').find(({ file }) => !isOwn(file))
  return frame && { ...frame, file: fileURLToPath(frame.file) }
}

/** Whether the error was thrown by our own code, not by the user's. */
export const thrownByUs = (error: unknown, isOwn: (url: string) => boolean): boolean => {
  const first = framesOf(error instanceof Error ? (error.stack ?? '') : '')[0]
  return first !== undefined && isOwn(first.file)
}

/** What an operator reads of an error that loading a playbook ended in: where in the playbook, and one sentence. */
export const loadError = (error: unknown, file: string, options: { readonly isOwn: (url: string) => boolean; readonly sources: ReadonlyMap<string, string> }): FleetError | FleetErrors => {
  const position = userPosition(error, options.isOwn)
  if (error instanceof FleetErrors) return error
  if (error instanceof FleetError) {
    if (error.position !== undefined) return error
    return new FleetError({ kind: error.kind, what: error.what, next: error.next, position: position ?? { file }, cause: error, ...(error.step === undefined ? {} : { step: error.step }) })
  }
  const message = error instanceof Error ? sentence(error.message) : `it threw ${JSON.stringify(error) ?? String(error)}, which is not an error`
  if (error instanceof SyntaxError) {
    const shown = /^(file:[^\n]*):\d+\n/.exec(error.stack ?? '')?.[1]
    if (shown !== undefined) return new FleetError({ kind: 'playbook', what: message, next: [seeDocs], position: placeOf(error.stack ?? '', fileURLToPath(shown)), cause: error })
    for (const [url, source] of options.sources) {
      const found = findEarlyError(fileURLToPath(url), source)
      if (found.line !== undefined) return new FleetError({ kind: 'playbook', what: `syntax error: ${message}`, next: ['mend that line'], position: found, cause: error })
    }
    return new FleetError({ kind: 'playbook', what: `syntax error: ${message}`, next: ['mend the playbook'], position: { file }, cause: error })
  }
  if (error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')) {
    const [, missing, importer] = /^Cannot find (?:module|package) '([^']+)' imported from (.+)$/.exec(message) ?? []
    return new FleetError({
      kind: 'playbook',
      what: missing === undefined ? message : `there is no ${missing}, which it imports`,
      next: ['correct the import; a relative one needs its ending, such as ./sites.ts'],
      position: { file: importer ?? file },
      cause: error,
    })
  }
  return new FleetError({ kind: 'playbook', what: message, next: ['mend the playbook'], position: position ?? { file }, cause: error })
}
