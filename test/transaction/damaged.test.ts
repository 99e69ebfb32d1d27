import { rmSync, truncateSync, unlinkSync } from 'node:fs'
import { parseProbe, probeCommand, probeScript } from '../../src/facts/index.ts'
import { noRequest } from '../../src/model/facts.ts'
import { compile, cutOver, file, isNew, isOld, traces } from './plans.ts'
import type { TestHost } from './host.ts'
import { all, onHost } from './userlands.ts'

// A folder on the host that is damaged: any file of it empty, missing, garbage, or NUL bytes as a power cut leaves them.

const damages = ['empty', 'missing', 'garbage', 'NULs'] as const
type Damage = (typeof damages)[number]

const damage = (host: TestHost, name: string, kind: Damage): void => {
  const length = host.has(name) ? host.bytes(name).length : 20
  // Only the name, where another name has the same file: before/ and the lock are made of such.
  if (host.has(name)) unlinkSync(host.path(name))
  switch (kind) {
    case 'missing':
      return
    case 'garbage':
      return host.write(name, Buffer.from(Array.from({ length }, (_, index) => (index * 73 + 200) & 0xff)))
    case 'empty':
    case 'NULs':
      host.write(name, '')
      truncateSync(host.path(name), kind === 'empty' ? 0 : length)
  }
}

/** A host on trial whose power is cut, with one file damaged; then its next boot. */
const bootWith = async (host: TestHost, harm: (folder: string) => void): Promise<{ readonly log: string; readonly said: string; readonly seconds: number; readonly code: number | null }> => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.kill()
  await session.ended
  const folder = host.folder(compiled)
  harm(folder)
  host.newBoot()
  const start = Date.now()
  const boot = host.session(`sh ${host.root}/etc/rc.d/rc3.d/S01fleetnet-guard start`)
  const code = await boot.ended
  return { log: host.has(`${folder}/log`) ? host.read(`${folder}/log`) : '', said: boot.output(), seconds: (Date.now() - start) / 1000, code }
}

const harmless = ['owner', 'state', 'staged', 'cut', 'decision', 'commit', 'rollback', 'absent', 'log', 'run', 'deadline', 'supervisor', 'watchdog', 'heartbeat', 'running', 'begun', 'sysctls', 'why', 'errors', 'settling', 'live/addresses', 'live/devices', 'guard-tried', 'ctl', '../../pending']
for (const kind of damages)
  onHost(`a boot with a damaged file (${kind}) puts the old files back, says what it did, and goes on`, all, async (t, host) => {
    for (const name of harmless) {
      const { said, seconds, code } = await bootWith(host, (folder) => damage(host, `${folder}/${name}`, kind))
      t.true(isOld(host), `${name}: ${said}`)
      t.is(code, 0, name)
      t.true(seconds < 30, `${name}: ${seconds} s`)
      t.regex(said, /^fleetnet: transaction \S+: .*(rolled back|old files are back)/m, name)
      // A lock that names nothing is for a person to look at.
      t.deepEqual(traces(host).filter((trace) => trace !== 'etc/fleetnet/pending' || name !== '../../pending'), [], name)
      rmSync(host.path('etc/fleetnet'), { recursive: true })
      host.reset()
    }
  })

for (const kind of damages)
  onHost(`old files that are not provably whole (${kind}) are not put back: the boot says so, goes on, and the lock stays`, all, async (t, host) => {
    for (const name of ['originals', 'before/etc/modprobe.conf', 'before/etc/sysconfig/network-scripts/ifcfg-eth0']) {
      const { log, said, seconds, code } = await bootWith(host, (folder) => damage(host, `${folder}/${name}`, kind))
      t.true(isNew(host), name)
      t.is(code, 0, name)
      t.true(seconds < 30, `${name}: ${seconds} s`)
      t.regex(said, /^fleetnet: transaction \S+: failed: .*damaged/m, name)
      t.regex(log, / rollback-failed why=.*damaged/)
      t.true(host.has('etc/fleetnet/pending') && host.has('etc/rc.d/rc3.d/S01fleetnet-guard'), name)
      rmSync(host.path('etc/fleetnet'), { recursive: true })
      host.reset()
    }
  })

