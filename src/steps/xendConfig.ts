import { expressionsNamed, type SxpRange } from './sxp.ts'

/** What xend runs instead of a network script that builds bridges. */
export type NetworkStub = 'network-dummy' | '/bin/true' | 'comment'

const name = 'network-script'

/** Comments an expression out: a `#` before it, and one at each further line that it spans. */
const commentOut = (text: string, { start, end }: SxpRange): string => {
  const rest = /^[^\S\r\n]*(?:#.*)?(?:\r?\n|$)/.test(text.slice(end)) ? '' : text.includes('\r\n') ? '\r\n' : '\n'
  return `${text.slice(0, start)}#${text.slice(start, end).replaceAll('\n', '\n#')}${rest}${text.slice(end)}`
}

/** Adds a line after the last one that is commented out, or at the end, with the file's own line ends. */
const add = (text: string, line: string): string => {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const commented = [...text.matchAll(/^[^\S\r\n]*#[^\S\r\n]*\(network-script(?=[\s)]).*$/gm)].at(-1)
  if (!commented) return `${text}${text === '' || text.endsWith('\n') ? '' : newline}${line}${newline}`
  const after = commented.index + commented[0].replace(/\r$/, '').length
  return `${text.slice(0, after)}${newline}${line}${text.slice(after)}`
}

/**
 * xend's configuration with its network script replaced: exactly one active `(network-script …)` afterwards, none with
 * `comment`. xend takes the first one, so that is the one that is edited, and others are commented out. Every other byte
 * stays: comments, line ends (CRLF too), a missing last newline, and `vif-script`.
 *
 * @example stubNetworkScript('(network-script network-bridge)\n', 'network-dummy') // (network-script network-dummy)\n
 */
export const stubNetworkScript = (text: string, stub: NetworkStub): string => {
  const [first, ...others] = expressionsNamed(text, name)
  const line = `(${name} ${stub})`
  if (!first) return stub === 'comment' ? text : add(text, line)
  // From the last to the first, so that the places before stay true.
  const single = others.toReversed().reduce(commentOut, text)
  return stub === 'comment' ? commentOut(single, first) : `${single.slice(0, first.start)}${line}${single.slice(first.end)}`
}
