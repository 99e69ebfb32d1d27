import { spawnSync } from 'node:child_process'
import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { bondedTrunk, hostFor, until } from './helpers.ts'

const standIns = fileURLToPath(new URL('../../src/sim/standins/', import.meta.url))

test('every stand-in parses under the shells that may be sh', (t) => {
  const shells: readonly (readonly string[])[] = [['sh'], ['dash'], ['bash', '--posix'], ['busybox', 'ash']]
  const present = shells.filter(([shell = '']) => spawnSync(shell, ['-c', 'true']).error === undefined)
  t.true(present.length > 0)
  for (const name of readdirSync(standIns))
    for (const [shell = '', ...words] of present) t.is(spawnSync(shell, [...words, '-n', join(standIns, name)], { encoding: 'utf8' }).stderr, '', `${name} under ${shell}`)
})

test('a host’s PATH holds stand-ins and plain tools, nothing of the machine’s sbin, init or power', async (t) => {
  const host = await hostFor(t)
  const { output } = await host.run('for tool in ip ifup service modprobe sysctl reboot shutdown brctl ping env id chown; do command -v $tool; done; command -v iptables halt poweroff init systemd-run mount umount')
  const found = output.trim().split('\n')
  t.is(found.length, 12)
  for (const path of found) t.true(path.startsWith(`${host.root}/`), path)
  const plain = realpathSync(join(host.root, 'bin'))
  for (const name of readdirSync(plain)) t.notRegex(readlinkSync(join(plain, name)), /sbin/, name)
})

test('ip prints what iproute2 of the release prints', async (t) => {
  const el5 = await hostFor(t)
  t.is(
    (await el5.run('ip addr show dev eth0')).output,
    '2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast qlen 1000\n    link/ether 00:14:5e:c0:ff:ee brd ff:ff:ff:ff:ff:ff\n    inet 10.1.1.101/24 brd 10.1.1.255 scope global eth0\n',
  )
  t.is((await el5.run('ip route show')).output, '10.1.1.0/24 dev eth0  proto kernel  scope link  src 10.1.1.101 \n169.254.0.0/16 dev eth0  scope link \ndefault via 10.1.1.1 dev eth0 \n')
  t.deepEqual(await el5.run('ip link add bond1 type bond'), { code: 255, output: 'Command "add" is unknown, try "ip link help".\n' })
  t.deepEqual(await el5.run('ip addr show dev eth7'), { code: 1, output: 'Device "eth7" does not exist.\n' })
  const el7 = await hostFor(t, { release: 'el7' })
  t.regex((await el7.run('ip link show eth0')).output, /^2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP qlen 1000\n/)
  t.is((await el7.run('ip link add name br0 type bridge && ip link set eth1 master br0 && ip link show eth1')).output.split('\n')[0], '3: eth1: <BROADCAST,MULTICAST> mtu 1500 qdisc pfifo_fast master br0 state DOWN qlen 1000')
})

test('addresses and routes: add, replace, delete, flush', async (t) => {
  const host = await hostFor(t)
  const answers = async (command: string): Promise<number> => (await host.run(command)).code
  t.is(await answers('ip addr add 10.2.2.2/24 broadcast 10.2.2.255 dev eth1 label eth1:1; ip link set eth1 up; ip route add 10.5.0.0/16 via 10.2.2.1'), 0)
  t.is(await answers('ip addr add 10.2.2.2/24 dev eth1'), 2)
  t.deepEqual(host.state().devices['eth1']?.addresses, ['10.2.2.2/24'])
  t.true(host.state().routes.includes('10.5.0.0/16 via 10.2.2.1 dev eth1'))
  const routes = host.state().routes
  t.is(await answers('ip route replace 10.2.2.0/24 dev eth1 proto kernel scope link src 10.2.2.2; ip route replace default via 10.1.1.1 dev eth0'), 0)
  t.deepEqual(host.state().routes.toSorted(), routes.toSorted(), 'what is there already stays as it is')
  t.is(await answers('ip route add default via 192.168.9.1'), 2)
  t.is(await answers('ip -4 addr flush dev eth1'), 0)
  t.false(host.state().routes.some((route) => route.includes('eth1')))
  t.is(await answers('ip link set eth0 down'), 0)
  t.deepEqual(host.state().routes, [], 'routes go with their device')
})

