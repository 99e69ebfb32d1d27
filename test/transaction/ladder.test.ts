import type { Change } from '../../src/model/changes.ts'
import { activate, command, compile, cutOver, file, hasten, isOld, scripts, traces } from './plans.ts'
import { eventually, type TestHost } from './host.ts'
import { all, onHost } from './userlands.ts'

const quick = { timeouts: { cutOver: 30, confirm: 0.3, settle: 0.5 } }
/** Long enough on trial for a test to look at it, on a busy machine too. */
const looked = { timeouts: { cutOver: 30, confirm: 6, settle: 0.5 } }

onHost('an ifup that hangs is ended, and everything comes back', all, async (t, host) => {
  host.write('behave/ifup-br0', 'echo waiting; sleep 300 & wait')
  const changes = cutOver(host).map((change): Change => change.kind === 'activate'
    ? { ...change, activation: { ...change.activation, up: change.activation.up.map((step) => ({ ...step, timeout: 1 })) } } : change)
  const session = host.start(compile(host, changes))
  await session.ended
  t.like(session.progress().find(({ type }) => type === 'rolling-back'), { why: 'ifup br0 did not end within 1 s' })
  t.true(session.progress().some((line) => line.type === 'output' && line.text === 'waiting'))
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
  await eventually('nothing runs', () => host.processes().length === 0)
  t.deepEqual(traces(host), [])
})

onHost('a cut-over that does not end before its deadline is taken back by the watchdog', ['dash', 'busybox'], async (t, host) => {
  host.write('behave/ifup-br0', 'sleep 300')
  const session = host.start(compile(host, cutOver(host), { timeouts: { cutOver: 2, confirm: 30, settle: 0.5 } }))
  await session.ended
  t.like(session.progress().find(({ type }) => type === 'rolling-back'), { why: 'the cut-over did not end in time' })
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
  await eventually('nothing runs', () => host.processes().length === 0)
})

onHost('an ifup that fails half-way is taken back at once; one that may fail is only told', ['dash', 'bash'], async (t, host) => {
  host.write('behave/ifup-eth0', '[ -e "$R/net/addr/br0" ] || { [ -e "$R/tried" ] || { : >"$R/tried"; echo "cannot enslave"; exit 6; }; }')
  const session = host.start(compile(host, cutOver(host)))
  await session.ended
  t.like(session.progress().find(({ type }) => type === 'rolling-back'), { why: 'ifup eth0 ended with status 6' })
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.false(host.calls().includes('ifup br0'), 'nothing is started after it')
  t.true(isOld(host))
  host.unwrite('tried')
  const tolerant = cutOver(host).map((change): Change => change.kind === 'activate'
    ? { ...change, activation: { ...change.activation, up: change.activation.up.map((step) => ({ ...step, mayFail: true })) } } : change)
  const second = host.start(compile(host, tolerant, looked))
  await second.line(/ on-trial$/)
  t.true(second.progress().some((line) => line.type === 'warning' && line.text === 'ifup eth0 ended with status 6'))
  await second.ended
})

/** eth0 is a port of br9, with guests and the address; the cut-over takes br9 away. */
const bridged = (host: TestHost): Change[] => {
  for (const port of ['eth0', 'vif1.0', 'tap7']) {
    host.write(`sys/class/net/br9/brif/${port}`, '')
    host.write(`sys/class/net/${port}/address`, '02:00:00:00:00:02\n')
  }
  host.write('sys/class/net/br9/bridge/stp_state', '0\n')
  host.write('sys/class/net/br9/address', '02:00:00:00:00:09\n')
  host.write('sys/class/net/br9/flags', '0x1003\n')
  host.write('sys/class/net/br9/mtu', '1500\n')
  host.unwrite('net/addr/eth0')
  host.write('net/addr/br9', '10.0.0.5/24\n')
  host.write('net/routes', 'default via 10.0.0.1 dev br9 linkdown\n')
  host.write(`${scripts}/ifcfg-br9`, 'DEVICE=br9\nIPADDR=10.0.0.5\n')
  host.write(`${scripts}/ifcfg-eth0`, 'DEVICE=eth0\nBRIDGE=br9\n')
  return [
    file(`${scripts}/ifcfg-eth0`, 'DEVICE=eth0\nIPADDR=10.0.0.6\n', { beforeContent: 'DEVICE=eth0\nBRIDGE=br9\n', when: 'cut over' }),
    activate({
      down: [command('ifdown', 'br9')], up: [command('ifup', 'eth0')], undoDown: [command('ifdown', 'eth0')], undoUp: [command('ifup', 'br9')],
      newDevices: [], touchedDevices: ['eth0', 'br9'],
    }),
  ]
}

