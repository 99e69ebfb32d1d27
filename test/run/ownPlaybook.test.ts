import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'ava'
import { command, definePlaybook, file } from '../../src/index.ts'
import { openFleet, outcomesOf, startApply, trunkHost } from './harness.ts'

test('a playbook that leaves the network alone is not held to it, even where it can cut the connection', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)])
  const playbook = definePlaybook({
    name: 'firewall',
    steps: [file({ path: '/etc/motd', content: 'hello\n', mode: 0o644 }), command({ run: ({ root }) => `touch ${root}/etc/ran`, creates: '/etc/ran', timeout: 5 })],
  })
  const first = await (await startApply({ ...fleet, playbook })).result
  t.deepEqual(outcomesOf(first), { h1: 'committed' })
  t.is(await readFile(join(fleet.hosts[0]?.root ?? '', 'etc/motd'), 'utf8'), 'hello\n')
  const second = await (await startApply({ ...fleet, playbook })).result
  t.deepEqual(outcomesOf(second), { h1: 'unchanged' })
})

test('a command that fails takes the files back', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)])
  const playbook = definePlaybook({
    name: 'failing',
    steps: [file({ path: '/etc/motd', content: 'hello\n', mode: 0o644 }), command({ run: 'false', creates: '/etc/never', timeout: 5, disruptive: false, reason: 'it does nothing' })],
  })
  const { result, events } = await startApply({ ...fleet, playbook })
  t.deepEqual(outcomesOf(await result), { h1: 'rolled back' })
  await t.throwsAsync(readFile(join(fleet.hosts[0]?.root ?? '', 'etc/motd')), { code: 'ENOENT' })
  const end = events.find((event) => event.type === 'host-finished')
  t.regex(end?.type === 'host-finished' ? (end.fault?.what ?? '') : '', /false.*status 1/)
})