test('RHEL 5 has one tool for each kind of device, and the files of /sys', async (t) => {
  const host = await hostFor(t)
  const { root } = host
  await host.run(`service network stop; ${bondedTrunk(root)} service network start`)
  await until('the address on vlan100', () => host.reachable('10.1.1.101'))
  t.regex((await host.run('brctl delbr vlan100')).output, /still up; can't delete it/)
  t.is((await host.run('ip link set vlan100 down; brctl delbr vlan100; vconfig rem bond0.100')).code, 0)
  t.deepEqual(Object.keys(host.state().devices), ['lo', 'eth0', 'eth1', 'bond0'])
  const write = (value: string, file: string): Promise<unknown> => host.run(`echo '${value}' >${root}/sys/class/net/${file}`)
  await write('-bond0', 'bonding_masters')
  await until('the bond is gone', () => host.state().devices['bond0'] === undefined)
  // A stand-in waits until the simulator, which may still be writing the control file anew, is through.
  await host.run('ip link show lo')
  t.is(host.state().devices['eth0']?.master, undefined)
  await write('+bond1', 'bonding_masters')
  // The next stand-in acts on it, whether or not the simulator was faster.
  await host.run('ip link set bond1 down')
  await write('4', 'bond1/bonding/mode')
  await host.run('ip link set bond1 up; ip link set eth0 down')
  await write('+eth0', 'bond1/bonding/slaves')
  t.regex((await host.run(`ip link show eth0; cat ${root}/sys/class/net/bond1/bonding/mode ${root}/sys/class/net/bond1/bonding/slaves ${root}/sys/class/net/bonding_masters`)).output, /SLAVE,UP[^]*802\.3ad 4\neth0\nbond1\n$/)
  await write('-eth0', 'bond1/bonding/slaves')
  await until('the slave is free', () => host.state().devices['eth0']?.master === undefined)
  t.is((await host.run('vconfig set_name_type DEV_PLUS_VID_NO_PAD; vconfig add eth0 7; ip link show eth0.7')).code, 0)
})

test('a bridge keeps its guests through a restart of the network', async (t) => {
  const host = await hostFor(t, { guests: [{ vif: 'vif1.0', bridge: 'vlan50' }] })
  await host.run(`service network stop; ${bondedTrunk(host.root)} sed s/100/50/ ifcfg-bond0.100 | sed s/vlan100/vlan50/ >ifcfg-bond0.50
    printf 'DEVICE=vlan50\\nTYPE=Bridge\\nONBOOT=yes\\n' >ifcfg-vlan50; service network start`)
  const before = host.state().devices
  t.is(before['vif1.0']?.master, 'vlan50')
  t.is(before['bond0.50']?.master, 'vlan50')
  const index = (await host.run(`cat ${host.root}/sys/class/net/vlan50/ifindex`)).output
  await host.run('service network restart')
  t.deepEqual(host.state().devices, before)
  t.is((await host.run(`cat ${host.root}/sys/class/net/vlan50/ifindex`)).output, index)
})

test('sysctl, modprobe, services, and who the user is', async (t) => {
  const host = await hostFor(t)
  const said = async (command: string): Promise<string> => (await host.run(command)).output
  t.is(await said('sysctl -w net.ipv4.ip_forward=1; sysctl -n net.ipv4.ip_forward; sysctl net/ipv4/conf/eth0.1/nothing'), 'net.ipv4.ip_forward = 1\n1\nerror: "net/ipv4/conf/eth0.1/nothing" is an unknown key\n')
  t.is(await said('modprobe nothing; echo $?; modprobe 8021q; lsmod | grep -c 8021q'), 'FATAL: Module nothing not found.\n1\n1\n')
  t.is(await said('service xend status; service nothing start; echo $?'), `${await said('service xend status')}nothing: unrecognized service\n1\n`)
  t.is(await said(`touch ${host.root}/etc/new; chown 0:0 ${host.root}/etc/new && stat -c '%u %g %a' ${host.root}/etc/new; stat --format=%U ${host.root}/etc/new`), '0 0 644\nroot\n')
  t.is(await said('uname -r; hostname; id -un'), '2.6.18-398.el5xen\nvirtual4\nroot\n')
})

test('xend runs the network script that its configuration names, and looks at nothing else', async (t) => {
  const host = await hostFor(t)
  const log = `${host.root}/var/log/xen-network-script`
  t.is((await host.run(`cat ${log}`)).output, 'network-bridge start\n')
  await host.run(`sed -i 's/^(network-script network-bridge)/(network-script network-dummy)/' ${host.root}/etc/xen/xend-config.sxp; rm ${log}`)
  t.is((await host.run('service xend restart')).code, 0)
  t.is((await host.run(`cat ${log}`)).code, 1)
})

test('arping: somebody else’s address is a duplicate, and ifup takes it for one', async (t) => {
  const host = await hostFor(t, { neighbours: ['10.1.1.222'] })
  t.is((await host.run('arping -D -I eth0 -c 2 10.1.1.222')).code, 1)
  t.is((await host.run('arping -D -I eth0 -c 2 10.1.1.223')).code, 0)
  const ifcfg = `${host.root}/etc/sysconfig/network-scripts/ifcfg-eth0`
  t.deepEqual(await host.run(`ifdown eth0; sed -i s/10.1.1.101/10.1.1.222/ ${ifcfg}; ifup eth0`), { code: 1, output: 'Error, some other host already uses address 10.1.1.222.\n' })
})