onHost('guests’ ports go back into their bridge; one that is gone is named', all, async (t, host) => {
  const changes = bridged(host)
  host.write('behave/ifup-eth0', 'rm -rf "$R/sys/class/net/tap7"')
  const session = host.start(compile(host, changes, quick))
  await session.ended
  t.deepEqual(session.progress().at(-1), { ...session.progress().at(-1), type: 'rolled-back', degraded: ['tap7'] } as never)
  t.true(host.has('sys/class/net/br9/brif/vif1.0'))
  t.is(host.read('net/addr/br9'), '10.0.0.5/24\n')
})

onHost('guests’ ports go into a bridge that the cut-over made anew; one that has none is told of', ['dash', 'busybox'], async (t, host) => {
  bridged(host)
  const again: Change[] = [
    file(`${scripts}/ifcfg-br9`, 'DEVICE=br9\nIPADDR=10.0.0.6\n', { beforeContent: 'DEVICE=br9\nIPADDR=10.0.0.5\n', when: 'cut over' }),
    activate({
      down: [command('ifdown', 'br8'), command('ifdown', 'br9')], up: [command('ifup', 'br9')], undoDown: [command('ifdown', 'br9')], undoUp: [command('ifup', 'br9')],
      newDevices: [], touchedDevices: ['br8', 'br9'],
    }),
  ]
  for (const path of ['sys/class/net/br8/brif/tap8', 'sys/class/net/br8/bridge/stp_state', 'sys/class/net/tap8/address']) host.write(path, '')
  const session = host.start(compile(host, again, looked))
  await session.line(/ on-trial$/)
  t.true(host.has('sys/class/net/br9/brif/vif1.0'))
  t.true(host.has('sys/class/net/br9/brif/tap7'))
  t.true(session.progress().some((line) => line.type === 'warning' && line.text === 'tap8 was in br8, and is in no bridge now'))
  await session.ended
})

onHost('a bridge that the network scripts left without its port gets it back; a port that it does not take is named', all, async (t, host) => {
  const changes = bridged(host)
  const session = host.start(compile(host, changes, quick))
  await session.ended
  t.like(session.progress().at(-1), { type: 'rolled-back', degraded: [] })
  t.true(host.has('sys/class/net/br9/brif/eth0'))
  host.write('behave/ip', 'case "$*" in *master*) exit 1 ;; esac')
  host.write('sbin/brctl', '#!/bin/sh\nexit 1\n', 0o755)
  host.write('etc/sysconfig/network-scripts/ifcfg-eth0', 'DEVICE=eth0\nBRIDGE=br9\n')
  const again = host.start(compile(host, changes, quick))
  await again.ended
  t.like(again.progress().at(-1), { type: 'rolled-back', degraded: ['tap7', 'vif1.0', 'br9/eth0'] })
})

