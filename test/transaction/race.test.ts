import { compile, cutOver, isNew, isOld, traces } from './plans.ts'
import { all, onHost } from './userlands.ts'
import { eventually } from './host.ts'

onHost('of a commit and a rollback one wins, a hundred times', all, async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const script = compiled.payload.toString('utf8').split('\n').slice(1, -3)
  t.false(script.includes('main "$@"'))
  host.write('race', [...script,
    'prepare', 'mkdir -p "$tx"', 'echo commit >"$tx/commit"; echo rollback >"$tx/rollback"',
    'round=0', 'while [ "$round" -lt 100 ]; do', '  rm -f "$tx/decision"',
    '  (decide commit && echo commit >>"$tx/won") & (decide rollback && echo rollback >>"$tx/won") &', '  wait',
    '  read_decision; echo "$decision" >>"$tx/stood"', '  round=$((round + 1))', 'done', ''].join('\n'))
  await host.session(`sh ${host.root}/race`).ended
  t.is(host.read(`${host.folder(compiled)}/stood`).split('\n').length, 101)
  t.is(host.read(`${host.folder(compiled)}/won`), host.read(`${host.folder(compiled)}/stood`))
})

onHost('confirm and deadline at the same moment: one outcome, and everybody hears the same', ['dash', 'busybox'], async (t, host) => {
  for (const early of [0.15, 0, -0.1]) {
    const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 1.5, settle: 0.3 } })
    const session = host.start(compiled)
    await session.line(/ on-trial$/)
    const conversation = host.converse(compiled)
    await conversation.line(/ decide$/)
    const until = Number(host.read(`${host.folder(compiled)}/deadline`))
    await eventually('the deadline', () => Number(/^\S+/.exec(host.uptime())?.[0]) >= until - early)
    conversation.child.stdin?.end(`confirm ${compiled.nonce}\n`)
    await Promise.all([conversation.ended, session.ended])
    const [told, logged] = [conversation.progress().at(-1)?.type, session.progress().at(-1)?.type]
    t.is(told, logged)
    t.true(told === 'committed' ? isNew(host) : told === 'rolled-back' && isOld(host), told)
    t.is(session.progress().filter(({ type }) => type === 'committed' || type === 'rolled-back').length, 1)
    t.deepEqual(traces(host), [])
    host.reset()
  }
})
