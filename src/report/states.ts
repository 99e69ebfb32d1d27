import type { HostState } from '../model/events.ts'
import type { Style } from './style.ts'

/** Where a host stands in the fleet: what is folded together and counted together. */
export type Standing = 'waiting' | 'in flight' | 'done' | 'to look at' | 'skipped'

/** How one state of a host is shown, everywhere. */
export interface StateRow {
  /** One column wide in every locale: East Asian width N or Na, and no emoji form. */
  readonly symbol: string
  readonly ascii: string
  readonly word: string
  /** The word in lines and summaries: capitals for what must be found by eye and by grep. */
  readonly loud: string
  readonly style: Style
  /** Whether a watchdog runs: `yes` goes back by itself unless confirmed, `now` is going back. */
  readonly armed: 'no' | 'yes' | 'now' | 'perhaps' | 'unknown'
  readonly standing: Standing
}

const row = (symbol: string, ascii: string, word: string, style: Style, standing: Standing, armed: StateRow['armed'] = 'no', loud = word): StateRow => ({
  symbol,
  ascii,
  word,
  loud,
  style,
  armed,
  standing,
})

/** The one table of states: live view, lines, summary and report read it. In the order of a host's way. */
export const states: Readonly<Record<HostState, StateRow>> = {
  waiting: row('\u25e6', '.', 'waiting', { dim: true }, 'waiting'),
  connecting: row('\u21e2', '&', 'connecting', {}, 'in flight'),
  probing: row('?', '?', 'probing', {}, 'in flight'),
  planned: row('\u22c4', ':', 'planned', {}, 'in flight'),
  armed: row('\u25c9', '@', 'armed', { color: 'yellow' }, 'in flight', 'yes'),
  staging: row('\u21e3', '%', 'staging', { color: 'yellow' }, 'in flight', 'yes'),
  'cutting over': row('\u21c4', '/', 'cutting over', { color: 'yellow', bold: true }, 'in flight', 'yes'),
  rebooting: row('\u21af', 'r', 'rebooting', { color: 'yellow', bold: true }, 'in flight', 'yes'),
  verifying: row('\u225f', '~', 'verifying', { color: 'yellow' }, 'in flight', 'yes'),
  confirming: row('\u00bb', '^', 'confirming', { color: 'yellow' }, 'in flight', 'yes'),
  committed: row('\u2713', '+', 'committed', { color: 'cyan' }, 'done'),
  unchanged: row('=', '=', 'unchanged', { dim: true }, 'done'),
  'rolling back': row('\u21b6', '<', 'rolling back', { color: 'magenta', bold: true }, 'in flight', 'now'),
  'rolled back': row('\u21ba', '-', 'rolled back', { color: 'magenta' }, 'to look at', 'no', 'ROLLED BACK'),
  failed: row('\u2717', 'x', 'failed', { color: 'red' }, 'to look at', 'no', 'FAILED'),
  unreachable: row('\u2298', 'o', 'unreachable', { color: 'red' }, 'to look at', 'no', 'UNREACHABLE'),
  unknown: row('*', '*', 'unknown', { color: 'red', bold: true }, 'to look at', 'perhaps', 'UNKNOWN'),
  lost: row('!', '!', 'LOST', { color: 'red', bold: true, inverse: true }, 'to look at', 'unknown', 'LOST'),
  skipped: row('_', '_', 'skipped', { dim: true }, 'skipped'),
}

/** All states in the order of the table. */
export const stateNames = Object.keys(states).filter((name): name is HostState => name in states)

/** Example: symbolOf('committed', true) // + */
export const symbolOf = (state: HostState, ascii: boolean): string => (ascii ? states[state].ascii : states[state].symbol)
