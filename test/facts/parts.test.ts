import test from 'ava'
import { deviceWith, readAddresses } from '../../src/facts/addresses.ts'
import { readBond } from '../../src/facts/bonds.ts'
import { readMounts } from '../../src/facts/mounts.ts'
import { readRelease } from '../../src/facts/release.ts'
import { readDefaultRoutes6, readRoutes } from '../../src/facts/routes.ts'
import { readServices } from '../../src/facts/services.ts'
import { globWord, sysctlPath } from '../../src/facts/shellWords.ts'
import { readTransactions } from '../../src/facts/transactions.ts'

const releases: Readonly<Record<string, string | undefined>> = {
  'redhat Red Hat Enterprise Linux Server release 5.11 (Tikanga)': 'el5',
  'redhat CentOS release 5.11 (Final)': 'el5',
  'enterprise Enterprise Linux Enterprise Linux Server release 5.5 (Carthage)': 'el5',
  'ovs Oracle VM server release 2.1.2': 'el5',
  'ovs Oracle VM server release 3.4.6': undefined,
  'redhat Scientific Linux release 6.9 (Carbon)': 'el6',
  'redhat Red Hat Enterprise Linux Server release 6.10 (Santiago)': 'el6',
  'oracle Oracle Linux Server release 7.9': 'el7',
  'redhat CentOS Linux release 7.9.2009 (Core)': 'el7',
  'redhat CentOS Linux release 8.5.2111': undefined,
  'redhat Red Hat Enterprise Linux Server release 57': undefined,
  'redhat Fedora release 6 (Zod)': undefined,
  'redhat XenServer release 6.5.0-90233c (xenenterprise)': undefined,
  'redhat Red Hat Linux release 7.3 (Valhalla)': undefined,
}
for (const [line, release] of Object.entries(releases))
  test(`release of ${line}`, (t) => {
    t.deepEqual(readRelease([line], []), { release, releaseText: line.slice(line.indexOf(' ') + 1) } as ReturnType<typeof readRelease>)
  })

test('the release of os-release counts where no other file knows it', (t) => {
  t.deepEqual(readRelease([], ['ID="ol"', 'VERSION_ID="7.9"', 'PRETTY_NAME="Oracle Linux Server 7.9"']), { release: 'el7', releaseText: 'Oracle Linux Server 7.9' })
  t.deepEqual(readRelease([], ['ID=debian', 'VERSION_ID="7"', "PRETTY_NAME='Debian'"]), { release: 'debian7', releaseText: 'Debian' })
  t.deepEqual(readRelease([], ['ID=debian', 'PRETTY_NAME="Debian GNU/Linux trixie/sid"']), { release: undefined, releaseText: 'Debian GNU/Linux trixie/sid' })
  t.is(readRelease([], ['ID=ubuntu', 'VERSION_ID="22.04"']).release, 'ubuntu22.04')
  t.is(readRelease([], ['ID=ubuntu', 'VERSION_ID="17.10"']).release, undefined)
  t.is(readRelease([], ['ID=linuxmint', 'VERSION_ID="7"']).release, undefined)
  t.is(readRelease(['ovs something new', 'redhat CentOS release 6.4 (Final)'], []).release, 'el6')
})

test('addresses as ip prints them', (t) => {
  const devices = readAddresses([
    '7: bond0.50@bond0: <BROADCAST,UP> mtu 1500', '    link/ether 00:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff', '    inet 10.0.0.1/24 brd 10.0.0.255 scope global bond0.50:1',
    '12: eth0@if13: <UP>', '    inet6 2001:DB8::1/64 scope global', '    inet 10.9.9.1 peer 10.9.9.2/32 scope global eth0', '    inet bogus/24', '       valid_lft forever',
  ])
  t.deepEqual([...devices].map(([name, { addresses }]) => [name, addresses]), [['bond0.50', ['10.0.0.1/24']], ['eth0', ['2001:DB8::1/64', '10.9.9.1/32']]])
  t.is(deviceWith(devices, '::ffff:10.0.0.1'), 'bond0.50')
  t.is(deviceWith(devices, '2001:0db8:0::1'), 'eth0')
  t.is(deviceWith(devices, '10.0.0.2'), undefined)
})

test('an address without a device is nobody’s', (t) => t.is(readAddresses(['    inet 10.0.0.1/24']).size, 0))

test('routes that go nowhere are none, several gateways are several routes', (t) => {
  t.deepEqual(readRoutes(['default via 10.0.0.1 dev eth0 onlink', 'broadcast 10.0.0.255 dev eth0', 'unicast 10.1.0.0/16 via 10.0.0.2 dev eth0', 'prohibit 10.2.0.0/16', '\tnexthop via 10.0.0.3 dev eth0', '10.3.0.1 via inet6 fe80::1 dev eth0']), [
    { destination: 'default', gateway: '10.0.0.1', device: 'eth0' },
    { destination: '10.1.0.0/16', gateway: '10.0.0.2', device: 'eth0' },
    { destination: '10.3.0.1/32', gateway: 'fe80::1', device: 'eth0' },
  ])
})

