// A boot on trial: the token, the guard, the watch in the new boot, and the way back by another boot.
import { readlinkSync, rmSync, writeFileSync } from 'node:fs'
import type { ExecutionContext } from 'ava'
import type { HostPlan } from '../../src/model/plan.ts'
import type { CompiledTransaction } from '../../src/model/transaction.ts'
import { compile, cutOver, file, isNew, isOld, traces } from './plans.ts'
import { eventually, type Session, type TestHost } from './host.ts'
import { all, onHost } from './userlands.ts'

/** An init that does as it is told: it ends everybody. The host is down then, until a test boots it. */
const goesDown = 'for role in supervisor watchdog; do for file in "$R"/etc/fleetnet/tx/*/$role; do read -r pid rest <"$file" 2>/dev/null && kill -KILL "$pid" 2>/dev/null; done; done; kill -KILL $PPID'

const trial = (host: TestHost, boot = 120, overrides: Partial<HostPlan> = {}): CompiledTransaction =>
  compile(host, cutOver(host), { reboot: 'trial', timeouts: { cutOver: 30, confirm: 30, settle: 0.3, boot }, ...overrides })
const types = ({ progress }: Session): string[] => progress().map(({ type }) => type)
const restarts = (host: TestHost): string[] => host.calls().filter((call) => /^(?:shutdown|reboot)/.test(call))
/** How often the init was asked; one that does nothing, as here, is passed over after the plan's time for a boot. */
const asked = (host: TestHost): number => restarts(host).filter((call) => call === 'shutdown -r now').length
const activations = (host: TestHost): string[] => host.calls().filter((call) => /^if(?:up|down)/.test(call))

/** The host has taken the order to restart, and everything is in place for it. */
const rebooting = async (host: TestHost, compiled: CompiledTransaction, init = goesDown): Promise<Session> => {
  host.write('behave/shutdown', init)
  const session = host.start(compiled)
  await session.line(/ rebooting$/)
  await eventually('the init was asked', () => asked(host) > 0)
  return session
}
const isClean = async (t: ExecutionContext, host: TestHost): Promise<void> => {
  await eventually('nothing runs', () => host.processes().length === 0)
  t.deepEqual(traces(host), [])
}
const follow = async (host: TestHost, compiled: CompiledTransaction): Promise<string[]> => {
  const session = host.session(compiled.followReceived, { nonce: compiled.nonce })
  await session.ended
  return types(session)
}

onHost('booted on trial, then confirmed: nothing is cut over, and the new boot has a watch of its own', all, async (t, host) => {
  const compiled = trial(host)
  const session = await rebooting(host, compiled)
  t.deepEqual(types(session), ['received', 'locked', 'checkpointed', 'armed', 'guarded', 'staged', 'rebooting'])
  t.true(isNew(host))
  t.is(host.state(compiled), 'rebooting')
  t.deepEqual(activations(host), [])
  t.deepEqual(restarts(host), ['shutdown -r now'])
  await host.reboot()
  await session.ended
  t.true(isNew(host), host.read(`${host.folder(compiled)}/log`))
  t.is(host.state(compiled), 'on trial')
  t.false(host.has(`${host.folder(compiled)}/token`), 'used')
  await eventually('somebody stands in for the supervisor', () => host.read(`${host.folder(compiled)}/trial`) === host.read(`${host.folder(compiled)}/supervisor`))
  // The init may start the guard again in the same boot, as for another runlevel.
  await host.session(`sh ${host.root}/etc/rc.d/rc3.d/S01fleetnet-guard start`).ended
  t.is(host.state(compiled), 'on trial')
  const busy = host.start(compile(host, [file('/etc/motd', 'another\n')]))
  await busy.ended
  t.like(busy.progress().at(-1), { type: 'refused', kind: 'busy' }, 'the trial has an owner')
  t.is(await host.ctl(compiled, 'confirm').ended, 0)
  t.true(isNew(host))
  t.deepEqual((await follow(host, compiled)).slice(-4), ['rebooting', 'armed', 'on-trial', 'committed'])
  t.deepEqual(activations(host), [])
  t.is(host.read(`${host.folder(compiled)}/errors`), '')
  await isClean(t, host)
  await host.reboot()
  t.true(isNew(host))
})

