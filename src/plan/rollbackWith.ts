import type { Backend } from '../model/backend.ts'
import type { ActivateChange, FileChange, FileState } from '../model/changes.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts, FactsRequest, FileFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan } from '../model/plan.ts'
import { matchesGlob } from '../model/glob.ts'
import { isNetworkFile } from '../steps/index.ts'
import { assemblePlan } from './assemble.ts'
import { type Checkpoint, newestCheckpoint, withoutHistory } from './history.ts'
import { platformBackend } from './platform.ts'
import { checkReadable } from './refusals.ts'

const name = 'rollback'

const stateOf = ({ content, mode, uid, gid }: FileFact): FileState => ({ content, mode, uid, gid })

const equal = (left: FileState, right: FileState): boolean =>
  left.content === right.content && left.mode === right.mode && left.uid === right.uid && left.gid === right.gid

const findCheckpoint = (host: Host, facts: Facts, request: FactsRequest): Checkpoint => {
  const refuse = (what: string, ...next: readonly string[]): FleetError => new FleetError({ kind: 'refused', host: host.name, step: name, what, next })
  const checkpoint = newestCheckpoint(facts)
  if (checkpoint === undefined) throw refuse('no committed transaction is in its history, so there is nothing to go back to', `leave it out: --limit '!${host.name}'`)
  if (checkpoint.files.size === 0) throw refuse(`the checkpoint of transaction ${checkpoint.id} holds no files`, 'a transaction that changed no file cannot be undone from here')
  const paths = [...checkpoint.files.keys()]
  const unknown = paths.filter((path) => !request.files.includes(path) && !matchesGlob(request.globs, path))
  if (unknown.length > 0) {
    throw refuse(`transaction ${checkpoint.id} also changed ${unknown.join(', ')}, which this playbook does not know`,
      'name the playbook that it was made with: --playbook NAME')
  }
  const before = `/etc/fleetnet/tx/${checkpoint.id}/before`
  const binary = paths.filter((path) => facts.files[path]?.binary || facts.files[`${before}${path}`]?.binary)
  if (binary.length > 0) throw refuse(`${binary.join(', ')} is not text in UTF-8`, `put it back on the host from ${before}`)
  return checkpoint
}

/** As planRollback, with the backend given. */
export const rollbackWith = (
  { host, facts: read, request, backend: found }: { readonly host: Host; readonly facts: Facts; readonly request: FactsRequest; readonly backend: Backend | undefined },
): HostPlan => {
  checkReadable(host, read)
  const backend = platformBackend(host, read, found)
  const checkpoint = findCheckpoint(host, read, request)
  const facts = withoutHistory(read)
  const files: Record<string, FileFact> = { ...facts.files }
  for (const [path, state] of checkpoint.files) {
    if (state === undefined) delete files[path]
    else files[path] = { path, binary: false, links: 1, ...state }
  }
  const network = backend.parse(files)
  // The network that comes back is what the backend has to bring up; where the host answers now, it was told for the way forth.
  const { hostAfter: _, ...ssh } = host.ssh
  const old: Host = { ...host, ssh, network }
  const changes = [...checkpoint.files].flatMap(([path, after]): FileChange[] => {
    const now = facts.files[path]
    const before = now && stateOf(now)
    if (before === undefined ? after === undefined : after !== undefined && equal(before, after)) return []
    const network = isNetworkFile({ host: old, facts, backend }, path) || isNetworkFile({ host, facts, backend }, path)
    return [{
      kind: 'file', steps: [name], target: path, disruptive: false, when: network ? 'cut over' : 'stage',
      action: after === undefined ? 'remove' : before === undefined ? 'create' : 'change',
      ...(before ? { before } : {}), ...(after ? { after } : {}),
      // Whether a step called it secret is not known any more: only what the backend owns may be shown.
      ...(network || backend.ownedFiles.includes(path) ? {} : { secret: true }),
    }]
  })
  const moved = changes.filter(({ when }) => when === 'cut over').map(({ target }) => target)
  const activate: ActivateChange[] = moved.length === 0 ? [] : [{
    kind: 'activate', action: 'restart', steps: [name], target: 'network', disruptive: true,
    activation: backend.activation({ host: old, facts }, moved, { after: files }),
  }]
  return assemblePlan({
    host, facts, backend, request, playbook: `${name} of ${checkpoint.runId}`, changes: [...changes, ...activate], network,
    hostAfter: undefined, findings: [], strict: false,
    warnings: [{ text: 'only files and the network go back: modules, settings, services and what commands did stay as they are', strict: false }],
  })
}
