import type { SshTarget } from './host.ts'

/** One exec on a connection. */
export interface ExecRequest {
  /** One line for the host's login shell, which may be csh or fish: the transport wraps it so that a POSIX sh runs it. */
  readonly command: string
  /** Sent after the command has started (and, with sudo, after the password was taken). */
  readonly input?: string | Uint8Array
  /** Keep standard input open after `input`, for `write`. Default: false. */
  readonly keepInputOpen?: boolean
  /** Called with each whole line of standard output, without its newline, as it comes. Lines over 64 KiB are cut. */
  readonly onLine?: (line: string) => void
  /** Milliseconds until the exec is ended and counts as timed out. */
  readonly timeout: number
  /** Bytes of output that are kept; more ends the exec. Default: 16 MiB. */
  readonly maxOutput?: number
}

/**
 * How an exec ended. It never throws for what the host does: look at `ended`. `exited` says that the host told how the
 * command ended; `cut-off` that the connection or the channel ended before. What runs on the host is not killed when an
 * exec is ended from here: it sees the end of its input and a closed output.
 */
export interface ExecResult {
  readonly ended: 'exited' | 'cut-off' | 'timed-out' | 'too-much-output' | 'aborted'
  /** Exit status; undefined when a signal or the end of the connection ended it. */
  readonly code: number | undefined
  /** Without what the login shell printed before the command ran; of a command that never ran, just that. */
  readonly stdout: Buffer
  /** The last 64 KiB. */
  readonly stderr: string
}

export interface Execution {
  /**
   * How it ended. It rejects only when the command could not be run as root, with a FleetError of kind become: sudo is
   * missing, refused, or its password cannot be had or was wrong. A password is tried once, never a second time.
   */
  readonly result: Promise<ExecResult>
  /** Standard output so far. */
  output(): Buffer
  /** Writes whole lines of text to standard input; only with keepInputOpen. */
  write(text: string): void
  endInput(): void
  abort(): void
}

/** An open connection to a host. */
export interface Connection {
  /** SHA256 fingerprint of the host's key. Example: SHA256:47DEQpj8... */
  readonly hostKey: string
  exec(request: ExecRequest): Execution
  /** Resolves when the connection has ended, for whatever reason. */
  readonly closed: Promise<void>
  close(): void
}

/** Opens connections. Rejects with a FleetError of kind connect, host-key, authentication, or interrupted (the signal). */
export interface Transport {
  connect(host: string, target: SshTarget, options?: ConnectOptions): Promise<Connection>
  /** Ends what is shared by all hosts: agents, prompts. */
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Address instead of the target's host: where it should answer after the change. */
  readonly address?: string
  /** The fingerprint that the host must have, from the first connection. */
  readonly pinnedHostKey?: string
  readonly signal?: AbortSignal
  /** Milliseconds instead of the target's connectTimeout. */
  readonly timeout?: number
}

/** Answers a secret reference. Prompts are asked once for the whole run. */
export interface SecretSource {
  read(secret: import('./host.ts').Secret, purpose: string): Promise<string>
}