test('IPv6 default routes: rejects and loopback are none, a gateway only with its flag', (t) => {
  const zero = '0'.repeat(32)
  const line = (gateway: string, flags: string, device: string): string => `${zero} 00 ${gateway} 00000400 00000001 00000000 ${flags} ${device}`
  t.deepEqual(readDefaultRoutes6([line('fe800000000000000000000000000001', '00000003', 'eth0'), line(zero, '00000001', 'ppp0'), line(zero, '00200200', 'lo'), line(zero, '00000203', 'eth1'), 'x']), [
    { destination: 'default', gateway: 'fe80::1', device: 'eth0' },
    { destination: 'default', device: 'ppp0' },
  ])
})

test('mounts: a later one hides an earlier one, /etc counts before /', (t) => {
  const options = { iscsi: [], netroot: false, space: '100000 4096 1000 10' }
  t.is(readMounts(['/ rootfs ro rootfs', '/ ext3 rw,noatime /dev/root'], options).unwritable, undefined)
  t.is(readMounts(['/ ext3 rw /dev/root', '/etc ext4 ro,noatime /dev/sdb'], options).unwritable, 'read-only')
  t.is(readMounts(['/ ext3 rw,errors=remount-ro /dev/root'], { ...options, space: '255 4096 1000 10' }).unwritable, 'full')
  t.is(readMounts([], { ...options, space: '100000 4096 1000 0' }).unwritable, 'full')
  t.is(readMounts([], { ...options, space: '100000 4096 0 0' }).unwritable, undefined)
  t.is(readMounts([], { ...options, space: '' }).unwritable, undefined)
  t.deepEqual(readMounts(['/a\\040b nfs4 rw x:/y', '/z xfs rw /dev/nbd0p1', '/ ext4 rw /dev/sda'], { ...options, iscsi: ['session3'] }).networkMounts, ['/a b', '/z', 'iscsi session3'])
})

test('old kernels print NA and nothing where a mode has no such setting', (t) => {
  const values: Readonly<Record<string, string>> = { 'bond-mode': 'balance-alb 6', 'bond-slaves': 'eth0 eth1 ', 'bond-miimon': '100', 'bond-xmit_hash_policy': 'NA', 'bond-primary': '', 'bond-active_slave': 'eth1', 'bond-lacp_rate': 'NA' }
  t.deepEqual(readBond('bond0', (key) => values[key], []), { name: 'bond0', mode: 'balance-alb', slaves: ['eth0', 'eth1'], miimon: 100, activeSlave: 'eth1' })
})

test('a slave’s aggregator is not taken for the bond’s', (t) => {
  const bond = readBond('bond0', (key) => ({ 'bond-mode': '802.3ad 4' })[key], ['bond bond0 has no active aggregator', 'Slave Interface: eth0', 'Number of ports: 9', 'Partner Mac Address: 00:00:00:00:00:01'])
  t.deepEqual([bond.aggregatorPorts, bond.partnerMac], [undefined, undefined])
})

test('the partner’s key is the active aggregator’s, and each slave has an aggregator', (t) => {
  const bond = readBond('bond0', (key) => ({ 'bond-mode': '802.3ad 4' })[key], [
    'Active Aggregator Info:', 'Aggregator ID: 1', 'Number of ports: 1', 'Actor Key: 17', 'Partner Key: 3', 'Partner Mac Address: c0:ff:ee:25:60:00',
    'Slave Interface: eth0', 'Aggregator ID: 1', 'Slave Interface: eth1', 'Aggregator ID: 2', 'details partner lacp pdu:', 'oper key: 1'])
  t.deepEqual([bond.partnerKey, bond.aggregators], [3, { eth0: 1, eth1: 2 }])
})

test('services: systemd is asked first, links of runlevel 3 count where it has no enablement', (t) => {
  const files = ['no no no sshd', 'yes no yes network', 'no no no alias']
  const units = ['unit network.service network', 'unit alias.service alias', 'unit sshd.service sshd',
    'Id=network.service', 'LoadState=loaded', 'ActiveState=active', 'UnitFileState=', 'Id=real.service', 'LoadState=loaded', 'ActiveState=failed', 'UnitFileState=enabled', 'Id=sshd.service', 'LoadState=loaded', 'ActiveState=activating', 'UnitFileState=disabled']
  t.deepEqual(readServices(files, units), {
    sshd: { present: true, running: true, enabled: false },
    network: { present: true, running: true, enabled: true },
    alias: { present: true, running: false, enabled: true },
  })
})

test('a transaction on trial says how long it has left, a decided one does not', (t) => {
  const lines = ['pending 2-b', 'transaction 1-a', 'run r1', 'state committed', 'deadline 500', 'transaction 2-b', 'run r2\x1b[31m', 'state on trial', 'deadline 160.75']
  t.deepEqual(readTransactions(lines, { uptime: 100.25, bootId: 'b' }), {
    pending: { id: '2-b', runId: 'r2[31m', state: 'on trial', secondsLeft: 61 },
    history: [{ id: '1-a', runId: 'r1', state: 'committed' }],
  })
})

