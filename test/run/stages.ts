import type { RunEvent } from '../../src/model/events.ts'

const log = (text: RegExp) => (event: RunEvent): boolean => event.type === 'host-log' && text.test(event.text)
const state = (wanted: string) => (event: RunEvent): boolean => event.type === 'host-state' && event.state === wanted

/** The moments of one host at which a test cuts something, as the run's events tell them. */
export const killAt: readonly { readonly stage: string; readonly at: (event: RunEvent) => boolean }[] = [
  { stage: 'sending', at: (event) => event.type === 'host-state' && event.detail === 'sending the transaction' },
  { stage: 'received', at: log(/^received whole/) },
  { stage: 'checkpointed', at: log(/^checkpoint taken/) },
  { stage: 'armed', at: (event) => event.type === 'host-armed' && event.phase === 'cut over' },
  { stage: 'staged', at: log(/^files written/) },
  { stage: 'cutting over', at: (event) => event.type === 'host-state' && event.state === 'cutting over' && event.detail === undefined },
  { stage: 'verifying', at: state('verifying') },
  { stage: 'confirming', at: state('confirming') },
]
