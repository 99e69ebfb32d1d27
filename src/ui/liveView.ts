import type { Instance } from 'ink'
import type { EventListener } from '../model/events.ts'
import { asciiWanted, colourWanted } from '../report/colour.ts'
import { applyEvent, newModel, type RunModel } from '../report/model.ts'
import { farewell, leaveCodes, showCursor } from './farewell.ts'
import { frame, frameText } from './frame.ts'
import { press, type Key } from './press.ts'
import { openTerminalStream, type OutputStream } from './terminalStream.ts'
import { firstState, settlePick, type ViewState, type Window } from './viewState.ts'

/** Frames that events ask for: at most 4 a second. Keys are answered sooner. Clocks: one a second. All in milliseconds. */
export const pace = { events: 250, keys: 40, clock: 1_000, resize: 100 } as const

export interface LiveViewOptions {
  readonly stdout: OutputStream & { on?: (event: 'resize', listener: () => void) => unknown; off?: (event: 'resize', listener: () => void) => unknown }
  readonly stdin: NodeJS.ReadStream | (NodeJS.ReadableStream & { readonly isTTY?: boolean })
  readonly env: Readonly<Record<string, string | undefined>>
  /** The door that Ctrl-C goes through; signals belong to the caller, through the same door. */
  readonly onInterrupt: () => void
  /** Milliseconds since the epoch, never going back. Default: the wall clock at the start, then the monotonic one. */
  readonly now?: () => number
}

/** The live view of one run. It reads events, never delays the run, and whatever happens to it happens to it alone. */
export interface LiveView {
  readonly listener: EventListener
  /** Resolves when the view is gone: left by `q`, stopped, no longer readable, or broken. Never rejects. */
  waitUntilExit(): Promise<void>
  /** Leaves the alternate screen and gives the terminal back; resolves when that was written or cannot be. */
  stop(): Promise<void>
  /** Whether the operator left it with `q`, or it went away by itself: then the run goes on as lines. */
  readonly left: boolean
  /** Why it went away by itself. */
  readonly failure: string | undefined
}

const monotonic = (): (() => number) => {
  const from = Date.now() - performance.now()
  return () => from + performance.now()
}

