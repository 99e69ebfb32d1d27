// Hosts behind a real OpenSSH sshd: trees in which the real scripts run, each reached over a link of its own that a test can cut.
import { mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'
import { bootTree } from '../../src/sim/boot.ts'
import { type SimulatedHostSpec, workingSwitch } from '../../src/sim/spec.ts'
import { installPlainTools } from '../../src/sim/tools.ts'
import { makeTree } from '../../src/sim/tree.ts'
import type { KeyPair } from '../transport/ssh-server.ts'
import { type Links, startLinks, startSshd } from './sshd.ts'

/** Who the hosts think that talks to them. */
export const client = '10.1.1.1'

export interface RealHost {
  readonly name: string
  /** Loopback address on which it is reached. Example: 127.0.13.1 */
  readonly listen: string
  /** Its own address, without prefix length. Example: 10.1.1.101 */
  readonly address: string
  readonly root: string
  readonly spec: SimulatedHostSpec
}

export interface Machine extends Links {
  readonly folder: string
  readonly hosts: readonly RealHost[]
  readonly hostKey: KeyPair
}

const two = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase()

export interface MachineOptions {
  readonly authorizedKeys: readonly string[]
  readonly hostKey: KeyPair
  /** What differs from a plain el5 host, by number from 1. */
  readonly spec?: (number: number) => Partial<SimulatedHostSpec>
  /** Makes the folder of the trees something of its own, such as a mount; what it returns undoes that when all has ended. */
  readonly prepare?: (folder: string) => () => void
}

/** Makes so many hosts, boots them and serves them; all of it is gone when the test ends. */
export const openMachine = async (t: ExecutionContext, count: number, { authorizedKeys, hostKey, spec: differing = () => ({}), prepare }: MachineOptions): Promise<Machine> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-end-')))
  const trees = join(folder, 'hosts')
  await mkdir(trees)
  const undo = prepare?.(trees)
  const plainTools = join(folder, 'plain-tools')
  await installPlainTools(plainTools)
  const hosts: RealHost[] = []
  for (let number = 1; number <= count; number += 1) {
    const name = `h${number}`
    const address = `10.1.1.${100 + number}`
    const nics = [0, 1].map((nic) => ({ name: `eth${nic}`, mac: `00:14:5E:C0:${two(number)}:${two(nic)}` }))
    const spec: SimulatedHostSpec = { name, release: 'el5', nics, address: `${address}/24`, gateway: client, client, ...differing(number) }
    const root = join(trees, name)
    await makeTree(root, spec, plainTools)
    await mkdir(join(root, '.kernel'), { recursive: true })
    await bootTree(root, spec, { ...workingSwitch, cutOff: false }, () => false)
    hosts.push({ name, listen: `127.0.13.${number}`, address, root, spec })
  }
  const sshd = await startSshd(folder, hosts, { authorizedKeys, hostKey })
  const links = await startLinks(hosts, sshd.port)
  t.teardown(async () => {
    await links.stop()
    await sshd.stop()
    for (const { root } of hosts) await killAllOf(root)
    undo?.()
    await rm(folder, { recursive: true, force: true })
  })
  return { ...links, folder, hosts, hostKey }
}

export const hostOf = ({ hosts }: Machine, name: string): RealHost => {
  const host = hosts.find((one) => one.name === name)
  if (host === undefined) throw new RangeError(`no host ${name}`)
  return host
}

/**
 * Processes that act for a host, with their command lines. sudo drops the simulator's mark from the environment, but what
 * runs one of a transaction's roles has its root in PATH.
 */
export const processesOf = async (root: string): Promise<{ readonly id: number; readonly command: string }[]> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  const found = await Promise.all(
    ids.map(async (id) => {
      try {
        const [environment, words] = await Promise.all([readFile(`/proc/${id}/environ`, 'latin1'), readFile(`/proc/${id}/cmdline`, 'latin1')])
        return environment.includes(`${root}/`) || words.includes(`${root}/`) ? { id: Number(id), command: words.replaceAll('\0', ' ') } : undefined
      } catch {
        return undefined // ended meanwhile
      }
    }),
  )
  return found.filter((one) => one !== undefined)
}

const killAllOf = async (root: string): Promise<void> => {
  for (let round = 0; round < 50; round += 1) {
    const found = await processesOf(root)
    if (found.length === 0) return
    for (const { id } of found) {
      try {
        process.kill(id, 'SIGKILL')
      } catch {
        // ended meanwhile
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Resolves when nothing of ours runs on the host any more; fails the test when that takes longer than it may. */
export const untilQuiet = async (t: ExecutionContext, { name, root }: RealHost, seconds = 60): Promise<void> => {
  const until = Date.now() + seconds * 1000
  for (;;) {
    const found = await processesOf(root)
    if (found.length === 0) return
    if (Date.now() > until) return t.fail(`${name} still runs ${found.map(({ command }) => command).join(', ')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