onHost('a bond that lost a slave, and a device that stays down, are named', ['dash', 'busybox'], async (t, host) => {
  const changes = cutOver(host).map((change): Change => change.kind === 'activate' ? { ...change, activation: { ...change.activation, touchedDevices: ['eth0', 'bond7', 'eth5', 'eth6'] } } : change)
  for (const name of ['eth5', 'eth6']) {
    host.write(`sys/class/net/${name}/address`, '02:00:00:00:00:05\n')
    host.write(`sys/class/net/${name}/flags`, '0x1003\n')
  }
  bond(host, 'bond7', { slaves: 'eth5 eth6' })
  host.write('behave/ifup-br0', 'echo eth5 >"$R/sys/class/net/bond7/bonding/slaves"; rm -rf "$R/sys/class/net/eth6"; echo 0x1002 >"$R/sys/class/net/eth5/flags"')
  const session = host.start(compile(host, changes, quick))
  await session.ended
  t.like(session.progress().at(-1), { type: 'rolled-back', degraded: ['bond7/eth6', 'eth5', 'eth6'] })
})

onHost('network scripts that do not bring it back: the kernel does', all, async (t, host) => {
  const changes = bridged(host)
  host.write('behave/ifup-br9', 'echo "Bridge support not available" >&2; exit 1')
  const session = host.start(compile(host, changes, quick))
  await session.ended
  t.true(session.progress().some((line) => line.type === 'warning' && line.text.startsWith('the network scripts did not bring')))
  t.is(session.progress().at(-1)?.type, 'rolled-back', session.output())
  t.is(host.read('net/addr/br9'), '10.0.0.5/24\n')
  t.true(host.has('sys/class/net/br9/brif/vif1.0') && host.has('sys/class/net/br9/brif/eth0'))
  const calls = host.calls()
  t.true(calls.includes('brctl addbr br9') && calls.includes('ip route replace default via 10.0.0.1 dev br9'), calls.join('\n'))
  t.true(calls.includes('arping -q -U -c 1 -w 1 -I br9 10.0.0.5') && calls.includes('ip neigh flush dev br9'))
})

onHost('a neighbour that answered before and does not now: every rung is tried, the failure is said, and it is over after some more tries', ['dash', 'busybox'], async (t, host) => {
  host.write('behave/ifup-br0', 'rm -f "$R/net/answers/10.0.0.1"')
  const compiled = hasten(compile(host, cutOver(host), quick))
  const session = host.start(compiled)
  await session.ended
  t.like(session.progress().at(-1), { type: 'rollback-failed', why: 'the addresses, default routes and neighbours of the checkpoint did not come back' })
  t.true(isOld(host))
  const log = (): string[] => host.read(`${host.folder(compiled)}/log`).split('\n').filter((line) => line.includes(' rollback-failed '))
  await eventually('all tries are over', () => log().length === 6 && host.processes().length === 0, 60)
  t.is(host.state(compiled), 'failed')
  t.deepEqual(traces(host), [])
  t.is(host.calls().filter((call) => call === 'ifdown eth0').length, 2, 'what is in order is not taken down again')
})

onHost('a failed rollback is tried again by itself, until it is whole', all, async (t, host) => {
  host.write('behave/ifup-br0', 'echo "exit 1" >"$R/behave/ifup-eth0"; echo "case \\"\\$1 \\$2\\" in \\"addr add\\") exit 1 ;; esac" >"$R/behave/ip"')
  const compiled = hasten(compile(host, cutOver(host), quick))
  const session = host.start(compiled)
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rollback-failed')
  t.true(host.has('etc/fleetnet/pending'))
  for (const name of ['ifup-eth0', 'ifup-br0', 'ip']) host.unwrite(`behave/${name}`)
  await eventually('it is back', () => host.state(compiled) === 'rolled back')
  t.is(host.read('net/addr/eth0'), '10.0.0.5/24\n')
  await eventually('nothing runs', () => host.processes().length === 0)
  t.deepEqual(traces(host), [])
})

onHost('… by the rescuer, when the watchdog died over it', ['dash'], async (t, host) => {
  host.write('behave/ifup-br0', 'rm -f "$R/net/answers/10.0.0.1"')
  const compiled = compile(host, cutOver(host), quick)
  const session = host.start(compiled)
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rollback-failed')
  await host.ctl(compiled, 'rescue').ended
  t.is(host.read(`${host.folder(compiled)}/log`).split('\n').filter((line) => line.includes('rescuer')).length, 0, 'while the heart beats it does nothing')
  host.kill()
  host.newBoot()
  host.write('net/answers/10.0.0.1', '')
  await host.ctl(compiled, 'rescue').ended
  t.is(host.state(compiled), 'rolled back')
  t.deepEqual(traces(host), [])
})

