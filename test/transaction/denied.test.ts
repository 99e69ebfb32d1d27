import { mkdirSync, rmSync } from 'node:fs'
import { compile, cutOver, file, isOld, traces } from './plans.ts'
import { all, onHost } from './userlands.ts'

// A folder stands where a file is to be written: that is denied to root as well.

onHost('what cannot be written down is refused, not died of', all, async (t, host) => {
  host.write('etc/old', 'old\n')
  for (const denied of ['absent', 'sysctls', 'originals', 'stat']) {
    const compiled = compile(host, [file('/etc/old', 'new\n', { beforeContent: 'old\n' })])
    rmSync(host.path('bin/mkdir'), { force: true })
    host.write('bin/mkdir', `#!/bin/sh\nPATH=/usr/bin:/bin\nmkdir "$@" || exit\ncase $1 in *${compiled.id}/before) mkdir "\${1%/before}/${denied}" ;; esac\n`, 0o755)
    const session = host.start(compiled)
    await session.ended
    t.is(session.progress().at(-1)?.type, 'refused', `${denied}: ${session.output()}`)
    t.is(host.read('etc/old'), 'old\n')
    t.deepEqual(traces(host), [], denied)
  }
})

onHost('a rollback goes on without the file for complaints', all, async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  rmSync(host.path(`${host.folder(compiled)}/errors`))
  mkdirSync(host.path(`${host.folder(compiled)}/errors`))
  t.is(await host.ctl(compiled, 'rollback').ended, 0)
  t.true(isOld(host))
  t.deepEqual(traces(host), [])
})
