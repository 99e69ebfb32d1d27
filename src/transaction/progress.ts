import type { Progress } from '../model/transaction.ts'
import { decodeValue } from './encode.ts'

const longest = 400

/** What a host wrote, for an operator's eyes: no control characters (they could drive a terminal), not endless. */
const clean = (text: string): string => {
  const plain = decodeValue(text).replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '?')
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain
}

const plainWords = ['received', 'locked', 'checkpointed', 'guarded', 'staged', 'cutting', 'rebooting', 'committed'] as const
const refusals = ['drift', 'busy', 'disk', 'refused'] as const
const among = <Word extends string>(known: readonly Word[], word: string | undefined): Word | undefined => known.find((candidate) => candidate === word)
const seconds = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined)

/**
 * Reads a line that a transaction logged: `NONCE UPTIME WORD key=value…`. Everything else that may stand in an SSH
 * session's output (a greeting, another transaction's line, half a line, nonsense) is undefined. A power cut may leave NUL
 * bytes where the log's last block was not written: they are passed over.
 *
 * @example parseProgress('5eed 812.07 refused kind=drift why=the%20host%20has%20changed', '5eed')
 */
export const parseProgress = (line: string, nonce: string): Progress | undefined => {
  const [ours, time, word, ...pairs] = line.replaceAll('\0', '').trimEnd().split(' ')
  const uptime = seconds(time)
  if (nonce === '' || ours !== nonce || uptime === undefined || word === undefined) return undefined
  const values = new Map(pairs.map((pair) => [pair.slice(0, Math.max(0, pair.indexOf('='))), pair.slice(pair.indexOf('=') + 1)]))
  const text = (key: string): string => clean(values.get(key) ?? '')
  const plain = among(plainWords, word)
  if (plain !== undefined) return { uptime, type: plain }
  switch (word) {
    case 'armed': {
      const phase = among(['cut over', 'confirm'] as const, text('phase'))
      const until = seconds(values.get('until'))
      return phase === undefined || until === undefined ? undefined : { uptime, type: 'armed', phase, until }
    }
    case 'doing':
      return { uptime, type: 'doing', what: text('what') }
    case 'on-trial':
      return { uptime, type: 'on-trial' }
    case 'output':
    case 'warning':
      return { uptime, type: word, text: text('text') }
    case 'rolling-back':
    case 'rollback-failed':
      return { uptime, type: word, why: text('why') }
    case 'rolled-back':
      return { uptime, type: 'rolled-back', degraded: text('degraded').split(',').filter((name) => name !== '') }
    case 'refused': {
      const kind = among(refusals, values.get('kind'))
      return kind === undefined ? undefined : { uptime, type: 'refused', kind, why: text('why') }
    }
    default:
      return undefined
  }
}