onHost('… and what a person made of the old files meanwhile stays', ['dash', 'busybox'], async (t, host) => {
  host.write('behave/ifup-br0', 'rm -f "$R/net/answers/10.0.0.1"')
  const compiled = compile(host, cutOver(host), quick)
  const session = host.start(compiled)
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rollback-failed')
  host.write(`${scripts}/ifcfg-eth0`, 'DEVICE=eth0\nIPADDR=10.0.0.5\nMTU=1400\n')
  host.write('net/answers/10.0.0.1', '')
  t.is(await host.ctl(compiled, 'rollback').ended, 0)
  t.regex(host.read(`${scripts}/ifcfg-eth0`), /MTU=1400/)
  t.deepEqual(traces(host), [])
})

onHost('… and a person need not wait for it', ['dash', 'busybox'], async (t, host) => {
  host.write('behave/ifup-br0', 'rm -f "$R/net/answers/10.0.0.1"')
  const compiled = compile(host, cutOver(host), quick)
  const session = host.start(compiled)
  await session.ended
  host.write('net/answers/10.0.0.1', '')
  const rollback = host.ctl(compiled, 'rollback')
  t.is(await rollback.ended, 0)
  t.is(rollback.output(), 'rolled back\n')
  await eventually('nothing runs', () => host.processes().length === 0)
  t.deepEqual(traces(host), [])
})

onHost('an address from DHCP or a router that does not come back is no failed rollback', ['dash', 'busybox'], async (t, host) => {
  host.write('behave/addresses', '[ "$name" != eth0 ] || { echo "    inet 10.0.0.77/24 brd 10.0.0.255 scope global secondary dynamic eth0"; echo "    inet6 2001:db8::5/64 scope global temporary dynamic"; echo "       valid_lft 600sec preferred_lft 300sec"; }')
  host.write('behave/ifup-br0', 'rm -f "$R/behave/addresses"')
  const session = host.start(compile(host, cutOver(host), quick))
  await session.ended
  t.like(session.progress().at(-1), { type: 'rolled-back', degraded: [] })
  t.false(session.output().includes('the%20network%20scripts%20did%20not'))
})

onHost('a neighbour that did not answer before does not count', ['dash'], async (t, host) => {
  host.unwrite('net/answers/10.0.0.1')
  const session = host.start(compile(host, cutOver(host), quick))
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back')
})

onHost('services and sysctls of a cut-over are undone with it', ['dash'], async (t, host) => {
  const changes: Change[] = [
    ...cutOver(host),
    { kind: 'sysctl', action: 'set', steps: ['sysctl'], target: 'net.ipv4.ip_forward', disruptive: true, after: '1' },
    { kind: 'service', action: 'stop', steps: ['service'], target: 'xend', disruptive: true },
    { kind: 'command', action: 'run', steps: ['command'], target: 'echo done', disruptive: true, command: 'echo done', timeout: 5 },
  ]
  const session = host.start(compile(host, changes, looked))
  await session.line(/ on-trial$/)
  t.is(host.read('proc/sys/net/ipv4/ip_forward'), '1\n')
  await session.ended
  t.is(host.read('proc/sys/net/ipv4/ip_forward'), '0\n')
  t.deepEqual(host.calls().filter((call) => call.startsWith('service xend')), ['service xend stop', 'service xend start'])
  t.true(session.progress().some((line) => line.type === 'warning' && line.text === 'it ran and is not undone: echo done'))
})

