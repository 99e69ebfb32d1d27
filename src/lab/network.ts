import { run, tryRun } from './machine.ts'
import { namespaceOf, type Rack } from './rack.ts'
import { controllerTap } from './wires.ts'

/** The rack's namespace with the controller's end of the switch. Nothing in it leads outside. */
export const makeNetwork = async (rack: Rack): Promise<void> => {
  const namespace = namespaceOf(rack.name)
  const ip = (...words: string[]): Promise<string> => run('/usr/sbin/ip', ['-n', namespace, ...words])
  await run('/usr/sbin/ip', ['netns', 'add', namespace])
  await ip('link', 'set', 'lo', 'up')
  await ip('tuntap', 'add', 'mode', 'tap', 'name', controllerTap)
  await ip('link', 'set', controllerTap, 'up')
  await ip('addr', 'add', rack.controller, 'dev', controllerTap)
}

/**
 * Once the switch has opened its end of the tap, and so has told this kernel that merged frames are welcome there: they are not,
 * its vector NIC takes what is longer than a frame for a frame (a third of what was sent in bulk was sent again).
 */
export const plainTap = (name: string): Promise<string> =>
  run('/usr/sbin/ip', ['netns', 'exec', namespaceOf(name), '/usr/sbin/ethtool', '-K', controllerTap, 'tso', 'off', 'gso', 'off', 'tx', 'off'])

/** Whatever runs in the namespace is ended, and the namespace is gone. */
export const removeNetwork = async (name: string): Promise<void> => {
  const namespace = namespaceOf(name)
  const processes = (await tryRun('/usr/sbin/ip', ['netns', 'pids', namespace])).split('\n').filter((line) => /^\d+$/.test(line))
  for (const pid of processes) await tryRun('/bin/kill', ['-KILL', pid])
  await tryRun('/usr/sbin/ip', ['netns', 'delete', namespace])
}

/** The words that run a program inside the rack's namespace. */
export const insideRack = (name: string, words: readonly string[]): string[] => ['/usr/sbin/ip', 'netns', 'exec', namespaceOf(name), ...words]
