import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'ava'
import { cronJobs } from '../../src/sim/crond.ts'
import { bondedTrunk, hostFor, login, until } from './helpers.ts'

test('a power cut ends every process, wherever it detached to, and every connection', async (t) => {
  const host = await hostFor(t)
  const client = await login(host)
  await client.exec(`
    setsid sh -c 'sleep 300 & sleep 300' </dev/null >/dev/null 2>&1 &
    env -i PATH=$PATH setsid sleep 300 </dev/null >/dev/null 2>&1 &
    (setsid setsid sh -c 'while :; do sleep 0.05; done' &) </dev/null >/dev/null 2>&1`)
  t.true((await host.processCount()) >= 5)
  await host.powerCut()
  await client.closed
  t.is(await host.processCount(), 0)
  t.false(host.reachable())
  t.is(host.state().power, 'off')
  await t.throwsAsync(login(host, 200), { message: 'no answer' })
})

test('a boot has a new boot id, forgets the running network, and brings up what the files say', async (t) => {
  const host = await hostFor(t)
  const before = host.state()
  await host.run(`ip addr add 10.7.7.7/24 dev eth1; ip link set eth1 up; : >${host.root}/var/run/left; : >${host.root}/var/lib/kept`)
  await host.run(bondedTrunk(host.root))
  await host.powerCut()
  await t.throwsAsync(async () => {
    await host.boot()
    await host.boot()
  }, { message: /already switched on/ })
  const after = host.state()
  t.not(after.bootId, before.bootId)
  t.deepEqual(after.devices['vlan100']?.addresses, ['10.1.1.101/24'])
  t.deepEqual(after.devices['eth1']?.addresses, [])
  t.false(existsSync(join(host.root, 'var/run/left')))
  t.true(existsSync(join(host.root, 'var/lib/kept')))
  const client = await login(host)
  client.end()
})

test('a power cut in the middle of a boot', async (t) => {
  const host = await hostFor(t)
  await host.powerCut()
  const script = join(host.root, 'etc/rc.d/rc3.d/S01slow')
  await writeFile(script, `#!/bin/sh\n: >${host.root}/var/log/slow\nsleep 60\n`, { mode: 0o755 })
  const booted = host.boot()
  await until('the slow script', () => existsSync(join(host.root, 'var/log/slow')))
  await host.powerCut()
  await booted
  t.is(host.state().power, 'off')
  t.is(await host.processCount(), 0)
  t.false(host.reachable())
  await writeFile(script, '#!/bin/sh\n')
  await host.boot()
  t.true(host.reachable())
})

test('reboot on a host boots the host', async (t) => {
  const host = await hostFor(t)
  const { bootId } = host.state()
  const client = await login(host)
  void client.exec('reboot; sleep 60')
  await client.closed
  await until('the boot', () => host.reachable())
  t.not(host.state().bootId, bootId)
})

test('SysV: an enabled start script runs at boot, before the network; a disabled one does not', async (t) => {
  const host = await hostFor(t)
  const script = join(host.root, 'etc/rc.d/init.d/guard')
  await writeFile(script, `#!/bin/sh\n# chkconfig: 2345 09 91\nip -o addr show dev eth0 >>${host.root}/var/log/guard\necho "ran $1 $(id -u)" >>${host.root}/var/log/guard\n`, { mode: 0o755 })
  t.is((await host.run('chkconfig --add guard; chkconfig guard; echo $?; chkconfig --list guard')).output, '0\nguard          \t0:off\t1:off\t2:on\t3:on\t4:on\t5:on\t6:off\n')
  t.is((await host.run('service guard try')).code, 0)
  t.is((await host.run(`cat ${host.root}/var/log/guard`)).output.split('\n').at(-2), 'ran try 0')
  await host.run(`rm ${host.root}/var/log/guard`)
  await host.reboot()
  t.is((await host.run(`cat ${host.root}/var/log/guard`)).output, 'ran start 0\n', 'no address yet')
  await host.run(`chkconfig --del guard; rm ${host.root}/var/log/guard`)
  await host.reboot()
  t.false(existsSync(join(host.root, 'var/log/guard')))
})