onHost('bonds and VLANs are made again from what the checkpoint saw, options before slaves', ['dash', 'busybox'], async (t, host) => {
  // A kernel whose bonding takes no +NAME, so that ip has to make it.
  host.write('sys/class/net/bonding_masters/none', '')
  host.write('sys/class/net/eth1/address', '02:00:00:00:00:02\n')
  host.write('sys/class/net/bond0/bonding/mode', '802.3ad 4\n')
  host.write('sys/class/net/bond0/bonding/miimon', '100\n')
  host.write('sys/class/net/bond0/bonding/slaves', 'eth0 eth1\n')
  host.write('sys/class/net/bond0/address', '02:00:00:00:00:01\n')
  host.write('sys/class/net/bond0/flags', '0x1003\n')
  host.write('sys/class/net/bond0.5/address', '02:00:00:00:00:01\n')
  host.write('sys/class/net/bond0.5/flags', '0x1003\n')
  host.write('proc/net/vlan/bond0.5', 'bond0.5  VID: 5\t REORDER_HDR: 1  dev->priv_flags: 1\nDevice: bond0\n')
  host.unwrite('net/addr/eth0')
  host.write('net/addr/bond0.5', '10.0.0.5/24 brd 10.0.0.255\n')
  host.write('net/routes', 'default via 10.0.0.1 dev bond0.5\n10.0.0.0/24 dev bond0.5 proto kernel scope link src 10.0.0.5\n')
  const session = host.start(compile(host, [activate({
    down: [command('ifdown', 'bond0.5'), command('ifdown', 'bond0')], touchedDevices: ['bond0.5', 'bond0', 'eth0', 'eth1'],
  })], quick))
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back', session.output())
  const calls = host.calls().filter((call) => !/show|neigh|arping|guard/.test(call))
  t.deepEqual(calls.slice(calls.indexOf('ip link add bond0 type bond')).filter((call) => !/ (up|down)$|flush/.test(call)), [
    'ip link add bond0 type bond', 'ip link add link bond0 name bond0.5 type vlan id 5', 'ip addr add 10.0.0.5/24 broadcast 10.0.0.255 dev bond0.5',
    'ip route replace 10.0.0.0/24 dev bond0.5 proto kernel scope link src 10.0.0.5', 'ip route replace default via 10.0.0.1 dev bond0.5',
  ])
  t.is(host.read('sys/class/net/bond0/bonding/mode'), '802.3ad\n')
  t.is(host.read('sys/class/net/bond0/bonding/slaves'), '+eth1\n')
})

const bond = (host: TestHost, name: string, options: Readonly<Record<string, string>>): void => {
  for (const [option, value] of Object.entries({ mode: 'active-backup 1', slaves: '', arp_ip_target: '', primary: '', ...options })) host.write(`sys/class/net/${name}/bonding/${option}`, `${value}\n`)
  host.write(`sys/class/net/${name}/address`, '02:00:00:00:00:01\n')
  host.write(`sys/class/net/${name}/flags`, '0x1003\n')
}

onHost('bonds of an old kernel keep their link monitoring: miimon or ARP, with every target', ['dash', 'busybox'], async (t, host) => {
  host.standin('setsid', 'old-setsid')
  bond(host, 'bond0', { miimon: '100', updelay: '200', downdelay: '0', arp_interval: '0' })
  bond(host, 'bond1', { miimon: '0', updelay: '0', downdelay: '0', arp_interval: '1000', arp_ip_target: '10.0.0.1 10.0.0.2 ' })
  host.write('net/addr/bond0', '10.0.1.5/24\n')
  const session = host.start(compile(host, [activate({
    down: [command('ifdown', 'bond0'), command('ifdown', 'bond1')], touchedDevices: ['bond0', 'bond1'],
  })], quick))
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back', session.output())
  const option = (name: string): string => host.read(`sys/class/net/${name}`).trimEnd()
  t.deepEqual([option('bond0/bonding/miimon'), option('bond0/bonding/updelay'), option('bond0/bonding/arp_interval')], ['100', '200', '0'])
  t.deepEqual([option('bond1/bonding/arp_interval'), option('bond1/bonding/arp_ip_target'), option('bond1/bonding/miimon')], ['1000', '10.0.0.1 10.0.0.2', '0'])
  t.false(host.has('sys/class/net/bond0/bonding/primary'), 'what has no value is not written')
})

