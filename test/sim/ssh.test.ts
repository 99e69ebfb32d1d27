import { setTimeout as sleep } from 'node:timers/promises'
import test from 'ava'
import { bondedTrunk, fleetFor, hostFor, login, until, virtual4 } from './helpers.ts'

test('commands run under a real sh, with standard input, both outputs and the exit status', async (t) => {
  const host = await hostFor(t)
  const client = await login(host)
  t.deepEqual(await client.exec('cat; echo problem >&2; exit 7', 'line\n'), { code: 7, output: 'line\nproblem\n' })
  t.deepEqual(await client.exec('echo $SSH_CONNECTION | sed "s/ [0-9]* / PORT /"; id -u; echo $PATH'), {
    code: 0,
    output: `10.1.1.1 PORT 10.1.1.101 22\n0\n${['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((place) => host.root + place).join(':')}\n`,
  })
  const big = 'x'.repeat(1_000_000)
  t.is((await client.exec('cat', big)).output, big)
  t.is((await client.exec('kill -9 $$')).code, undefined)
  client.end()
})

test('the devices that carry a connection count its packets', async (t) => {
  const host = await hostFor(t)
  const count = async (): Promise<number> => Number((await host.run(`cat ${host.root}/sys/class/net/eth0/statistics/rx_packets`)).output)
  const before = await count()
  ;(await login(host)).end()
  t.true((await count()) > before)
})

test('a connection ends when its address moves to another device; the next one works', async (t) => {
  const host = await hostFor(t)
  const client = await login(host)
  const moved = client.exec(`(sleep 0.1; service network stop; ${bondedTrunk(host.root)} service network start; : >${host.root}/tmp/done) </dev/null >/dev/null 2>&1 &
    sleep 30`)
  await client.closed
  await moved
  await until('the new address', () => host.reachable('10.1.1.101'))
  const again = await login(host)
  t.deepEqual(await again.exec('echo here'), { code: 0, output: 'here\n' })
  t.is(host.state().reachable[0]?.device, 'vlan100')
  again.end()
})

test('a host that does not answer says nothing, and serves who waited when it answers again', async (t) => {
  const host = await hostFor(t, { switch: { up: false } })
  await t.throwsAsync(login(host, 300), { message: 'no answer' })
  const waiting = login(host)
  await sleep(50)
  await host.setSwitch({ up: true })
  const client = await waiting
  t.is((await client.exec('echo here')).output, 'here\n')
  client.end()
})

test('a host that does not answer may refuse instead', async (t) => {
  const host = await hostFor(t, { switch: { up: false } }, { silence: 'refuse' })
  await t.throwsAsync(login(host), { message: /ECONNRESET|Connection lost|closed/i })
})

test('connections may stall instead of ending, and go on', async (t) => {
  const host = await hostFor(t, {}, { onCut: 'stall' })
  const client = await login(host)
  await host.setSwitch({ up: false })
  let answered = false
  const answer = client.exec('echo late').then((result) => {
    answered = true
    return result
  })
  await sleep(200)
  t.false(answered)
  await host.setSwitch({ up: true })
  t.is((await answer).output, 'late\n')
  client.end()
})

test('faults: refuse, wrong host key, slow, stall', async (t) => {
  const host = await hostFor(t)
  await host.setFault({ type: 'refuse' })
  t.false(host.reachable())
  await t.throwsAsync(login(host), { message: /ECONNRESET|Connection lost|closed/i })
  await host.clearFault('refuse')

  await host.setFault({ type: 'wrong-host-key' })
  await t.throwsAsync(login(host), { message: /host.*denied|verification failed/i })
  await host.clearFault('wrong-host-key')

  await host.setFault({ type: 'slow', milliseconds: 60 })
  const start = Date.now()
  const slow = await login(host)
  await slow.exec('true')
  t.true(Date.now() - start > 240, 'every answer of handshake and exec is late')
  slow.end()
  await host.clearFault('slow')

  await host.setFault({ type: 'stall-after', bytes: 6_000 })
  const stalling = await login(host)
  const result = await Promise.race([stalling.exec('head -c 100000 /dev/zero'), sleep(300).then(() => 'stalled')])
  t.is(result, 'stalled')
  stalling.end()
})

test('a full disk takes names and no bytes', async (t) => {
  const host = await hostFor(t)
  await host.setFault({ type: 'disk-full' })
  const client = await login(host)
  const file = `${host.root}/etc/new`
  const { output } = await client.exec(`exec 2>&1; echo text >${file} || echo failed; mv ${file} ${file}er && echo renamed; sh -c 'echo text >>${file}er' || echo failed; wc -c <${file}er; ip link set eth1 up && echo changed`)
  t.regex(output, /failed\n[^]*renamed\n[^]*failed\n0\nchanged\n$/)
  t.true(host.state().devices['eth1']?.up, 'the kernel is no disk')
  client.end()
})

test('the helper for inventories names every host, and known_hosts holds their keys', async (t) => {
  const fleet = await fleetFor(t, [virtual4, { ...virtual4, name: 'virtual5', address: '10.1.1.102/24', later: [{ listen: '127.0.0.2', address: '10.1.1.202' }] }])
  const overrides = fleet.inventoryOverrides()
  t.deepEqual(Object.keys(overrides), ['virtual4', 'virtual5'])
  const { ssh, root } = overrides['virtual5'] ?? t.fail()!
  t.is(root, `${fleet.folder}/virtual5`)
  t.is(ssh.hostAfter, '127.0.0.2')
  const { readFileSync, statSync } = await import('node:fs')
  t.is(statSync(ssh.identityFile).mode & 0o777, 0o600)
  const known = readFileSync(ssh.knownHosts, 'utf8')
  for (const host of fleet.hosts) for (const line of host.knownHosts) t.true(known.includes(`${line}\n`))
  t.is(known.trim().split('\n').length, 3)
})

test('an address that a host gets later answers at its own place', async (t) => {
  const host = await hostFor(t, { later: [{ listen: '127.0.0.2', address: '10.1.1.202' }] })
  t.false(host.reachable('10.1.1.202'))
  await host.run('ip addr add 10.1.1.202/24 dev eth0')
  await until('the later address', () => host.reachable('10.1.1.202'))
  const client = await login({ ...host, address: '127.0.0.2' })
  t.regex((await client.exec('echo $SSH_CONNECTION')).output, / 10\.1\.1\.202 22\n$/)
  client.end()
})
