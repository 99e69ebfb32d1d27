/** A file's content and who may read it. */
export interface FileState {
  readonly content: string
  /** Permission bits. Example: 0o644 */
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

interface Common {
  /** Names of the steps that made it, in order; several steps may write one file. */
  readonly steps: readonly string[]
  /** What it acts on: a path, a module, a key, a service, a command line, or `network`. */
  readonly target: string
  /** It can cut the connection, so it runs in the cut-over. */
  readonly disruptive: boolean
  /** Why a change of a kind that counts as disruptive is said not to be (TRANSACTION.md, rule 23). */
  readonly reason?: string
  /** Its contents are never shown, logged or saved. */
  readonly secret?: boolean
}

export type FileChange = Common & {
  readonly kind: 'file'
  readonly action: 'create' | 'change' | 'remove'
  readonly before?: FileState
  readonly after?: FileState
  /**
   * When the new content comes into place: `stage` before anything can cut; `cut over` together with the activation,
   * for the files that the network scripts read (ifdown needs the old ones, ifup the new ones).
   */
  readonly when: 'stage' | 'cut over'
}
export type ModuleChange = Common & { readonly kind: 'module'; readonly action: 'load' }
export type SysctlChange = Common & { readonly kind: 'sysctl'; readonly action: 'set'; readonly before?: string; readonly after: string }
export type ServiceChange = Common & { readonly kind: 'service'; readonly action: 'start' | 'stop' | 'restart' | 'enable' | 'disable' }
/** `command` is one line for `sh -c`, already quoted by the step. */
export type CommandChange = Common & { readonly kind: 'command'; readonly action: 'run'; readonly command: string; readonly timeout: number }
/** The cut-over: the backend takes the old devices down and the new ones up. */
export type ActivateChange = Common & { readonly kind: 'activate'; readonly action: 'restart'; readonly activation: Activation }

export type Change = FileChange | ModuleChange | SysctlChange | ServiceChange | CommandChange | ActivateChange

/** One command of an activation: words, quoted where they become shell, and how long it may take. */
export interface ActivationCommand {
  readonly words: readonly string[]
  /** Seconds; then it is killed and counts as failed. */
  readonly timeout: number
  /** A failure is logged and does not end the cut-over: what counts is verified afterwards. */
  readonly mayFail: boolean
}

/** How a backend moves the running network from the old files to the new ones, and back. */
export interface Activation {
  /** With the old files in place: what is taken down, management path last. */
  readonly down: readonly ActivationCommand[]
  /** With the new files in place: what is brought up, management path first: it is away from its own down to its own up. */
  readonly up: readonly ActivationCommand[]
  /** The way back, with the new files still in place: takes the new devices down. */
  readonly undoDown: readonly ActivationCommand[]
  /** The way back, with the old files in place again: brings the old devices up, management path first. */
  readonly undoUp: readonly ActivationCommand[]
  /** Devices that the cut-over makes and the kernel-level rung of the ladder may delete. Highest first. */
  readonly newDevices: readonly string[]
  /** Devices whose state the checkpoint records and the kernel-level rung restores. */
  readonly touchedDevices: readonly string[]
}
