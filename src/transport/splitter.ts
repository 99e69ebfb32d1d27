/** What came before a mark, which mark it was, and what follows. Without a mark `after` is empty. */
export interface Split {
  readonly before: Buffer
  readonly mark: number | undefined
  readonly after: Buffer
}

/** Finds marks in a stream whose chunks may cut a mark anywhere. It holds back only what may be the beginning of one. */
export interface Splitter {
  feed(chunk: Buffer): Split
  /** What is held back, at the end of the stream. */
  rest(): Buffer
}

const nothing: Buffer = Buffer.alloc(0)

export const createSplitter = (marks: readonly Buffer[]): Splitter => {
  let held: Buffer = nothing
  const longest = Math.max(0, ...marks.map((mark) => mark.length - 1))

  /** Length of the longest end of `data` that a mark begins with. */
  const beginning = (data: Buffer): number => {
    for (let length = Math.min(longest, data.length); length > 0; length -= 1) {
      const end = data.subarray(data.length - length)
      if (marks.some((mark) => mark.length > length && mark.subarray(0, length).equals(end))) return length
    }
    return 0
  }

  return {
    feed(chunk) {
      const data = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const found = marks
        .map((mark, index) => ({ index, at: data.indexOf(mark), length: mark.length }))
        .filter(({ at }) => at >= 0)
        .sort((one, other) => one.at - other.at)[0]
      if (found !== undefined) {
        held = nothing
        return { before: data.subarray(0, found.at), mark: found.index, after: data.subarray(found.at + found.length) }
      }
      const kept = beginning(data)
      held = data.subarray(data.length - kept)
      return { before: data.subarray(0, data.length - kept), mark: undefined, after: nothing }
    },
    rest() {
      const rest = held
      held = nothing
      return rest
    },
  }
}