onHost('not confirmed in the new boot: the old files, and another boot', all, async (t, host) => {
  const compiled = trial(host, 3)
  await rebooting(host, compiled)
  await host.reboot()
  await eventually('it is restarted again', () => asked(host) === 2, 60)
  t.true(isOld(host))
  t.is(host.state(compiled), 'rolling back')
  t.deepEqual(activations(host), [], 'the network of the trial is not touched before')
  await host.reboot()
  t.is(host.state(compiled), 'rolled back')
  t.true(isOld(host))
  t.deepEqual((await follow(host, compiled)).slice(-5), ['on-trial', 'rolling-back', 'doing', 'rolling-back', 'rolled-back'])
  t.is(host.read(`${host.folder(compiled)}/errors`), '')
  await isClean(t, host)
})

onHost('not confirmed, and no restart either: back by the network scripts', ['dash'], async (t, host) => {
  const compiled = trial(host, 3)
  await rebooting(host, compiled)
  host.write('behave/shutdown', 'exit 1')
  await host.reboot()
  await eventually('it is back', () => host.state(compiled) === 'rolled back', 60)
  t.true(isOld(host))
  t.deepEqual(restarts(host).slice(1), ['shutdown -r now', 'reboot -n -f -f'])
  t.true(activations(host).includes('ifup eth0'))
  await isClean(t, host)
})

onHost('started again on trial: the old files, before networking', ['dash', 'busybox'], async (t, host) => {
  const compiled = trial(host)
  await rebooting(host, compiled)
  await host.reboot()
  t.is(host.state(compiled), 'on trial')
  await host.reboot()
  t.true(isOld(host))
  t.is(host.state(compiled), 'rolled back')
  t.deepEqual(activations(host), [])
  await isClean(t, host)
})

const token = (host: TestHost, compiled: CompiledTransaction): string => host.path(`${host.folder(compiled)}/token`)
/** What the guard finds of the token, and of a decision, and what it makes of them. */
const boots: readonly { readonly found: string; readonly make: (host: TestHost, compiled: CompiledTransaction) => void; readonly ends: 'on trial' | 'rolled back' | 'committed' }[] = [
  { found: 'an unused token', make: () => undefined, ends: 'on trial' },
  { found: 'no token', make: (host, compiled) => rmSync(token(host, compiled)), ends: 'rolled back' },
  { found: 'an empty token', make: (host, compiled) => writeFileSync(token(host, compiled), ''), ends: 'rolled back' },
  { found: 'zeros for a token', make: (host, compiled) => writeFileSync(token(host, compiled), Buffer.alloc(33)), ends: 'rolled back' },
  { found: 'a folder for a token', make: (host, compiled) => (rmSync(token(host, compiled)), host.write(`${host.folder(compiled)}/token/x`, '')), ends: 'rolled back' },
  { found: 'an unused token, and the decision to roll back', make: (host, compiled) => host.write(`${host.folder(compiled)}/decision`, 'rollback\n'), ends: 'rolled back' },
  { found: 'no token, and the decision to commit', make: (host, compiled) => (rmSync(token(host, compiled)), host.write(`${host.folder(compiled)}/decision`, 'commit\n')), ends: 'committed' },
  { found: 'a token, and no mark for the boot', make: (host, compiled) => (rmSync(host.path(`${host.folder(compiled)}/trial`)), host.write(`${host.folder(compiled)}/trial/x`, '')), ends: 'rolled back' },
]
for (const { found, make, ends } of boots)
  onHost(`the guard finds ${found}: ${ends}`, ['dash'], async (t, host) => {
    const compiled = trial(host)
    await rebooting(host, compiled)
    host.kill()
    make(host, compiled)
    await host.reboot()
    t.is(host.state(compiled), ends, host.read(`${host.folder(compiled)}/log`))
    t.true(ends === 'rolled back' ? isOld(host) : isNew(host))
    if (ends === 'on trial') return
    await isClean(t, host)
  })

for (const stage of ['armed', 'guarded', 'staged'] as const)
  onHost(`power cut when ${stage}, before there is a token: the old files`, ['dash'], async (t, host) => {
    const compiled = trial(host)
    const session = host.start(compiled)
    await session.line(new RegExp(` ${stage}( |$)`))
    host.kill()
    const had = host.has(`${host.folder(compiled)}/token`)
    await host.reboot()
    t.true(had ? isNew(host) : isOld(host))
  })

