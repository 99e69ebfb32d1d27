import { readlinkSync } from 'node:fs'
import { compile, cutOver, isNew, isOld, traces } from './plans.ts'
import { eventually } from './host.ts'
import { all, onHost } from './userlands.ts'

for (const [how, signal] of [['conversation', 'SIGHUP'], ['console', 'SIGTERM'], ['console', 'SIGINT']] as const)
  onHost(`a ${how} that gets ${signal} in the middle of a confirm carries it out`, how === 'conversation' ? all : ['dash'], async (t, host) => {
    host.wrap('rm')
    const compiled = compile(host, cutOver(host))
    const session = host.start(compiled)
    await session.line(/ on-trial$/)
    host.write('behave/rm', 'case "$*" in *pending*) : >"$R/now"; until [ -e "$R/go" ]; do sleep 0.1; done ;; esac')
    if (how === 'console') host.ctl(compiled, 'confirm')
    else {
      const conversation = host.converse(compiled)
      await conversation.line(/ decide$/)
      conversation.child.stdin?.write(`confirm ${compiled.nonce}\n`)
    }
    await eventually('in the middle', () => host.has('now'))
    process.kill(Number(readlinkSync(host.path(`${host.folder(compiled)}/settling`)).split(' ')[0]), signal)
    host.write('go', '')
    await eventually('the state stands', () => host.state(compiled) === 'committed')
    t.true(isNew(host))
    t.deepEqual(traces(host), [])
  })

onHost('a console that gets SIGHUP while it is rolled back waits for the outcome', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('behave/ifup-eth0', 'sleep 1')
  const rollback = host.session(`exec sh ${host.root}/${host.folder(compiled)}/ctl rollback`)
  await session.line(/ rolling-back /)
  rollback.child.kill('SIGHUP')
  t.is(await rollback.ended, 0)
  t.true(isOld(host))
  t.deepEqual(traces(host), [])
})
