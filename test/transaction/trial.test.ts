import { setTimeout } from 'node:timers/promises'
import { compile, cutOver, isNew, isOld, traces } from './plans.ts'
import { eventually, type TestHost } from './host.ts'
import type { CompiledTransaction } from '../../src/model/transaction.ts'
import type { ExecutionContext } from 'ava'
import { all, onHost } from './userlands.ts'

const types = (progress: readonly { readonly type: string }[]): string[] => progress.map(({ type }) => type)

/** Nothing of ours runs, and nothing lies outside the history. */
const isClean = async (t: ExecutionContext, host: TestHost): Promise<void> => {
  await eventually('nothing runs', () => host.processes().length === 0)
  t.deepEqual(traces(host), [])
}
const confirmed = async (host: TestHost, compiled: CompiledTransaction): Promise<string> => {
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  conversation.child.stdin?.end(`confirm ${compiled.nonce}\n`)
  await conversation.ended
  return conversation.output()
}

onHost('on trial, then confirmed over another session', all, async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled, { SSH_CONNECTION: '10.0.0.9 1 10.0.0.5 22' })
  await session.line(/ on-trial$/)
  t.deepEqual(types(session.progress()), ['received', 'locked', 'checkpointed', 'armed', 'guarded', 'staged', 'cutting', 'doing', 'doing', 'doing', 'armed', 'on-trial'])
  const [first, second] = session.progress().flatMap((line) => (line.type === 'armed' ? [line] : []))
  t.is(first?.phase, 'cut over')
  t.true(first !== undefined && first.until > first.uptime + 29 && first.until <= first.uptime + 30.01)
  t.true(second !== undefined && second.until > second.uptime + 29.9)
  t.true(isNew(host))
  t.is(host.read('etc/fleetnet/pending').split('\n')[0], compiled.id)
  t.is(host.state(compiled), 'on trial')
  t.is(Number(host.read(`${host.folder(compiled)}/deadline`)), second?.until ?? 0)
  t.true(host.has('etc/rc.d/rc3.d/S01fleetnet-guard'))
  t.regex(host.read('etc/cron.d/fleetnet-rescuer'), /^\* \* \* \* \* root \/bin\/sh .*\/ctl rescue/)
  t.regex(await confirmed(host, compiled), / state on trial\n.* probed\n.* decide\n(.*\n)*.* committed\n/)
  await session.ended
  t.is(session.progress().at(-1)?.type, 'committed', 'the first session, had it lived, would have been told')
  t.true(isNew(host))
  await isClean(t, host)
  t.is(host.read(`${host.folder(compiled)}/errors`), '')
  t.deepEqual(host.calls().filter((call) => !call.startsWith('ip ')), ['service fleetnet-guard start', 'ifdown eth0', 'ifup eth0', 'ifup br0'])
})

onHost('not confirmed: back by itself, by the network scripts', all, async (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 1, settle: 1 } })
  const session = host.start(compiled)
  await session.ended
  t.deepEqual(types(session.progress()).slice(-6), ['on-trial', 'rolling-back', 'doing', 'doing', 'doing', 'rolled-back'])
  const [trial, back] = session.progress().filter(({ type }) => type === 'on-trial' || type === 'rolling-back')
  t.true(trial !== undefined && back !== undefined && back.uptime >= trial.uptime + 0.9 && back.uptime < trial.uptime + 6)
  t.true(isOld(host))
  t.is(host.read('net/addr/eth0'), '10.0.0.5/24\n')
  t.false(host.has('sys/class/net/br0'))
  t.deepEqual(host.calls().filter((call) => call.startsWith('if')), ['ifdown eth0', 'ifup eth0', 'ifup br0', 'ifdown br0', 'ifdown eth0', 'ifup eth0'])
  t.is(host.state(compiled), 'rolled back')
  t.is(host.read(`${host.folder(compiled)}/errors`), '')
  await isClean(t, host)
})

onHost('told to roll back, over a session that this cuts', all, async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  conversation.child.stdin?.write(`rollback ${compiled.nonce}\n`)
  await conversation.line(/ rolling-back /)
  conversation.child.kill('SIGKILL')
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
  const late = host.converse(compiled)
  await late.line(/ decide$/)
  late.child.stdin?.end(`confirm ${compiled.nonce}\n`)
  await late.ended
  t.deepEqual(types(late.progress()), ['rolling-back', 'doing', 'doing', 'doing', 'rolled-back'], 'a late confirm gets the recorded outcome')
  t.true(isOld(host))
  await isClean(t, host)
})

onHost('a conversation: again, a wrong nonce, nothing at all', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  conversation.child.stdin?.write(`confirm ${'0'.repeat(32)}\nrollback\nconfirm\nagain ${compiled.nonce}\n`)
  await eventually('a second answer', () => conversation.output().split(' decide\n').length === 3)
  conversation.child.stdin?.end()
  await conversation.ended
  t.is(host.state(compiled), 'on trial')
  t.false(host.has(`${host.folder(compiled)}/decision`))
  t.regex(await confirmed(host, compiled), / committed\n/)
  t.regex(await confirmed(host, compiled), / committed\n$/, 'a repeated confirm gets the recorded outcome')
})

