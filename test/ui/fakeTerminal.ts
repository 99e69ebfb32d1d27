import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'

/** Standard output of a terminal, kept in memory. */
export class FakeStdout extends EventEmitter {
  readonly isTTY = true
  columns: number
  rows: number
  /** Each write as it came. */
  readonly writes: string[] = []
  /** While true, writes are taken and never done: a terminal that nobody reads. */
  stalled = false
  #waiting: (() => void)[] = []

  constructor(columns = 80, rows = 24) {
    super()
    this.columns = columns
    this.rows = rows
  }

  write(chunk: string | Uint8Array, done?: (error?: Error | null) => void): boolean {
    this.writes.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    if (this.stalled) this.#waiting.push(() => done?.())
    else queueMicrotask(() => done?.())
    return !this.stalled
  }

  resume(): void {
    this.stalled = false
    for (const call of this.#waiting.splice(0)) call()
  }

  resize(columns: number, rows: number): void {
    this.columns = columns
    this.rows = rows
    this.emit('resize')
  }

  text(): string {
    return this.writes.join('')
  }
}

/** Standard input of a terminal: `type` is what somebody types. */
export class FakeStdin extends PassThrough {
  readonly isTTY = true
  raw = false

  setRawMode(raw: boolean): this {
    this.raw = raw
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  type(text: string): void {
    this.write(text)
  }
}

/** What a terminal shows after these writes: the few codes that Ink uses (ECMA-48 CUU, CUP, CHA, CNL, EL, ED, private modes). */
export const screenAfter = (text: string, columns: number, rows: number): { readonly lines: string[]; readonly alternate: boolean; readonly cursor: boolean } => {
  let grid = Array.from({ length: rows }, () => Array<string>(columns).fill(' '))
  let [row, column] = [0, 0]
  let alternate = false
  let cursor = true
  const blank = (): string[] => Array<string>(columns).fill(' ')
  // Escape codes are what this is about
  const token = /\u001b\[(?<parameters>[?0-9;]*)(?<final>[A-Za-z])|\u001b[^[]|[^]/gy
  for (const match of text.matchAll(token)) {
    const { parameters = '', final } = match.groups ?? {}
    const first = Number(parameters.split(';')[0] || '1')
    switch (final) {
      case undefined:
        if (match[0] === '\n') {
          column = 0
          row += 1
          if (row === rows) {
            row = rows - 1
            grid = [...grid.slice(1), blank()]
          }
        } else if (match[0] === '\r') column = 0
        else if (match[0].length === 1 && match[0] >= ' ') {
          const line = grid[row]
          if (line !== undefined && column < columns) line[column] = match[0]
          column += 1
        }
        break
      case 'A':
        row = Math.max(0, row - first)
        break
      case 'B':
        row = Math.min(rows - 1, row + first)
        break
      case 'E':
        row = Math.min(rows - 1, row + first)
        column = 0
        break
      case 'G':
        column = first - 1
        break
      case 'H': {
        const [line = '1', at = '1'] = parameters.split(';')
        row = Math.min(rows, Number(line || '1')) - 1
        column = Number(at || '1') - 1
        break
      }
      case 'K': {
        const line = grid[row]
        const [from, to] = parameters === '1' ? [0, column + 1] : parameters === '2' ? [0, columns] : [column, columns]
        for (let index = from; index < to; index += 1) if (line !== undefined) line[index] = ' '
        break
      }
      case 'J':
        if (parameters === '2') grid = grid.map(blank)
        else {
          grid[row]?.fill(' ', column)
          for (let index = row + 1; index < rows; index += 1) grid[index] = blank()
        }
        break
      case 'h':
      case 'l':
        if (parameters === '?1049') alternate = final === 'h'
        if (parameters === '?25') cursor = final === 'h'
        break
      default:
        break
    }
  }
  return { lines: grid.map((line) => line.join('').trimEnd()), alternate, cursor }
}
