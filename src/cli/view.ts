import type { EventListener } from '../model/events.ts'
import { asciiWanted, colourWanted, createLines, liveWanted, newModel, applyEvent, screenReaderWanted, summaryText, type Lines, type RunModel } from '../report/index.ts'
import type { HostOptions } from './options.ts'

/** How a run is shown. It reads events and never steers. */
export interface RunView {
  readonly listener: EventListener
  /** Resolves when all is written that can be. */
  finish(): Promise<void>
}

/** JSON when asked for; the live view on a terminal that can hold one; plain lines otherwise. */
export const openView = async (options: HostOptions, interrupt: () => void): Promise<RunView> => {
  const { openTerminalStream } = await import('../ui/terminalStream.ts')
  const output = openTerminalStream(process.stdout)
  const write = (text: string): void => void output.write(text)
  if (options.format === 'json') return { listener: (event) => write(`${JSON.stringify(event)}\n`), finish: output.drained }
  if (options.format === 'text' || !liveWanted(process.env, process.stdin, process.stdout)) {
    const lines = createLines({ write, verbosity: options.verbose, screenReader: screenReaderWanted(process.env) })
    return {
      listener: lines.listener,
      finish: async () => {
        lines.end()
        await output.drained()
      },
    }
  }
  return openLive(options, interrupt, write, output.drained)
}

/** The live view; when it is left, or fails, the run goes on as plain lines. */
const openLive = async (options: HostOptions, interrupt: () => void, write: (text: string) => void, drained: () => Promise<void>): Promise<RunView> => {
  const { startLiveView } = await import('../ui/index.ts')
  const model: RunModel = newModel()
  let lines: Lines | undefined
  const live = startLiveView({ stdin: process.stdin, stdout: process.stdout, env: process.env, onInterrupt: interrupt })
  void live.waitUntilExit().then(() => {
    if (live.failure !== undefined) write(`the live view went away (${live.failure}); the run goes on as lines\n`)
    if (model.endedAt === undefined) lines = createLines({ write, verbosity: options.verbose, model })
  })
  return {
    listener: (event) => {
      applyEvent(model, event)
      if (lines === undefined) live.listener(event)
      else lines.listener(event)
    },
    finish: async () => {
      await live.stop()
      lines?.end()
      const color = colourWanted(process.env, true)
      write(`${summaryText(model, { color, ascii: asciiWanted(process.env), columns: process.stdout.columns })}`)
      await drained()
    },
  }
}
