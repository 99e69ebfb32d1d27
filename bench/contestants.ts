/** One way of doing the job, or a part of it. */
export interface Contestant {
  readonly name: string
  /** How many times the floor's time it may take, as an aim. */
  readonly aim?: number
  readonly command: readonly [string, ...string[]]
  readonly input?: string
  /** It starts from freshly booted hosts; otherwise from how the one before it left them. */
  readonly fresh: boolean
  /** What the hosts' files are to be afterwards. */
  readonly leaves: 'untouched' | 'changed'
}

export interface ContestantSettings {
  readonly node: string
  readonly bin: string
  readonly floorWith: (options: readonly string[]) => string
  readonly floorInput: string
}

/** In the order in which a round plays them. */
export const contestants = ({ node, bin, floorWith, floorInput }: ContestantSettings): readonly Contestant[] => {
  const fleetnet = (...words: string[]): readonly [string, ...string[]] => [node, bin, ...words, '--inventory', 'bench', '--forks', '20']
  const apply = (...words: string[]) => fleetnet('apply', '--yes', '--format', 'text', ...words)
  return [
    { name: 'floor: ssh', command: ['sh', '-c', floorWith([])], input: floorInput, fresh: true, leaves: 'changed' },
    { name: 'floor: ssh, curve25519-sha256', command: ['sh', '-c', floorWith(['-o', 'KexAlgorithms=curve25519-sha256'])], input: floorInput, fresh: true, leaves: 'changed' },
    { name: 'fleetnet plan (dry run)', aim: 0.6, command: fleetnet('plan'), fresh: true, leaves: 'untouched' },
    { name: 'fleetnet apply, files only', aim: 1, command: apply('--playbook', 'files'), fresh: true, leaves: 'changed' },
    { name: 'fleetnet apply, cut-over', aim: 1.3, command: apply(), fresh: true, leaves: 'changed' },
    { name: 'fleetnet apply, nothing to do', aim: 0.5, command: apply(), fresh: false, leaves: 'changed' },
  ]
}
