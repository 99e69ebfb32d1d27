import { parseProbe, probeCommand, probeScript } from '../../src/facts/index.ts'
import { noRequest } from '../../src/model/facts.ts'
import { compileTransaction, parseProgress, settleCommand } from '../../src/transaction/index.ts'
import { all, onHost } from './userlands.ts'
import { cutOver, isNew, plan, traces } from './plans.ts'

const request = { ...noRequest, globs: ['/etc/sysconfig/network-scripts/ifcfg-*'], files: ['/etc/modprobe.conf'] }

onHost('with the real facts: probe, transaction, verify and confirm in three execs', all, async (t, host) => {
  const changes = cutOver(host)
  const nonce = '0123456789abcdef0123456789abcdef'
  const env = { SSH_CONNECTION: '10.0.0.9 40000 10.0.0.5 22' }
  const probe = host.session(probeCommand, { input: Buffer.from(probeScript(request, { root: host.root, nonce })), env })
  await probe.ended
  const before = parseProbe(Buffer.from(probe.output(), 'latin1'), nonce)
  t.is(before.pending, undefined)

  const compiled = compileTransaction({ id: '20260101T000000-abcd-0001', runId: '0101-abcd', nonce, root: host.root, init: 'sysv', cron: true, plan: plan(changes, { digest: before.digest, request }) })
  const session = host.start(compiled, env)
  await session.line(/ on-trial$/)

  const during = host.session(probeCommand, { input: Buffer.from(probeScript(request, { root: host.root, nonce })), env })
  await during.ended
  t.like(parseProbe(Buffer.from(during.output(), 'latin1'), nonce).pending, { id: compiled.id, runId: '0101-abcd', state: 'on trial' })

  const conversation = host.converse(compiled)
  await conversation.line(new RegExp(`^${nonce} decide$`))
  const after = parseProbe(Buffer.from(conversation.output(), 'latin1'), nonce)
  t.true(after.files['/etc/sysconfig/network-scripts/ifcfg-eth0']?.content.includes('BRIDGE=br0'))
  t.is(after.pending?.state, 'on trial')
  t.true((after.pending?.secondsLeft ?? 0) > 20)
  conversation.child.stdin?.end(`confirm ${nonce}\n`)
  await conversation.ended
  t.is(conversation.output().split('\n').map((line) => parseProgress(line, nonce)).findLast((line) => line !== undefined)?.type, 'committed')
  t.true(isNew(host))
  t.deepEqual(traces(host), [])

  const status = host.session(settleCommand({ root: host.root, id: compiled.id, action: 'status' }))
  t.is(await status.ended, 0)
  t.regex(status.output(), /^transaction 20260101T000000-abcd-0001 of run 0101-abcd\nstate: committed\n/)

  const drifted = compileTransaction({ id: '20260101T000000-abcd-0002', runId: '0101-abcd', nonce, root: host.root, init: 'sysv', cron: true, plan: plan(changes, { digest: before.digest, request }) })
  const refused = host.session(drifted.start, { input: drifted.payload, nonce })
  await refused.ended
  t.like(refused.progress().at(-1), { type: 'refused', kind: 'drift' })
})
