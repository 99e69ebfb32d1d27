import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { FleetError } from '../model/errors.ts'
import type { EventListener, RunEvent } from '../model/events.ts'

/** A run's folder: `events.jsonl` (appended, synced), and a log a host. */
export interface Journal {
  readonly folder: string
  readonly listener: EventListener
  /** Resolves when all that was said so far is on the disk. Rejects when it could not be written. */
  synced(): Promise<void>
  close(): Promise<void>
}

const because = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A run that cannot be written down is not begun: nobody could resume it, or tell what it did. */
const unwritable = (folder: string, error: unknown): FleetError =>
  new FleetError({
    kind: 'disk',
    what: `a run is written down in ${folder}, and that cannot be done: ${because(error)}`,
    next: ['make .fleetnet a folder that you may write to, with room on its disk', 'or run from another folder'],
    cause: error,
  })

const logLine = (event: RunEvent): { host: string; text: string } | undefined => {
  switch (event.type) {
    case 'host-log':
      return { host: event.host, text: `${event.stage.padEnd(9)} ${event.text}` }
    case 'host-output':
      return { host: event.host, text: `output    ${event.text}` }
    case 'host-state':
      return { host: event.host, text: `state     ${event.state}${event.detail === undefined ? '' : `: ${event.detail}`}` }
    case 'host-armed':
      return { host: event.host, text: `armed     goes back by itself at ${event.backAt}` }
    case 'host-away':
      return { host: event.host, text: `probe     ${event.away ? 'it does not answer' : 'it answers again'}` }
    case 'host-planned':
      return { host: event.host, text: `planned   ${event.changes} changes\n${event.diff}` }
    case 'host-finished':
      return { host: event.host, text: `finished  ${event.outcome}${event.awaySeconds === undefined ? '' : `, address away ${event.awaySeconds} s +/- ${event.awayPlusMinus}`}${event.fault === undefined ? '' : `: ${event.fault.what}`}` }
    default:
      return undefined
  }
}

/**
 * Opens the journal of a run below `folder`, readable by its owner alone. Writes are gathered while one is under way,
 * so that thousands of hosts cost few system calls; a host's log is opened for each write, so that no descriptor is kept.
 */
export const openJournal = async (folder: string): Promise<Journal> => {
  const openEvents = async (): Promise<FileHandle> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return open(join(folder, 'events.jsonl'), 'a', 0o600)
  }
  const file = await openEvents().catch((error: unknown) => {
    throw unwritable(folder, error)
  })
  let lines: string[] = []
  let logs = new Map<string, string[]>()
  let writing: Promise<void> | undefined
  let failure: unknown
  const flush = async (): Promise<void> => {
    while (lines.length > 0 || logs.size > 0) {
      const text = lines.join('')
      const texts = logs
      lines = []
      logs = new Map()
      if (text !== '') {
        await file.appendFile(text)
        await file.datasync()
      }
      for (const [host, parts] of texts) {
        const log = await open(join(folder, `${host}.log`), 'a', 0o600)
        try {
          await log.appendFile(parts.join(''))
        } finally {
          await log.close()
        }
      }
    }
  }
  const start = (): void => {
    writing ??= flush().then(
      () => {
        writing = undefined
        if (lines.length > 0) start()
      },
      (error: unknown) => {
        writing = undefined
        failure = error
      },
    )
  }
  const synced = async (): Promise<void> => {
    start()
    await writing
    if (failure !== undefined)
      throw new FleetError({
        kind: 'disk',
        what: `the journal in ${folder} cannot be written: ${because(failure)}`,
        next: ['make room on that disk, or run from another folder'],
        cause: failure,
      })
  }
  return {
    folder,
    listener: (event) => {
      lines.push(`${JSON.stringify(event)}\n`)
      const log = logLine(event)
      if (log !== undefined) {
        const parts = logs.get(log.host) ?? []
        parts.push(`${event.time.slice(11, 19)} ${log.text}\n`)
        logs.set(log.host, parts)
      }
      start()
    },
    synced,
    close: async () => {
      try {
        await synced()
      } finally {
        await file.close()
      }
    },
  }
}

/** A run's events, one by one. A line that was cut by a power cut is passed over: only the last one can be. */
export async function* readJournal(folder: string): AsyncGenerator<RunEvent> {
  const lines = createInterface({ input: createReadStream(join(folder, 'events.jsonl')), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    const event = parseEvent(line)
    if (event !== undefined) yield event
  }
}

const parseEvent = (line: string): RunEvent | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'type' in value && 'time' in value ? (value as RunEvent) : undefined
  } catch {
    return undefined
  }
}

/** A JSON file of a run's folder; undefined when it is not there. */
export const readRunFile = async (folder: string, name: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new FleetError({ kind: 'usage', what: `${join(folder, name)} is damaged`, next: ['plan again instead of resuming'], cause: error })
  }
}

/** Writes a JSON file of a run's folder, synced, for its owner alone. Throws a FleetError that says what to do. */
export const writeRunFile = async (folder: string, name: string, value: unknown): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(join(folder, name), 'w', 0o600)
    try {
      await file.writeFile(`${JSON.stringify(value)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unwritable(folder, error)
  }
}
