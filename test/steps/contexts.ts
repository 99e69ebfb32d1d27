import { backends } from '../../src/backends/index.ts'
import type { Change } from '../../src/model/changes.ts'
import type { Facts } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import type { Step, StepContext } from '../../src/model/playbook.ts'
import { bareFacts, fileFact, hostWith } from '../backends/facts.ts'

/** What a step sees on an el5 host with these files; `earlier` changes are those of steps before it. */
export const contextWith = (options: {
  readonly files?: Readonly<Record<string, string>>
  readonly facts?: Partial<Facts>
  readonly network?: NetworkDocument
  readonly host?: Partial<Host>
  readonly earlier?: readonly Change[]
} = {}): StepContext => {
  const [backend] = backends
  if (backend === undefined) throw new Error('no backend')
  const files = Object.fromEntries(Object.entries(options.files ?? {}).map(([path, content]) => [path, fileFact(path, content)]))
  const facts = bareFacts('el5', { ...options.facts, files: { ...files, ...options.facts?.files } })
  const earlier = options.earlier ?? []
  const staged = new Map(earlier.flatMap((change) => (change.kind === 'file' ? [[change.target, change.after] as const] : [])))
  return {
    host: hostWith(completeNetwork(options.network), options.host),
    facts,
    backend,
    earlier,
    read: (path) => {
      const after = staged.get(path)
      return staged.has(path) ? after && { path, binary: false, links: 1, ...after } : facts.files[path]
    },
  }
}

/** Content of a file after a step, or undefined where it is not there. */
export const contentAfter = (step: Step, path: string, context: StepContext): string | undefined => {
  const change = step.changes(context).find((entry) => entry.kind === 'file' && entry.target === path)
  return change?.kind === 'file' ? change.after?.content : context.read(path)?.content
}