onHost('power cut between the guard’s taking of the token and its watch: the old files', ['dash'], async (t, host) => {
  host.wrap('dd')
  const compiled = trial(host)
  await rebooting(host, compiled)
  host.write('behave/dd', 'case "$*" in *token-used*) : >"$R/now"; exec sleep 60 ;; esac')
  const boot = host.reboot()
  await eventually('taken', () => host.has('now'))
  t.false(host.has(`${host.folder(compiled)}/token`))
  host.kill()
  await boot
  host.unwrite('behave/dd')
  await host.reboot()
  t.true(isOld(host))
  t.is(host.state(compiled), 'rolled back')
  await isClean(t, host)
})

onHost('a token that cannot be taken for good is none', ['dash'], async (t, host) => {
  host.wrap('dd')
  const compiled = trial(host)
  await rebooting(host, compiled)
  host.write('behave/dd', 'case "$*" in *token-used*) exit 1 ;; esac')
  await host.reboot()
  t.true(isOld(host))
  t.is(host.state(compiled), 'rolled back')
})

onHost('in the new boot the rescuer takes the place of who was killed, and keeps to the deadline', ['dash', 'busybox'], async (t, host) => {
  const compiled = trial(host, 3)
  await rebooting(host, compiled)
  await host.reboot()
  host.kill()
  const rescuer = host.ctl(compiled, 'rescue')
  await eventually('it is restarted again', () => asked(host) === 2, 60)
  t.true(isOld(host))
  host.kill()
  await rescuer.ended
  await host.reboot()
  t.is(host.state(compiled), 'rolled back')
  await isClean(t, host)
})

onHost('the guard did not run in the new boot: the rescuer goes back', ['dash'], async (t, host) => {
  const compiled = trial(host)
  await rebooting(host, compiled)
  host.kill()
  host.newBoot()
  const rescuer = host.ctl(compiled, 'rescue')
  await eventually('it is restarted again', () => asked(host) === 2, 60)
  t.true(isOld(host))
  host.kill()
  await rescuer.ended
  // And if the guard does not run again: no second time.
  host.newBoot()
  await host.ctl(compiled, 'rescue').ended
  t.is(host.state(compiled), 'rolled back')
  t.is(asked(host), 2)
  await isClean(t, host)
})

onHost('an init that refuses: nothing had happened, and it goes back', ['dash'], async (t, host) => {
  host.write('behave/shutdown', 'exit 1')
  const compiled = trial(host)
  const session = host.start(compiled)
  await session.ended
  t.deepEqual(types(session).slice(-4), ['rebooting', 'warning', 'rolling-back', 'rolled-back'])
  t.like(session.progress().find(({ type }) => type === 'rolling-back'), { why: 'the host could not be restarted' })
  t.deepEqual(restarts(host), ['shutdown -r now'])
  t.true(isOld(host))
  t.deepEqual(activations(host), [])
  await isClean(t, host)
})

onHost('an init that hangs: it is restarted without', ['dash', 'busybox'], async (t, host) => {
  const compiled = trial(host, 2)
  host.write('behave/reboot', goesDown)
  await rebooting(host, compiled, 'exit 0')
  await eventually('the hard way', () => restarts(host).length === 2, 60)
  t.deepEqual(restarts(host), ['shutdown -r now', 'reboot -n -f -f'])
  await host.reboot()
  const log = host.session(compiled.followReceived, { nonce: compiled.nonce })
  await log.line(/ on-trial$/)
})

onHost('told to go back while it goes down: the old files, and the boot finds nothing to do', ['dash'], async (t, host) => {
  const compiled = trial(host)
  const session = await rebooting(host, compiled, 'exit 0')
  t.is(await host.ctl(compiled, 'confirm').ended, 1, 'what has not booted cannot be confirmed')
  t.is(await host.ctl(compiled, 'rollback').ended, 0)
  await session.ended
  t.true(isOld(host))
  await host.reboot()
  t.is(host.state(compiled), 'rolled back')
  t.true(isOld(host))
  t.deepEqual(activations(host), [])
  await isClean(t, host)
})