onHost('a new bond that the scripts of RHEL 5 leave behind goes with the first rung; one that was there stays', ['dash', 'busybox'], async (t, host) => {
  host.standin('setsid', 'old-setsid')
  // This ip knows neither `link add` nor `link delete`, and ifdown only empties a bond, or not even that.
  host.write('behave/ip', 'case "$1 $2" in "link add" | "link delete") exit 255 ;; esac')
  for (const name of ['bond0', 'bond1', 'bond2']) host.write(`behave/ifdown-${name}`, 'exit 0')
  bond(host, 'bond2', { miimon: '100' })
  const made = ['bond0', 'bond1'].map((name) => `mkdir -p "$R/sys/class/net/${name}/bonding"; echo eth1 >"$R/sys/class/net/${name}/bonding/slaves"; echo 02:00:00:00:00:0a >"$R/sys/class/net/${name}/address"`)
  host.write('behave/ifup-br0', made.join('; '))
  const changes = cutOver(host).map((change): Change => change.kind === 'activate'
    ? { ...change, activation: { ...change.activation, undoDown: [...change.activation.undoDown, command('ifdown', 'bond0')], newDevices: ['br0', 'bond0', 'bond1', 'bond2'] } } : change)
  const session = host.start(compile(host, changes, looked))
  await session.line(/ on-trial$/)
  t.true(host.has('sys/class/net/bond0') && host.has('sys/class/net/bond1'))
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back', session.output())
  t.false(session.output().includes('the%20network%20scripts%20did%20not'), 'the first rung does it')
  t.deepEqual(['bond0', 'bond1', 'bond2'].map((name) => host.has(`sys/class/net/${name}`)), [false, false, true])
  const calls = host.calls()
  t.true(calls.indexOf('bonding_masters -bond0') < calls.lastIndexOf('ifup eth0'), 'before the old devices come up')
})

/** The default route leaves by eth1, which nobody touches, and was given by hand; the trial's gateway takes its place. */
const routed = (host: TestHost): Change[] => {
  host.write('sys/class/net/eth1/address', '02:00:00:00:00:02\n')
  host.write('net/routes', '10.0.0.0/24 dev eth0  proto kernel  scope link  src 10.0.0.5 \ndefault via 10.0.1.1 dev eth1  metric 5 \n')
  host.write('behave/ifup-br0', 'echo "default via 10.0.0.1 dev br0 " >"$R/net/routes"')
  return cutOver(host)
}

onHost('a default route that no file knows comes back, of a device that nobody touched', all, async (t, host) => {
  const session = host.start(compile(host, routed(host), looked))
  await session.line(/ on-trial$/)
  t.is(host.read('net/routes'), 'default via 10.0.0.1 dev br0 \n')
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back', session.output())
  t.is(host.read('net/routes'), 'default via 10.0.1.1 dev eth1 metric 5\n')
  t.false(session.output().includes('the%20network%20scripts%20did%20not'), 'the first rung does it')
})

onHost('a default route that does not come back is a failed rollback', ['dash'], async (t, host) => {
  host.write('behave/route', 'echo "Network is unreachable" >&2; exit 2')
  const session = host.start(compile(host, routed(host), quick))
  await session.ended
  t.like(session.progress().at(-1), { type: 'rollback-failed', why: 'the addresses, default routes and neighbours of the checkpoint did not come back' })
})

onHost('a default route that a router advertises may come later', ['dash'], async (t, host) => {
  const changes = routed(host)
  host.write('net/routes', 'default via 10.0.1.1 dev eth1 proto ra metric 5\n')
  const session = host.start(compile(host, changes, quick))
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.false(host.calls().some((call) => call.startsWith('ip route replace')))
})
