import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trimEnd()
  } catch {
    return ''
  }
}

/** An address that the wire lets through to the simulated client, and the device that carries it. */
export interface ReachableAddress {
  /** Without prefix length. */
  readonly address: string
  readonly device: string
}

/** The addresses that answer now, as the simulated kernel last worked out. */
export const reachableAddresses = (root: string): ReachableAddress[] =>
  read(join(root, '.kernel/reachable'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [address = '', device = ''] = line.split(' ')
      return { address: address.split('/')[0] ?? '', device }
    })

/** A device of a simulated host, in short. */
export interface SimulatedDevice {
  readonly kind: string
  readonly up: boolean
  readonly carrier: boolean
  readonly mac: string
  readonly master: string | undefined
  /** With prefix length. */
  readonly addresses: readonly string[]
}

/** The running network of a host's tree. */
export interface SimulatedState {
  readonly power: 'on' | 'off'
  readonly bootId: string
  readonly devices: Readonly<Record<string, SimulatedDevice>>
  /** As `ip route` prints those that are not connected ones. */
  readonly routes: readonly string[]
  readonly reachable: readonly ReachableAddress[]
}

export const readState = (root: string, power: 'on' | 'off'): SimulatedState => {
  const names = read(join(root, '.kernel/links')).split(' ').filter((name) => name !== '')
  const device = (name: string): SimulatedDevice => {
    const folder = join(root, 'sys/class/net', name)
    const master = read(join(root, '.kernel/master', name))
    return {
      kind: read(join(root, '.kernel/kind', name)),
      up: (Number.parseInt(read(join(folder, 'flags')), 16) & 1) === 1,
      carrier: read(join(folder, 'carrier')) === '1',
      mac: read(join(folder, 'address')),
      master: master === '' ? undefined : master,
      addresses: read(join(root, '.kernel/addresses', name)).split('\n').flatMap((line) => line.split(' ')[1] ?? []),
    }
  }
  return {
    power,
    bootId: read(join(root, 'proc/sys/kernel/random/boot_id')),
    devices: Object.fromEntries(names.map((name) => [name, device(name)])),
    routes: read(join(root, '.kernel/routes')).split('\n').filter((line) => line !== ''),
    reachable: power === 'on' ? reachableAddresses(root) : [],
  }
}

/** Counts packets that came in on every device that the wire reaches: what a new connection leaves behind. */
export const countPackets = (root: string, packets: number): void => {
  for (const name of safeNames(join(root, '.kernel/wire'))) {
    if (['', '-'].includes(read(join(root, '.kernel/wire', name)))) continue
    const counter = join(root, 'sys/class/net', name, 'statistics/rx_packets')
    try {
      writeFileSync(counter, `${Number(read(counter)) + packets}\n`)
    } catch {
      // the device went away meanwhile
    }
  }
}

const safeNames = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