/** Starts the live view on the alternate screen. Ink is loaded in the background; events are taken from the first one on. */
export const startLiveView = (options: LiveViewOptions): LiveView => {
  const { stdout, stdin, env, onInterrupt, now = monotonic() } = options
  const terminal = openTerminalStream(stdout)
  const color = colourWanted(env, terminal.writable.isTTY)
  const ascii = asciiWanted(env)
  const model = newModel()
  let state: ViewState = firstState
  let instance: Instance | undefined
  let ended = false
  let left = false
  let failure: string | undefined
  let timer: NodeJS.Timeout | undefined
  let timerAt = Number.POSITIVE_INFINITY
  let resizing: NodeJS.Timeout | undefined
  let drawing = false
  let drawnAt = Number.NEGATIVE_INFINITY
  let drawnText: string | undefined
  let repaint = false
  let rung: { lost: boolean; halted: boolean } = { lost: false, halted: false }
  let tellExit = (): void => undefined
  const exited = new Promise<void>((resolve) => {
    tellExit = resolve
  })

  const window = (): Window => ({ columns: terminal.writable.columns, rows: terminal.writable.rows, ascii })
  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      // A mistake in the view ends the view, never the run.
      void end(error instanceof Error ? error.message : String(error))
    }
  }
  const schedule = (at: number): void => {
    if (ended || at >= timerAt) return
    clearTimeout(timer)
    timerAt = at
    timer = setTimeout(() => {
      timerAt = Number.POSITIVE_INFINITY
      void draw()
    }, Math.max(0, at - performance.now()))
    timer.unref()
  }
  const draw = async (): Promise<void> => {
    // The frame before is still unsent: this one is left out, and a later one tells the same and more.
    if (ended || drawing || instance === undefined) return
    drawing = true
    try {
      const settled = settlePick(model, state)
      state = settled
      const text = frameText(frame(model, state, window(), now()), color)
      if (repaint) {
        repaint = false
        drawnText = undefined
        instance.clear()
        // Absolute, since the terminal may have moved what stood on it. Never CSI 3J: the scrollback is the operator's.
        terminal.writable.write('\u001b[H\u001b[J')
      }
      if (text !== drawnText) {
        drawnText = text
        drawnAt = performance.now()
        instance.rerender(await element(text))
        await instance.waitUntilRenderFlush()
      }
    } catch (error) {
      void end(error instanceof Error ? error.message : String(error))
    } finally {
      drawing = false
    }
    schedule(performance.now() + pace.clock)
    if (wanted) {
      wanted = false
      schedule(drawnAt + pace.events)
    }
  }
  let wanted = false
  const ask = (after: number): void => {
    if (drawing) wanted = true
    else schedule(Math.max(performance.now(), drawnAt + after))
  }
  const onKey = (key: Key): void =>
    guarded(() => {
      const pressed = press(model, state, window(), key)
      state = pressed.state
      switch (pressed.wish) {
        case 'interrupt':
          onInterrupt()
          break
        case 'leave':
          left = true
          void end(undefined)
          return
        case 'repaint':
          repaint = true
          break
        case 'none':
          break
      }
      ask(pace.keys)
    })
  const element = async (text: string) => {
    const [{ createElement }, { Screen }] = await Promise.all([import('react'), import('./Screen.ts')])
    return createElement(Screen, { text, onKey })
  }
  const onResize = (): void => {
    clearTimeout(resizing)
    resizing = setTimeout(() => {
      terminal.writable.columns = stdout.columns ?? terminal.writable.columns
      terminal.writable.rows = stdout.rows ?? terminal.writable.rows
      repaint = true
      ask(0)
    }, pace.resize)
    resizing.unref()
  }
  const onContinue = (): void => {
    repaint = true
    ask(0)
  }
  const onDeath = (): void => terminal.writeNow(leaveCodes)

  const mount = async (): Promise<void> => {
    const { render } = await import('ink')
    if (ended) return
    const first = await element('')
    if (ended) return
    instance = render(first, {
      stdout: terminal.writable,
      stdin,
      stderr: terminal.writable,
      exitOnCtrlC: false,
      // What others print while the view is up must not tear the frame, nor block: the view has no place for it.
      patchConsole: false,
      incrementalRendering: true,
      alternateScreen: true,
      interactive: true,
      isScreenReaderEnabled: false,
      maxFps: 1000 / pace.keys,
    })
    instance.waitUntilExit().then(
      () => end(ended || left ? undefined : 'the view ended'),
      (error: unknown) => end(error instanceof Error ? error.message : String(error)),
    )
    void draw()
  }

  const end = async (why: string | undefined): Promise<void> => {
    if (ended) return
    ended = true
    if (why !== undefined) {
      failure = why
      left = true
    }
    clearTimeout(timer)
    clearTimeout(resizing)
    stdout.off?.('resize', onResize)
    process.removeListener('SIGCONT', onContinue)
    try {
      instance?.unmount()
      if (instance !== undefined) terminal.writable.write(showCursor)
    } catch {
      terminal.writable.write(leaveCodes)
    }
    await farewell(terminal)
    process.removeListener('exit', onDeath)
    process.removeListener('uncaughtExceptionMonitor', onDeath)
    tellExit()
  }

  // A terminal that was closed ends reading with EIO; without a listener that would end the run as well.
  const onNoInput = (error: Error): void => void end(`the terminal is gone (${error.message})`)
  stdin.on('error', onNoInput)
  stdout.on?.('resize', onResize)
  process.on('SIGCONT', onContinue)
  process.on('exit', onDeath)
  process.on('uncaughtExceptionMonitor', onDeath)
  void terminal.gone.then((why) => end(`the terminal is gone (${why})`))
  mount().catch((error: unknown) => end(error instanceof Error ? error.message : String(error)))

  return {
    listener: (event) => {
      if (ended) return
      guarded(() => {
        applyEvent(model, event)
        const ring = bellFor(model, rung)
        if (ring) {
          rung = { lost: model.byState.lost.size > 0, halted: model.halted !== undefined }
          terminal.writable.write('\u0007')
        }
        ask(pace.events)
      })
    },
    waitUntilExit: async () => exited,
    stop: async () => {
      void end(undefined)
      await exited
    },
    get left() {
      return left
    },
    get failure() {
      return failure
    },
  }
}

/** The bell rings once when a host is lost, once when the run halts, and never otherwise. */
const bellFor = (model: RunModel, rung: { readonly lost: boolean; readonly halted: boolean }): boolean =>
  (model.byState.lost.size > 0 && !rung.lost) || (model.halted !== undefined && !rung.halted)