onHost('a confirm before the trial decides nothing', ['dash'], async (t, host) => {
  host.write('behave/ifup-eth0', 'while [ ! -e "$R/go" ]; do sleep 0.1; done')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ doing what=ifup%20eth0$/)
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  conversation.child.stdin?.write(`confirm ${compiled.nonce}\n`)
  await conversation.line(/ warning text=it%20cannot%20be%20confirmed%20while%20it%20is%20cutting%20over/)
  t.false(host.has(`${host.folder(compiled)}/decision`))
  host.write('go', '')
  await session.line(/ on-trial$/)
  conversation.child.stdin?.write(`confirm ${compiled.nonce}\n`)
  await conversation.line(/ committed$/)
  conversation.child.stdin?.end()
})

onHost('files that are not the planned ones any more are not confirmed', ['dash'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('etc/sysconfig/network-scripts/ifcfg-br0', 'DEVICE=br0\nHWADDR=02:00:00:00:00:01\n')
  t.regex(await confirmed(host, compiled), / rolling-back why=the%20files%20are%20not%20the%20planned/)
  await session.ended
  t.true(isOld(host))
})

onHost('a lost session can be followed again from the first line, and goes with its reader', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const first = host.start(compiled)
  await first.line(/ cutting$/)
  first.child.stdout?.destroy()
  await first.ended
  const second = host.session(compiled.follow, { nonce: compiled.nonce })
  await second.line(/ on-trial$/)
  t.is(second.progress()[0]?.type, 'received')
  const before = host.processes().length
  second.child.stdout?.destroy()
  await second.ended
  await eventually('the follower is gone', () => host.processes().length < before)
  await confirmed(host, compiled)
  t.true(isNew(host))
  await isClean(t, host)
})

onHost('at the console: status, roll back, confirm', ['dash', 'bash'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  const status = host.ctl(compiled, 'status')
  t.is(await status.ended, 0)
  t.regex(status.output(), /^transaction \S+ of run run\nstate: on trial; it goes back by itself in 2\d s unless it is confirmed\ndecision: none yet\n$/)
  const rollback = host.ctl(compiled, 'rollback')
  t.is(await rollback.ended, 0)
  t.is(rollback.output(), 'rolled back\n')
  t.true(isOld(host))
  const late = host.ctl(compiled, 'confirm')
  t.is(await late.ended, 1)
  t.is(late.output(), 'rolled back\n')
  t.like((await session.ended, session.progress().find(({ type }) => type === 'rolling-back')), { why: 'it was told to, on the host' })

  const next = compile(host, cutOver(host))
  const again = host.start(next)
  await again.line(/ on-trial$/)
  const confirm = host.ctl(next, 'confirm')
  t.is(await confirm.ended, 0)
  t.is(confirm.output(), 'committed\n')
  const after = host.ctl(next, 'status')
  t.is(await after.ended, 0)
  t.regex(after.output(), /state: committed\ndecision: commit\n$/)
  await isClean(t, host)
})

onHost('systemd: units instead of scripts, a timer instead of cron', ['dash', 'busybox'], async (t, host) => {
  host.write('etc/systemd/system/.keep', '')
  const compiled = compile(host, cutOver(host), { spec: { init: 'systemd' } })
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  t.regex(host.read('etc/systemd/system/fleetnet-guard.service'), /Before=sysinit.target network-pre.target network.service networking.service ifupdown-pre.service[^]*ExecStart=\/bin\/sh \S+\/etc\/fleetnet\/guard\n/)
  t.true(host.has('etc/systemd/system/sysinit.target.wants/fleetnet-guard.service'))
  t.true(host.has('etc/systemd/system/timers.target.wants/fleetnet-rescuer.timer'))
  t.deepEqual(host.calls().filter((call) => call.startsWith('systemctl')), ['systemctl daemon-reload', 'systemctl start fleetnet-rescuer.timer', 'systemctl start fleetnet-guard.service'])
  t.regex(await confirmed(host, compiled), / committed\n/)
  await isClean(t, host)
})

onHost('whoever looks at the state sees one, at any instant', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 1, settle: 0.3 } })
  const session = host.start(compiled)
  await session.line(/ received$/)
  const seen = new Set<string>()
  let over = false
  void session.ended.then(() => {
    over = true
  })
  while (!over) {
    for (let round = 0; round < 50; round += 1) seen.add(host.state(compiled))
    await setTimeout(1)
  }
  const known = ['receiving', 'checkpointed', 'armed', 'staging', 'cutting over', 'on trial', 'rolling back', 'rolled back']
  t.deepEqual([...seen].filter((state) => !known.includes(state)), [])
  t.true(seen.has('on trial'))
})
