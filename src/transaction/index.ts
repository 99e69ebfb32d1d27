import { digestFunctions, probeScript } from '../facts/index.ts'
import type { CompiledTransaction, TransactionSpec } from '../model/transaction.ts'
import { compileWith } from './compile.ts'
import { ctlLine } from './loader.ts'

export type { CompiledTransaction, Progress, TransactionSpec } from '../model/transaction.ts'
export { parseProgress } from './progress.ts'

/**
 * Compiles a plan to what one host needs to carry it out and to come back from it, all by itself.
 *
 * @throws FleetError of kind refused, when no script can be made of the plan (a path with a line end, no init system).
 */
export const compileTransaction: (spec: TransactionSpec) => CompiledTransaction = compileWith({ digestFunctions, probeScript })

/**
 * The command that asks or settles a transaction by the script that lies on the host, whichever fleetnet made it. It
 * prints plain words, last the state, and ends with 0 when the outcome is the one that was asked for, 1 when it is another.
 *
 * @example settleCommand({ root: '', id: '1114-3f9a-1', action: 'status' }) // sh /etc/fleetnet/tx/1114-3f9a-1/ctl status
 */
export const settleCommand = ({ root, id, action }: { readonly root: string; readonly id: string; readonly action: 'status' | 'confirm' | 'rollback' }): string =>
  ctlLine({ root, id }, action)
