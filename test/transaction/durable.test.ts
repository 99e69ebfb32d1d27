import { truncateSync } from 'node:fs'
import { compile, cutOver, file, isOld, traces } from './plans.ts'
import { eventually, type TestHost } from './host.ts'
import { all, onHost } from './userlands.ts'

// What is on the disk before what. A power cut may take everything that was not synced: whole files come back empty.

/** Each sync of the host, as `WHAT while …`: which of lock, rescuer, guard and the mark of staging stood when it was made. */
const syncs = (host: TestHost): string[] => host.read('synced').trimEnd().split('\n')
const noteSyncs = (host: TestHost, tool: 'sync' | 'dd'): void => {
  host.wrap(tool)
  host.write(`behave/${tool}`, `stood=
    [ ! -e "$R/etc/fleetnet/pending" ] || stood="$stood lock"
    [ ! -e "$R/etc/cron.d/fleetnet-rescuer" ] || stood="$stood rescuer"
    [ ! -e "$R/etc/rc.d/rc3.d/S01fleetnet-guard" ] || stood="$stood guard"
    for mark in "$R"/etc/fleetnet/tx/*/staged; do [ ! -e "$mark" ] || stood="$stood staged"; done
    echo "$* while$stood" >>"$R/synced"`)
}

onHost('script, owner and what decides are on the disk before the lock is taken, all the rest before staging', ['dash', 'bash'], async (t, host) => {
  // The host of bash has a sync that knows no files.
  const old = host.has('sbin/sync')
  noteSyncs(host, old ? 'dd' : 'sync')
  const changes = cutOver(host)
  const session = host.start(compile(host, [...changes, file('/etc/new.d/deep/x', 'x\n')]))
  await session.line(/ on-trial$/)
  const made = syncs(host)
  if (old) {
    const before = (stood: string): string[] => made.filter((line) => line.endsWith(` while${stood}`)).map((line) => /of=\S*?\/etc\/(\S+)/.exec(line)?.[1]?.replace(/^fleetnet\/tx\/[^/]+\//, '') ?? line)
    t.deepEqual(before('').toSorted(), ['commit', 'ctl', 'owner', 'rollback'])
    const rest = before(' lock rescuer guard')
    for (const name of ['absent', 'folders-made', 'live/addresses', 'live/devices', 'rc.d/init.d/fleetnet-guard', 'after/etc/modprobe.conf', 'after/etc/new.d/deep/x'])
      t.true(rest.includes(name), `${name}: ${rest.join(' ')}`)
  } else t.deepEqual(made.map((line) => line.replace(/^.* while/, 'while')), ['while', 'while lock rescuer guard'])
})

for (const kind of ['empty', 'NULs'] as const)
  onHost(`a script that a power cut left ${kind}, with lock, rescuer and guard: the next boot and the next change go on`, all, async (t, host) => {
    const compiled = compile(host, cutOver(host))
    const tools = host.has('sbin/sync') ? ['dd'] : ['dd', 'sync']
    for (const tool of tools) {
      host.wrap(tool)
      host.write(`behave/${tool}`, '[ ! -e "$R/etc/rc.d/rc3.d/S01fleetnet-guard" ] || { : >"$R/now"; exec sleep 60; }')
    }
    const session = host.start(compiled)
    await eventually('nothing of the checkpoint is on the disk', () => host.has('now'))
    host.kill()
    await session.ended
    for (const tool of tools) host.unwrite(`behave/${tool}`)
    const ctl = `${host.folder(compiled)}/ctl`
    const { length } = host.bytes(ctl)
    truncateSync(host.path(ctl), 0)
    if (kind === 'NULs') truncateSync(host.path(ctl), length)
    await host.reboot()
    const next = host.start(compile(host, [file('/etc/motd', 'x\n')]))
    await next.ended
    t.is(next.progress().at(-1)?.type, 'committed', next.output())
    t.true(isOld(host))
    t.deepEqual(traces(host), [])
  })