test('who looked after a transaction counts since the host was started; why it went back only where it did', (t) => {
  const read = (...lines: string[]) => readTransactions(['pending 2-b', 'transaction 2-b', 'run r2', 'state on trial', 'deadline 160', ...lines], { uptime: 100, bootId: 'b-1' }).pending
  t.deepEqual(read('controller 41 7777 b-1 96.50 10.1.1.1', 'attends yes')?.controller, { from: '10.1.1.1', secondsAgo: 4, connected: true })
  t.deepEqual(read('controller 41 7777 b-1 96.50 ')?.controller, { from: '', secondsAgo: 4, connected: false })
  t.deepEqual(read('controller 41 7777 b-1 96.50 $(reboot)')?.controller?.from, '')
  t.is(read('controller 41 7777 b-0 96.50 10.1.1.1', 'attends yes')?.controller, undefined)
  t.is(read('controller nonsense')?.controller, undefined)
  const { history } = readTransactions(['transaction 1-a', 'run r1', 'state rolled back', 'why it was late', 'controller 1 2 b 3 4', 'transaction 1-b', 'run r1', 'state committed', 'why never mind'], { uptime: 100, bootId: 'b' })
  t.deepEqual(history, [{ id: '1-b', runId: 'r1', state: 'committed' }, { id: '1-a', runId: 'r1', state: 'rolled back', why: 'it was late' }])
})

const started = { uptime: 1, bootId: 'b' }

test('an undecided transaction says what of it cannot be relied on', (t) => {
  const damageOf = (...more: string[]): unknown => readTransactions(['pending 2-b', 'transaction 2-b', 'run r2', ...more], started).pending?.damage
  t.is(damageOf('state on trial', 'format 2', 'begun'), undefined)
  t.is(damageOf('state on trial', 'format 2', 'begun', 'damaged'), 'its script is damaged')
  t.is(damageOf('state ', 'format 2', 'begun'), 'its state cannot be read')
  t.is(damageOf('state on trial', 'format 9', 'begun'), 'it is from a newer fleetnet (format 9, this one knows 2)')
  t.is(readTransactions(['pending 2-b'], started).pending?.damage, 'its folder is gone')
})

test('of former transactions the host counts which is newest, whatever the clock said', (t) => {
  const of = (id: string, number?: string): string[] => [`transaction ${id}`, 'run r', 'state committed', ...(number === undefined ? [] : [`number ${number}`])]
  const ids = (...lines: string[]): string[] => readTransactions(lines, started).history.map(({ id }) => id)
  t.deepEqual(ids(...of('20261114T030000-a', '7'), ...of('20261114T020000-b', '8')), ['20261114T020000-b', '20261114T030000-a'])
  t.deepEqual(ids(...of('20261114T020000-b'), ...of('20261114T030000-a'), ...of('20261114T010000-c', '1')), ['20261114T010000-c', '20261114T030000-a', '20261114T020000-b'])
  t.deepEqual(ids(...of('1-a', '-1'), ...of('1-b', '9'.repeat(40))), ['1-b', '1-a'])
})

test('a lock whose script never came to the disk is none: nothing was changed', (t) => {
  t.is(readTransactions(['pending 2-b', 'transaction 2-b', 'run r2', 'state checkpointed', 'damaged'], started).pending, undefined)
  t.not(readTransactions(['pending 2-b', 'transaction 2-b', 'run r2', 'state on trial', 'damaged'], started).pending, undefined)
})

test('after a restart nothing counts down any more', (t) => {
  const read = (...lines: string[]) => readTransactions(['pending 2-b', ...lines, 'transaction 2-b', 'run r2', 'state on trial', 'deadline 50000'], { uptime: 100, bootId: 'b-1' }).pending
  t.deepEqual(read('pending-owner 41 7777 b-0'), { id: '2-b', runId: 'r2', state: 'on trial', restarted: true })
  t.deepEqual(read('pending-owner 41 7777 b-1'), { id: '2-b', runId: 'r2', state: 'on trial', secondsLeft: 49_900 })
  t.deepEqual(read('pending-owner '), { id: '2-b', runId: 'r2', state: 'on trial', secondsLeft: 49_900 })
})

test('sysctl keys as sysctl(8) reads them', (t) => {
  t.is(sysctlPath('net.ipv4.ip_forward'), 'net/ipv4/ip_forward')
  t.is(sysctlPath('net.ipv4.conf.bond0/50.rp_filter'), 'net/ipv4/conf/bond0.50/rp_filter')
  t.is(sysctlPath('net/ipv4/conf/bond0.50/rp_filter'), 'net/ipv4/conf/bond0.50/rp_filter')
})

test('globs stay globs, everything else is quoted', (t) => {
  t.is(globWord('etc/network-scripts/ifcfg-*'), 'etc/network-scripts/ifcfg-*')
  t.is(globWord('etc/my dir/$(x)*'), "'etc/my dir/$(x)'*")
  t.is(globWord('etc/fleetnet/tx/*/before/.[!.]*/[a-c]?'), 'etc/fleetnet/tx/*/before/.[!.]*/[a-c]?')
  t.is(globWord('etc/[a;rm x]'), "'etc/[a;rm x]'")
})
