import { mkdirSync, watch } from 'node:fs'
import type { Server, Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bootTree } from './boot.ts'
import { createConnections } from './connections.ts'
import { passMinute } from './crond.ts'
import { watchLogs } from './logs.ts'
import { type KeyPair, knownHostsLine, newKeyPair } from './keys.ts'
import { countPackets, reachableAddresses, readState } from './kernel.ts'
import { killAll, processesOf, runProcess } from './processes.ts'
import { serveSession } from './session.ts'
import type { FleetSettings, SimulatedHost } from './simulatedHost.ts'
import { type FaultType, type SimulatedFault, type SimulatedHostSpec, type SimulatedReach, type SimulatedSwitch, workingSwitch } from './spec.ts'
import { createSshd, type OpenSession } from './sshd.ts'
import { watchControlFiles } from './sysfs.ts'
import { clientOf, makeTree, readSmall, writeSwitch } from './tree.ts'
import { joinByWire, listen } from './wire.ts'

/** Makes a host's tree, starts its SSH server and boots it. */
export const startHost = async (spec: SimulatedHostSpec, settings: FleetSettings): Promise<SimulatedHost> => {
  const { folder, authorizedKey, identityFile, knownHosts, plainTools, options } = settings
  const root = join(folder, spec.name)
  const hostKey = newKeyPair()
  const address = spec.address.split('/')[0] ?? ''
  const faults = new Map<FaultType, SimulatedFault>((spec.faults ?? []).map((fault) => [fault.type, fault]))
  let wire: SimulatedSwitch = { ...workingSwitch, ...spec.switch }
  let power: 'on' | 'off' = 'off'
  let answering = false
  let stopped = false
  // By the port that our own end of a wire connects from.
  const innerSessions = new Map<number, OpenSession>()
  let inner: { readonly server: Server; readonly port: number } | undefined
  const isWatched = (): boolean => faults.has('power-cut-at') || faults.has('supervisor-killed-at')
  const wireNow = (): SimulatedSwitch & { cutOff: boolean } => ({ ...wire, cutOff: faults.has('cut-off-after-cut-over') })

  await makeTree(root, spec, plainTools)
  mkdirSync(join(root, '.kernel'), { recursive: true })

  const sshd = createSshd(hostKey, authorizedKey)
  let impostor: { readonly key: KeyPair; readonly sshd: ReturnType<typeof createSshd> } | undefined
  const server = (): ReturnType<typeof createSshd> => {
    if (!faults.has('wrong-host-key')) return sshd
    if (impostor === undefined) {
      const key = newKeyPair()
      impostor = { key, sshd: createSshd(key, authorizedKey) }
    }
    return impostor.sshd
  }

  const connections = createConnections({
    silence: options.silence ?? 'timeout',
    onCut: options.onCut ?? 'close',
    serve: (socket, to) => void serve(socket, to),
  })
  const sessionsOf = (socket: Socket, to: string): OpenSession => {
    const connection = `${clientOf(spec)} ${socket.remotePort ?? 0} ${to} 22`
    return (session) => serveSession(session, { root, connection, diskFull: faults.has('disk-full') })
  }
  const serve = async (socket: Socket, to: string): Promise<void> => {
    countPackets(root, 10)
    const slow = faults.get('slow')
    const stall = faults.get('stall-after')
    const sessions = sessionsOf(socket, to)
    if (slow?.type !== 'slow' && stall?.type !== 'stall-after' && options.onCut !== 'stall') return server().serve(socket, sessions)
    inner ??= await listen('127.0.0.1', 0, (far) => server().serve(far, (session, user) => innerSessions.get(far.remotePort ?? 0)?.(session, user)))
    joinByWire(socket, inner.port, (port) => {
      innerSessions.set(port, sessions)
      socket.once('close', () => innerSessions.delete(port))
    }, {
      delay: slow?.type === 'slow' ? slow.milliseconds : 0,
      stallAfter: stall?.type === 'stall-after' ? stall.bytes : Number.POSITIVE_INFINITY,
      open: () => connections.whenOpen(to),
    })
  }

  const places = [{ listen: spec.listen?.address ?? '127.0.0.1', address }, ...(spec.later ?? [])]
  const accept = (to: string) => (socket: Socket): void => {
    if (faults.has('refuse')) socket.resetAndDestroy()
    else connections.accept(socket, to)
  }
  const first = await listen(places[0]?.listen ?? '127.0.0.1', spec.listen?.port ?? 0, accept(address))
  const servers = [first.server]
  for (const place of places.slice(1)) servers.push((await listen(place.listen, first.port, accept(place.address))).server)

  const look = (): void => connections.update(power === 'on' && answering ? reachableAddresses(root) : [])
  const settle = async (): Promise<void> => {
    if (power === 'off') return
    await writeSwitch(root, spec, wireNow())
    await runProcess(root, [join(root, '.kernel/settle')])
    look()
  }

  // Power goes on and off in turn, whoever asks.
  let last: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => async (): Promise<void> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  let watcher: ReturnType<typeof watch> | undefined
  const switchOff = async (): Promise<void> => {
    power = 'off'
    answering = false
    watcher?.close()
    controls.close()
    logs.close()
    connections.cutAll()
    await killAll(root)
  }
  // A cut comes at once, in the middle of a boot as well: whoever boots sees that its time is over.
  let cuts = 0
  const switchOn = async (): Promise<void> => {
    if (power === 'on') throw new Error(`${spec.name} is already switched on`)
    const before = cuts
    const isCut = (): boolean => cuts !== before
    await sleep(options.bootTime ?? 0)
    if (isCut()) return
    power = 'on'
    if (isWatched()) logs.open()
    await bootTree(root, spec, wireNow(), isCut)
    if (isCut()) return
    answering = true
    controls.refresh()
    watcher = watch(join(root, '.kernel/changed'), { persistent: false }, () => {
      if (power === 'off') return
      look()
      controls.refresh()
      void readSmall(root, '.kernel/power').then((order) => {
        if (order.startsWith('reboot') && power === 'on' && !stopped) void reboot()
      })
    })
    watcher.on('error', () => undefined)
    look()
  }
  const off = inTurn(switchOff)
  const powerCut = async (): Promise<void> => {
    cuts += 1
    power = 'off'
    connections.cutAll()
    const settled = off()
    await killAll(root)
    await settled
  }
  const boot = inTurn(switchOn)
  const reboot = inTurn(async () => {
    await switchOff()
    if (!stopped) await switchOn()
  })

  const controls = watchControlFiles(root, () => {
    if (power === 'on') void runProcess(root, [join(root, '.kernel/settle')]).catch(() => undefined)
  })
  const logs = watchLogs(root, {
    faults: () => [...faults.values()],
    powerCut: () => {
      faults.delete('power-cut-at')
      void powerCut()
    },
    killed: () => faults.delete('supervisor-killed-at'),
  })

  const minute = setInterval(() => {
    if (power === 'on' && answering) void passMinute(root)
  }, options.minute ?? 60_000)
  minute.unref()

  const changeFaults = async (): Promise<void> => {
    if (power === 'on' && isWatched()) logs.open()
    await settle()
  }
  const laterListen = spec.later?.[0]?.listen
  const reach: SimulatedReach = {
    ssh: {
      host: places[0]?.listen ?? '127.0.0.1',
      ...(laterListen === undefined ? {} : { hostAfter: laterListen }),
      port: first.port,
      user: 'root',
      identityFile,
      identityAgent: 'none',
      knownHosts,
    },
    root,
  }

  await boot()
  return {
    name: spec.name,
    root,
    address: reach.ssh.host,
    port: first.port,
    fingerprint: hostKey.fingerprint,
    knownHosts: places.map((place) => knownHostsLine(place.listen, first.port, hostKey.publicKey)),
    reach,
    setSwitch: async (change) => {
      wire = { ...wire, ...change }
      await settle()
    },
    setFault: async (fault) => {
      faults.set(fault.type, fault)
      await changeFaults()
    },
    clearFault: async (type) => {
      faults.delete(type)
      await changeFaults()
    },
    powerCut,
    boot,
    reboot,
    reachable: (to) => !faults.has('refuse') && connections.answers(to),
    state: () => readState(root, power),
    run: async (command, input) => runProcess(root, ['sh', '-c', command], input),
    processCount: async () => (await processesOf(root)).length,
    passMinute: async () => passMinute(root),
    stop: async () => {
      stopped = true
      clearInterval(minute)
      await powerCut()
      for (const one of [...servers, ...(inner === undefined ? [] : [inner.server])]) await new Promise<void>((resolve) => void one.close(() => resolve()))
    },
  }
}