onHost('the supervisor is killed while the host goes down: nobody takes that for an accident', ['dash'], async (t, host) => {
  const compiled = trial(host)
  await rebooting(host, compiled, 'exit 0')
  process.kill(host.pid(compiled, 'supervisor'), 'SIGKILL')
  const watchdog = host.pid(compiled, 'watchdog')
  const session = host.session(compiled.followReceived, { nonce: compiled.nonce })
  await session.line(/ rebooting$/)
  const beat = host.read(`${host.folder(compiled)}/heartbeat`)
  await eventually('the heart beats on', () => host.read(`${host.folder(compiled)}/heartbeat`) !== beat)
  // The init ends everybody, and does not have to wait for us.
  process.kill(watchdog, 'SIGTERM')
  await eventually('the watchdog lets go', () => !host.processes().includes(watchdog))
  t.is(host.state(compiled), 'rebooting')
  await host.reboot()
  t.is(host.state(compiled), 'on trial')
})

onHost('what a boot does not keep is left to it; commands and what starts at boot are run before', ['dash'], async (t, host) => {
  const compiled = compile(host, [
    ...cutOver(host),
    { kind: 'module', action: 'load', steps: ['module'], target: 'bonding', disruptive: true },
    { kind: 'service', action: 'enable', steps: ['service'], target: 'lldpd', disruptive: true },
    { kind: 'service', action: 'start', steps: ['service'], target: 'lldpd', disruptive: true },
    { kind: 'command', action: 'run', steps: ['command'], target: 'image', disruptive: true, command: `echo ran >>${host.root}/ran`, timeout: 5 },
  ], { reboot: 'trial', timeouts: { cutOver: 30, confirm: 30, settle: 0.3, boot: 30 } })
  await rebooting(host, compiled)
  t.deepEqual(host.calls().filter((call) => /^(?:modprobe|service lldpd|chkconfig)/.test(call)), ['chkconfig lldpd on'])
  t.is(host.read('ran'), 'ran\n')
})

onHost('agreed as the last resort: a rollback that nothing else brings about restarts the host, once', ['dash', 'busybox'], async (t, host) => {
  host.write('behave/ifup-br0', 'rm -f "$R/net/answers/10.0.0.1"')
  const compiled = compile(host, cutOver(host), { reboot: 'last', timeouts: { cutOver: 30, confirm: 1, settle: 0.3, boot: 30 } })
  host.start(compiled)
  await eventually('it is restarted', () => restarts(host).length === 1, 60)
  t.true(isOld(host))
  t.is(host.state(compiled), 'rolling back')
  await host.reboot()
  t.is(host.state(compiled), 'rolled back')
  t.true(isOld(host))
  await isClean(t, host)
})

onHost('not agreed: it is not restarted', ['dash'], async (t, host) => {
  host.write('behave/ifup-br0', 'rm -f "$R/net/answers/10.0.0.1"')
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 1, settle: 0.3 } })
  const session = host.start(compiled)
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rollback-failed')
  t.deepEqual(restarts(host), [])
})


onHost('who waits for the restart is ended by it: nobody begins another way back while the host goes down', ['dash'], async (t, host) => {
  const compiled = trial(host)
  await rebooting(host, compiled)
  await host.reboot()
  // This init takes the order, ends the process that gave it, and leaves the watchdog for last.
  host.write('behave/shutdown', 'exit 0')
  host.ctl(compiled, 'rollback')
  await eventually('it is restarted again', () => asked(host) === 2, 60)
  process.kill(Number(readlinkSync(host.path(`${host.folder(compiled)}/settling`)).split(' ')[0]), 'SIGTERM')
  const beats = new Set<string>()
  await eventually('the watchdog looks on', () => beats.add(host.read(`${host.folder(compiled)}/heartbeat`)).size > 6, 60)
  t.is(host.read(`${host.folder(compiled)}/log`).split('\n').filter((line) => line.includes(' rolling-back ')).length, 1)
  t.deepEqual(activations(host), [])
  await host.reboot()
  t.is(host.state(compiled), 'rolled back')
  t.true(isOld(host))
  await isClean(t, host)
})
