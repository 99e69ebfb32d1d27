/** Bytes of one line that are handed on; the rest of a longer line is dropped. */
const longestLine = 64 * 1024

/** Collects bytes up to a limit. */
export interface Collector {
  /** False when the limit was passed; what fits is kept. */
  add(data: Buffer): boolean
  all(): Buffer
}

export const createCollector = (limit: number): Collector => {
  let parts: Buffer[] = []
  let length = 0
  return {
    add(data) {
      const fits = data.subarray(0, limit - length)
      if (fits.length > 0) parts.push(fits)
      length += fits.length
      return fits.length === data.length
    },
    all() {
      if (parts.length !== 1) parts = [Buffer.concat(parts)]
      return parts[0] ?? Buffer.alloc(0)
    },
  }
}

/** Keeps the last bytes: an error is told at the end. */
export const createTail = (limit: number): { add(data: Buffer): void; all(): Buffer } => {
  let kept: Buffer = Buffer.alloc(0)
  return {
    add(data) {
      const joined = Buffer.concat([kept, data.subarray(Math.max(0, data.length - limit))])
      kept = joined.subarray(Math.max(0, joined.length - limit))
    },
    all: () => kept,
  }
}

/** Cuts a stream into whole lines, without their newline. A last line that has none is not a whole one. */
export const createLines = (onLine: (line: string) => void): ((data: Buffer) => void) => {
  let parts: Buffer[] = []
  let length = 0
  const add = (data: Buffer): void => {
    const fits = data.subarray(0, longestLine - length)
    // A copy: a chunk shares its memory with a packet of 32 KiB, which a short beginning would keep alive.
    if (fits.length > 0) parts.push(Buffer.from(fits))
    length += fits.length
  }
  return (data) => {
    let from = 0
    for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, from)) {
      add(data.subarray(from, at))
      const line = Buffer.concat(parts).toString()
      parts = []
      length = 0
      from = at + 1
      onLine(line)
    }
    add(data.subarray(from))
  }
}
