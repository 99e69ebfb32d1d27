import { insideRack } from './network.ts'
import { tryRun } from './machine.ts'

/** Whether an SSH server greets at an address of the rack. bash's /dev/tcp needs no program of its own in the namespace. */
export const answers = async (rackName: string, address: string): Promise<boolean> => {
  const [ip = '', ...words] = insideRack(rackName, ['/usr/bin/timeout', '2', '/usr/bin/bash', '-c', 'exec 3<>"/dev/tcp/$0/22" && read -r greeting <&3 && echo "$greeting"', address])
  return (await tryRun(ip, words)).startsWith('SSH-')
}
