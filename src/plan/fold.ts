import type { Backend } from '../model/backend.ts'
import type { Change, FileChange, FileState } from '../model/changes.ts'
import type { Facts, FactsRequest, FileFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Step, StepContext } from '../model/playbook.ts'
import { checkChange } from './checkChange.ts'
import { asStep } from './stepErrors.ts'
import { turnsOf } from './turns.ts'

const same = (left: FileState | undefined, right: FileState | undefined): boolean =>
  left === right || (left !== undefined && right !== undefined && left.content === right.content && left.mode === right.mode && left.uid === right.uid && left.gid === right.gid)

const names = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())]

const stateOf = (file: FileFact | undefined): FileState | undefined => file && { content: file.content, mode: file.mode, uid: file.uid, gid: file.gid }

/** A file's change with what it really replaces: what the probe read, whatever a step says. Undefined when nothing changes. */
const fileChange = (change: FileChange, facts: Facts): FileChange | undefined => {
  const { before: _, after, ...rest } = change
  const before = stateOf(facts.files[change.target])
  if (same(before, after)) return undefined
  return { ...rest, action: after === undefined ? 'remove' : before === undefined ? 'create' : 'change', ...(before ? { before } : {}), ...(after ? { after } : {}) }
}

const mergeFiles = (first: FileChange, then: FileChange): FileChange => ({
  ...then,
  steps: names(first.steps, then.steps),
  when: first.when === 'cut over' ? first.when : then.when,
  disruptive: first.disruptive || then.disruptive,
  ...(first.secret ? { secret: true } : {}),
})

/** Adds a change to those before it: one change a file, a module and a setting, however many steps make it. */
const add = (changes: readonly Change[], change: Change): Change[] => {
  const at = changes.findIndex((other) => other.kind === change.kind && other.target === change.target)
  const other = changes[at]
  const replaced = (by: Change): Change[] => changes.map((entry, index) => (index === at ? by : entry))
  if (other === undefined) return [...changes, change]
  const steps = names(other.steps, change.steps)
  switch (change.kind) {
    case 'file':
      return other.kind === 'file' ? replaced(mergeFiles(other, change)) : [...changes, change]
    case 'module':
      // Who gave a reason why it is harmless has looked.
      return replaced({ ...(other.disruptive ? change : other), steps })
    case 'sysctl':
      return replaced({ ...change, steps, disruptive: change.disruptive || other.disruptive })
    case 'activate':
    case 'service':
    case 'command':
      return [...changes, change]
  }
}

/**
 * What all steps together make of a host: each sees the files as those before it leave them; several writes of one file
 * become one change that names all its steps; what ends as it is now is no change.
 */
export const foldSteps = (input: { readonly host: Host; readonly facts: Facts; readonly backend: Backend; readonly steps: readonly Step[]; readonly request: FactsRequest }): Change[] => {
  const { host, facts, backend, steps, request } = input
  let changes: readonly Change[] = []
  const folded = (): Change[] => changes.flatMap((change) => (change.kind === 'file' ? (fileChange(change, facts) ?? []) : change))
  for (const step of turnsOf(steps)) {
    const staged = new Map(changes.flatMap((change) => (change.kind === 'file' ? [[change.target, change.after] as const] : [])))
    const read: StepContext['read'] = (path) => {
      if (!staged.has(path)) return facts.files[path]
      const after = staged.get(path)
      return after && { path, binary: false, links: 1, ...after }
    }
    const own = asStep(step, host, () => step.changes({ host, facts, backend, read, earlier: folded() }))
    for (const change of own) {
      checkChange(change, { host, facts, request, step: step.name })
      changes = add(changes, change)
    }
  }
  return folded()
}
