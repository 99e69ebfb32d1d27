import type { TerminalStream } from './terminalStream.ts'

/** Milliseconds that the last bytes get. */
export const patienceFor = 1_000

/** Leaves synchronized output, the alternate screen, bracketed paste and any colour, and shows the cursor. */
export const leaveCodes = '\u001b[?2026l\u001b[?2004l\u001b[0m\u001b[?1049l\u001b[?25h'
export const showCursor = '\u001b[0m\u001b[?25h'

/** Waits a moment for the last bytes; a terminal that does not read gets what it takes at once, and nobody waits for it. */
export const farewell = async (terminal: TerminalStream): Promise<void> => {
  let waited: NodeJS.Timeout | undefined
  const patience = new Promise<'late'>((resolve) => {
    waited = setTimeout(() => resolve('late'), patienceFor)
  })
  const result = await Promise.race([terminal.drained(), patience])
  clearTimeout(waited)
  if (result === 'late') terminal.writeNow(leaveCodes)
  terminal.close()
}
