import { mkdtemp, realpath } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExecutionContext } from 'ava'
import ssh2 from 'ssh2'
import { type FleetOptions, type SimulatedFleet, type SimulatedHost, type SimulatedHostSpec, startFleet } from '../../src/sim/index.ts'

export const virtual4: SimulatedHostSpec = {
  name: 'virtual4',
  release: 'el5',
  nics: [
    { name: 'eth0', mac: '00:14:5E:C0:FF:EE' },
    { name: 'eth1', mac: '00:14:5E:C0:FF:EF' },
  ],
  address: '10.1.1.101/24',
  gateway: '10.1.1.1',
}

/** A fleet that is stopped and removed when the test ends. */
export const fleetFor = async (t: ExecutionContext, hosts: readonly SimulatedHostSpec[], options: Partial<FleetOptions> = {}): Promise<SimulatedFleet> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-sim-')))
  const fleet = await startFleet({ minute: 3_600_000, ...options, folder, hosts })
  t.teardown(() => fleet.stop({ remove: true }))
  return fleet
}

export const hostFor = async (t: ExecutionContext, spec: Partial<SimulatedHostSpec> = {}, options: Partial<FleetOptions> = {}): Promise<SimulatedHost> =>
  (await fleetFor(t, [{ ...virtual4, ...spec }], options)).host(spec.name ?? virtual4.name)

/** The files of a bonded trunk with the address on vlan100, put into place. */
export const bondedTrunk = (root: string): string => `
cd ${root}/etc/sysconfig/network-scripts
printf 'DEVICE=bond0\\nBOOTPROTO=none\\nONBOOT=yes\\nBONDING_OPTS="mode=802.3ad miimon=100"\\n' >ifcfg-bond0
for nic in eth0 eth1; do printf "DEVICE=$nic\\nBOOTPROTO=none\\nONBOOT=yes\\nMASTER=bond0\\nSLAVE=yes\\n" >ifcfg-$nic; done
printf 'DEVICE=bond0.100\\nVLAN=yes\\nBOOTPROTO=none\\nONBOOT=yes\\nBRIDGE=vlan100\\n' >ifcfg-bond0.100
printf 'DEVICE=vlan100\\nTYPE=Bridge\\nBOOTPROTO=none\\nONBOOT=yes\\nIPADDR=10.1.1.101\\nNETMASK=255.255.255.0\\n' >ifcfg-vlan100
`

/** Waits for what comes by itself; the deadline only bounds a failure. */
export const until = async (what: string, condition: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> => {
  for (const end = Date.now() + milliseconds; !(await condition()); await sleep(10)) if (Date.now() > end) throw new Error(`never came: ${what}`)
}

export interface Client {
  exec(command: string, input?: string): Promise<{ readonly code: number | undefined; readonly output: string }>
  readonly closed: Promise<void>
  readonly client: ssh2.Client
  end(): void
}

/** Logs in as a controller does. Rejects with the client's error, or `no answer` after so many milliseconds. */
export const login = async (host: SimulatedHost, milliseconds = 5_000): Promise<Client> => {
  const client = new ssh2.Client()
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      client.destroy()
      reject(new Error('no answer'))
    }, milliseconds)
    client.once('ready', () => {
      clearTimeout(timer)
      resolve()
    })
    client.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    client.connect({
      sock: createConnection({ host: host.address, port: host.port, noDelay: true }),
      username: 'root',
      privateKey: readFileSync(host.reach.ssh.identityFile),
      hostHash: 'sha256',
      hostVerifier: (hash: string) => `SHA256:${Buffer.from(hash, 'hex').toString('base64').replace(/=+$/, '')}` === host.fingerprint,
    })
  })
  return {
    client,
    closed,
    exec: async (command, input = '') =>
      new Promise((resolve, reject) => {
        client.exec(command, (error, channel) => {
          if (error) return reject(error)
          let output = ''
          let code: number | undefined
          channel.on('data', (data: Buffer) => (output += data.toString()))
          channel.stderr.on('data', (data: Buffer) => (output += data.toString()))
          channel.on('exit', (status: number | null) => (code = status ?? undefined))
          channel.on('close', () => resolve({ code, output }))
          channel.end(input)
        })
      }),
    end: () => client.destroy(),
  }
}
