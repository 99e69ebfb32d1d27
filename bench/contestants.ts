import type { Floor } from './floor.ts'

/** One way of doing the job, or a part of it. */
export interface Contestant {
  readonly name: string
  /** The contestant that its time is compared with. Default: the first one. */
  readonly against?: string
  /** How many times that one's time it may take, as an aim. */
  readonly aim?: number
  readonly command: readonly [string, ...string[]]
  readonly input?: string
  /** It starts from freshly booted hosts; otherwise from how the one before it left them. */
  readonly fresh: boolean
  /** What the hosts' files are to be afterwards. */
  readonly leaves: 'untouched' | 'changed'
}

const withCutOver = 'ssh, files and cut-over'

/** In the order in which a round plays them. */
export const contestants = ({ node, bin, floor }: { readonly node: string; readonly bin: string; readonly floor: Floor }): readonly Contestant[] => {
  const ssh = (name: string, ...command: Parameters<Floor['command']>): Contestant => ({ name, command: ['sh', '-c', floor.command(...command)], input: floor.input, fresh: true, leaves: 'changed' })
  const fleetnet = (...words: string[]): readonly [string, ...string[]] => [node, bin, ...words, '--forks', '20']
  const apply = (...words: string[]) => fleetnet('apply', '--yes', '--format', 'text', ...words)
  return [
    ssh('ssh, files', 'files'),
    ssh('ssh, files, KexAlgorithms=curve25519-sha256', 'files', ['-o', 'KexAlgorithms=curve25519-sha256']),
    ssh(withCutOver, 'network'),
    { name: 'fleetnet plan', aim: 0.6, command: fleetnet('plan', '-i', 'network'), fresh: true, leaves: 'untouched' },
    { name: 'fleetnet apply, files', aim: 1, command: apply('-i', 'files'), fresh: true, leaves: 'changed' },
    { name: 'fleetnet apply, files on trial', aim: 1.3, command: apply('-i', 'files', '-p', 'trial'), fresh: true, leaves: 'changed' },
    { name: 'fleetnet apply, files and cut-over', against: withCutOver, command: apply('-i', 'network'), fresh: true, leaves: 'changed' },
    { name: 'fleetnet apply, nothing to do', aim: 0.5, command: apply('-i', 'network'), fresh: false, leaves: 'changed' },
  ]
}
