import type { Finding } from '../model/backend.ts'
import type { Change } from '../model/changes.ts'
import type { Facts } from '../model/facts.ts'
import type { PlanWarning } from '../model/plan.ts'

/** What a person should know before saying yes. Those that are `strict` are errors under --strict. */
export const warningsFor = (input: { readonly facts: Facts; readonly changes: readonly Change[]; readonly findings: readonly Finding[]; readonly booted: boolean }): PlanWarning[] => {
  const { facts, changes, findings, booted } = input
  const disruptive = changes.filter((change) => change.disruptive)
  const activates = changes.some((change) => change.kind === 'activate' && change.activation.up.length + change.activation.down.length > 0)
  const untested = changes.filter((change) => change.kind === 'file' && change.when === 'cut over')
  const linked = changes.flatMap((change) => (change.kind === 'file' && (facts.files[change.target]?.links ?? 1) > 1 ? [change.target] : []))
  const undoable = disruptive.filter((change) => change.kind === 'command')
  return [
    ...findings.filter(({ severity }) => severity === 'warning').map(({ rule, what, next }) => ({ text: `${rule === undefined ? '' : `${rule} `}${what}: ${next}`, strict: true })),
    ...((disruptive.length > 0 || booted) && facts.init !== 'systemd' && !facts.cron
      ? [{ text: 'no rescuer: neither cron nor systemd could roll back if the watchdog were killed; a reboot still brings the old network back', strict: false }] : []),
    ...(!activates && !booted && untested.length > 0
      ? [{ text: `untested until reboot: nothing activates ${untested.map(({ target }) => target).join(', ')}; add restartNetwork()`, strict: true }] : []),
    ...(undoable.length > 0 ? [{ text: `what a command did is not undone by a rollback: ${undoable.map(({ target }) => target).join('; ')}`, strict: false }] : []),
    ...(linked.length > 0 ? [{ text: `further names of ${linked.join(', ')} keep the old content: the file has hard links`, strict: false }] : []),
  ]
}