test('systemd: an enabled unit that is ordered before the network runs at boot, before it', async (t) => {
  const host = await hostFor(t, { release: 'el7' })
  const log = join(host.root, 'var/log/guard')
  const unit = (name: string, content: string): Promise<void> => writeFile(join(host.root, 'etc/systemd/system', name), content)
  await unit('guard.service', `[Unit]\nDefaultDependencies=no\nBefore=network-pre.target\n[Service]\nType=oneshot\nExecStart=/bin/sh -c "ip -o addr show dev eth0 >>${log}; echo ran >>${log}"\n[Install]\nWantedBy=multi-user.target\n`)
  await unit('rescue.service', `[Service]\nType=oneshot\nExecStart=/bin/sh -c "echo rescued >>${log}"\n`)
  await unit('rescue.timer', '[Timer]\nOnUnitActiveSec=60\n[Install]\nWantedBy=timers.target\n')
  t.is((await host.run('systemctl daemon-reload; systemctl start guard.service && systemctl enable --quiet guard.service; systemctl is-enabled guard.service')).output, 'enabled\n')
  t.regex((await host.run(`cat ${log}; rm ${log}`)).output, /10\.1\.1\.101[^]*ran\n$/)
  await host.reboot()
  t.is((await host.run(`cat ${log}; rm ${log}`)).output, 'ran\n')
  t.is((await host.run('systemctl start rescue.timer; systemctl is-active rescue.timer')).output, 'active\n')
  await host.passMinute()
  await until('the timer', () => existsSync(log))
  t.is((await host.run('systemctl stop rescue.timer; systemctl is-active rescue.timer')).output, 'inactive\n')
  t.is((await host.run('systemd-run --unit=watch sleep 300; systemctl is-active watch.service; systemctl stop watch; systemctl is-active watch')).output, 'Running as unit watch.service.\nactive\ninactive\n')
})

test('cron runs the jobs of every minute while crond runs', async (t) => {
  const host = await hostFor(t)
  const log = join(host.root, 'var/log/cron')
  await writeFile(join(host.root, 'etc/cron.d/rescue'), `* * * * * root echo "$PATH" >>${log}\n`)
  await writeFile(join(host.root, 'etc/cron.d/rescue~'), `* * * * * root echo backup >>${log}\n`)
  await host.run('service crond stop')
  await host.passMinute()
  await host.run('service crond start')
  t.is((await host.run('service crond status')).code, 0)
  t.false(existsSync(log))
  await host.passMinute()
  await until('the job', () => existsSync(log))
  t.true((await host.run(`cat ${log}`)).output.startsWith(`${host.root}/usr/sbin:`))
})

test('minutes pass by themselves, at the speed that was asked for', async (t) => {
  const host = await hostFor(t, {}, { minute: 50 })
  const log = join(host.root, 'var/log/cron')
  await writeFile(join(host.root, 'etc/cron.d/rescue'), `* * * * * root echo ran >>${log}\n`)
  await until('two minutes', async () => (await host.run(`cat ${log}`)).output.startsWith('ran\nran\n'))
  t.pass()
})

test('crontabs: settings, every minute, nothing else', (t) => {
  t.deepEqual(cronJobs('# comment\nMAILTO=""\nX = y\n* * * * * root a b\n5 4 * * * root never\n*/1 * * * * root c\n'), [
    { command: 'a b', environment: { MAILTO: '', X: 'y' } },
    { command: 'c', environment: { MAILTO: '', X: 'y' } },
  ])
})

test('faults at a line of a transaction’s log', async (t) => {
  const host = await hostFor(t, { faults: [{ type: 'power-cut-at', logged: 'staged' }] })
  const folder = join(host.root, 'etc/fleetnet/tx/1')
  void host.run(`mkdir -p ${folder}; echo locked >>${folder}/log; sleep 0.1; echo staged >>${folder}/log; sleep 60`)
  await until('the power cut', () => host.state().power === 'off')
  await host.boot()
  t.is(await host.processCount(), 0, 'what ran before is gone')
  t.true(host.reachable(), 'it happens once')
})
