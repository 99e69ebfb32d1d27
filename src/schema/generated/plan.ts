/* Generated from plan.schema.json by `npm run schema`. Edit the schema, not this file. */

export type HostStatus =
  'unchanged' | 'changes' | 'committed' | 'rolled-back' | 'failed' | 'unreachable' | 'unknown' | 'lost' | 'skipped'

/**
 * What `fleetnet plan --format json` prints: one document.
 */
export interface PlanDocument {
  /**
   * Of this document's form.
   */
  version: 1
  /**
   * The run that the plan was made for; absent for a plan alone.
   */
  runId?: string
  hosts: PlannedHostDocument[]
}
export interface PlannedHostDocument {
  name: string
  /**
   * In words; absent when the host could not be read. Example: el5 ifcfg xend
   */
  platform?: string
  status: HostStatus
  managementPath?: ManagementPathDocument
  /**
   * Whether the host may be restarted: the new network is booted on trial, or as the last resort of a rollback. Absent: never.
   */
  reboot?: 'trial' | 'last'
  /**
   * Of the facts that the plan rests on, computed on the host.
   */
  digest?: string
  /**
   * In the order of execution; what can cut the connection comes last.
   */
  changes: ChangeDocument[]
  warnings?: string[]
  error?: ErrorDocument
}
/**
 * The devices under the address that our SSH session came in on, in words.
 */
export interface ManagementPathDocument {
  /**
   * Example: eth0  10.1.1.101/24
   */
  before: string
  /**
   * Example: eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.101/24
   */
  after: string
}
export interface ChangeDocument {
  /**
   * The steps that made it, in order, with blanks between.
   */
  step: string
  kind: 'file' | 'module' | 'sysctl' | 'service' | 'command' | 'activate'
  /**
   * A path, a module, a key, a service, a command line, or network. Not shown of a secret that is no file.
   */
  target: string
  /**
   * create, change, remove, load, set, start, stop, restart, enable, disable, run.
   */
  action: string
  /**
   * It can cut the connection, so it runs in the cut-over.
   */
  disruptive: boolean
  /**
   * A unified diff of a file, or one line; a secret's content is never in it.
   */
  diff: string
}
export interface ErrorDocument {
  kind: string
  /**
   * What was expected and what was found.
   */
  what: string
  /**
   * What to do: sentences, and commands that can be pasted.
   */
  next: string[]
  step?: string
}
