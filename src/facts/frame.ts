import { FleetError } from '../model/errors.ts'
import { printable } from './text.ts'

/** One answer of a probe, cut into its sections. */
export interface Answer {
  /** Lines of each section, in order; empty ones left out. */
  readonly lines: (section: Section) => readonly string[]
  /** The files' contents in one piece; undefined when the host sent none. */
  readonly contents: Buffer | undefined
}

const sections = ['host', 'links', 'addresses', 'routes', 'asked', 'sysctls', 'units', 'files', 'contents'] as const
type Section = (typeof sections)[number]

/** Bytes of one section, the files' contents aside: room for some ten thousand devices. */
const mostText = 4 * 1024 * 1024

/** An answer that cannot be used. */
export const probeError = (what: string, ...next: readonly string[]): FleetError =>
  new FleetError({ kind: 'probe', what, next: next.length === 0 ? ['run again', 'if it stays so, report it with the output of `fleetnet facts`'] : next })

/**
 * Finds the last complete answer. Its lines start with the nonce, which no file on the host can hold, so whatever the
 * login shell, files or device names print cannot be taken for one of them.
 *
 * @throws FleetError of kind probe
 */
export const findAnswer = (output: Buffer, nonce: string): Answer => {
  const end = output.lastIndexOf(`\n${nonce} facts end\n`)
  const begin = `\n${nonce} facts begin `
  const start = end === -1 ? -1 : output.lastIndexOf(begin, end)
  if (start === -1) throw noAnswer(output, nonce)
  const body = output.subarray(start + begin.length, end)
  if (body.subarray(0, 2).toString('latin1') !== '1\n') throw probeError('the host answered in another form than this fleetnet knows')
  return cutIntoSections(body, nonce)
}

const cutIntoSections = (body: Buffer, nonce: string): Answer => {
  const found = new Map<Section, Buffer>()
  let at = 0
  let open: { readonly section: Section; readonly from: number } | undefined
  for (const section of sections) {
    const mark = `\n${nonce} facts ${section}\n`
    const next = body.indexOf(mark, at)
    if (next === -1) continue
    if (open) found.set(open.section, body.subarray(open.from, next))
    at = next + mark.length
    open = { section, from: at }
  }
  if (open) found.set(open.section, body.subarray(open.from))
  return {
    lines: (section) => {
      const bytes = found.get(section)
      if (bytes === undefined) throw probeError(`the host’s answer has no part called ${section}`)
      if (bytes.length > mostText) {
        throw probeError(
          `the host sent ${bytes.length} bytes about its ${section}: more than any host has to tell`,
          'run the probe by hand: fleetnet facts, and look at what is so long',
        )
      }
      return bytes.toString('utf8').split('\n').filter((line) => line !== '')
    },
    contents: found.get('contents'),
  }
}

const noAnswer = (output: Buffer, nonce: string): FleetError => {
  const shell = 'log in by hand and run `sh -c "ip addr"`: does the login shell run it?'
  if (output.includes(`${nonce} facts begin 1\r\n`)) {
    return probeError(
      'a terminal in the way changed the host’s answer',
      'take requiretty out of the host’s sudoers, then run again',
    )
  }
  if (output.includes(`${nonce} facts begin`)) {
    return probeError(
      'the host’s answer ends before its end mark',
      'the connection, or the probe on the host, was cut: run again',
      shell,
    )
  }
  const said = printable(output.subarray(0, 512).toString('utf8').trim())
  return probeError(
    said === '' ? 'the host answered nothing' : `facts were expected, found ${JSON.stringify(said.slice(0, 120))}`,
    shell,
    'look at what its start files print or run',
  )
}