onHost('a folder that is half deleted, or all of it: the boot says so and goes on', all, async (t, host) => {
  const gone = await bootWith(host, (folder) => rmSync(host.path(folder), { recursive: true }))
  t.is(gone.code, 0)
  t.regex(gone.said, /^fleetnet: transaction \S+: its folder is gone/m)
  t.true(isNew(host))
  rmSync(host.path('etc/fleetnet'), { recursive: true })
  host.reset()
  const half = await bootWith(host, (folder) => {
    for (const name of ['ctl', 'owner', 'state', 'before', 'staged']) rmSync(host.path(`${folder}/${name}`), { recursive: true })
  })
  t.is(half.code, 0)
  t.regex(half.said, /^fleetnet: transaction \S+: its script and one of the old files are damaged/m)
  t.true(isNew(host))
})

onHost('a script that hangs does not hold up the boot for more than its time', ['dash', 'busybox'], async (t, host) => {
  host.wrap('mv')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('behave/mv', 'exec sleep 300')
  // Its minute, as a second.
  host.write('etc/fleetnet/guard', host.read('etc/fleetnet/guard').replace('sleep 60', 'sleep 1'))
  host.kill()
  host.newBoot()
  const start = Date.now()
  t.is(await host.session(`sh ${host.root}/etc/rc.d/rc3.d/S01fleetnet-guard start </dev/null >/dev/null`).ended, 0)
  t.true(Date.now() - start < 30_000)
  host.kill()
  host.unwrite('behave/mv')
  await host.reboot()
  t.true(isOld(host))
  t.deepEqual(traces(host), [])
})

/** What is harmed, what `ctl status` says then, and what becomes of the next change. */
const told: readonly { readonly what: string; readonly harm: (host: TestHost, folder: string) => void; readonly status: RegExp; readonly next: RegExp; readonly facts: string | undefined }[] = [
  { what: 'an empty state', harm: (host, folder) => damage(host, `${folder}/state`, 'empty'), status: /^damaged: its state cannot be read$/m, next: /committed/, facts: 'its state cannot be read' },
  { what: 'a state of garbage', harm: (host, folder) => damage(host, `${folder}/state`, 'garbage'), status: /^damaged: its state cannot be read$/m, next: /committed/, facts: 'its state cannot be read' },
  { what: 'a script cut short', harm: (host, folder) => truncateSync(host.path(`${folder}/ctl`), 5000), status: /^$/, next: /busy .*its script is damaged: compare the network files by hand with \S+before, then remove \S+pending/, facts: 'its script is damaged' },
  { what: 'a script with a line more', harm: (host, folder) => host.write(`${folder}/ctl`, `${host.read(`${folder}/ctl`)}#\n`), status: /^damaged: its script$/m, next: /busy .*its script is damaged/, facts: 'its script is damaged' },
  { what: 'an old file of garbage', harm: (host, folder) => damage(host, `${folder}/before/etc/modprobe.conf`, 'garbage'), status: /^damaged: one of the old files; a rollback puts no file back/m, next: /busy .*could not be settled; see \S+log/, facts: undefined },
  { what: 'no list of old files', harm: (host, folder) => damage(host, `${folder}/originals`, 'missing'), status: /^damaged: the list of the old files; a rollback puts no file back/m, next: /busy .*could not be settled/, facts: undefined },
  { what: 'a newer format', harm: (host, folder) => host.write(`${folder}/owner`, host.read(`${folder}/owner`).replace(/^2 /m, '9 ')), status: /^it is from a newer fleetnet \(format 9; this script knows 2\)$/m, next: /busy .*was made by a newer fleetnet: settle it with that one, or with sh \S+ctl rollback/, facts: 'it is from a newer fleetnet (format 9, this one knows 2)' },
]
for (const { what, harm, status, next, facts } of told)
  onHost(`${what} is told: by ctl status, by the facts, and to the next change`, all, async (t, host) => {
    const compiled = compile(host, cutOver(host))
    const session = host.start(compiled)
    await session.line(/ on-trial$/)
    host.kill()
    await session.ended
    // In place, for the lock is another name of the same file.
    harm(host, host.folder(compiled))
    const asked = host.ctl(compiled, 'status')
    await asked.ended
    t.regex(asked.output(), status)
    const nonce = '0123456789abcdef0123456789abcdef'
    const probe = host.session(probeCommand, { input: Buffer.from(probeScript(noRequest, { root: host.root, nonce })) })
    await probe.ended
    t.is(parseProbe(Buffer.from(probe.output(), 'latin1'), nonce).pending?.damage, facts)
    const change = host.start(compile(host, [file('/etc/motd', 'x\n')]))
    await change.ended
    t.regex(decodeURIComponent(change.output()), next)
  })
