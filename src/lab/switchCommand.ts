import { appendFile, open, readFile } from 'node:fs/promises'
import { FleetError } from '../model/errors.ts'
import { quote } from '../model/quote.ts'
import { sleep, until } from './machine.ts'
import { kernelPaths, rackPaths } from './paths.ts'
import { withLock } from './lock.ts'

/** What the switch understands; docs/lab.md tells each. */
export const switchCommands = {
  show: 'ports, link, LACP partner and VLANs of each host',
  lacp: 'HOST on|off [slow|fast]',
  vlans: 'HOST 50,51,100: the tagged VLANs that its ports let through',
  port: 'HOST NIC up|down: as with a cable',
  exec: 'COMMAND…: any program of the switch’s own kernel',
} as const

export type SwitchCommand = keyof typeof switchCommands

export const isSwitchCommand = (word: string): word is SwitchCommand => Object.hasOwn(switchCommands, word)

/** Seconds that a command of the switch may take. */
const patience = 60

/**
 * Changes the switch while it runs, over its console, and resolves to what it printed.
 *
 * @example await switchCommand('lab', 'vlans', ['lab1', '50,51'])
 * @throws FleetError kind command: what the switch said
 */
export const switchCommand = async (rackName: string, command: SwitchCommand, words: readonly string[]): Promise<string> => {
  const rack = rackPaths(rackName)
  const { input, output } = kernelPaths(rack, 'switch')
  // One console, so one command at a time: another one is waited for.
  return inTurn(`${rackName}/switch`, async () => {
    const before = (await readFile(output)).length
    const number = `${process.pid}${Date.now()}`
    await appendFile(input, `${number} ${[...(command === 'exec' ? [] : [command]), ...words].map(quote).join(' ')}\n`)
    let said = ''
    const end = new RegExp(`^${number} (\\d+)\\r?$`, 'm')
    const answered = await until(async () => {
      said = await tail(output, before)
      return end.test(said)
    }, patience)
    if (!answered) throw new FleetError({ kind: 'command', what: `the switch did not answer in ${patience} s`, next: ['fleetnet lab status'] })
    const text = said.slice(0, said.search(end)).replaceAll('\r', '')
    if (end.exec(said)?.[1] !== '0') throw new FleetError({ kind: 'command', what: `the switch refused ${command} ${words.join(' ')}: ${text.trim()}`, next: ['fleetnet lab switch --help'] })
    return text
  })
}

const inTurn = async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
  const end = performance.now() + patience * 1000
  for (;;) {
    try {
      return await withLock(lock, work)
    } catch (error) {
      if (!(error instanceof FleetError) || error.kind !== 'busy' || performance.now() > end) throw error
      await sleep(100)
    }
  }
}

const tail = async (path: string, from: number): Promise<string> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(Math.max(0, size - from)), 0, Math.max(0, size - from), from)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}
