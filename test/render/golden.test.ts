import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { renderSwitch } from '../../src/render/index.ts'
import { ranges } from '../../src/render/switch/model.ts'
import { caseNames, expected, hostsOf, renderCase } from './cases.ts'

for (const name of caseNames())
  test(name, async (t) => {
    for (const [kind, text] of Object.entries(await renderCase(name))) {
      t.is(text, expected(name, kind), kind)
      t.true(text.endsWith('\n'), kind)
    }
  })

test('a dialect that is none', async (t) => {
  const hosts = await hostsOf('oracle-trunk')
  const error = t.throws(() => renderSwitch(hosts, 'toString'), { instanceOf: FleetError })
  t.deepEqual([error.kind, error.next], ['usage', ['use one of ios, eos, junos, linux: --dialect ios']])
})

test('many VLANs take several lines, none of them longer than IOS takes', async (t) => {
  const [host] = await hostsOf('two-switches')
  if (host === undefined) throw new Error('the case has no host')
  const ids = Array.from({ length: 300 }, (_, index) => 2 * index + 2)
  const vlans = Object.fromEntries(ids.map((id) => [`bond0.${id}`, { parent: 'bond0', id }]))
  const lines = renderSwitch([{ ...host, network: { ...host.network, vlans } }], 'ios').split('\n')
  const lists = lines.slice(0, lines.indexOf('interface Et1')).filter((line) => line.includes('allowed vlan'))
  t.true(lists.length > 5 && lists.every((line) => line.length < 254))
  t.deepEqual(lists.map((line) => line.includes(' add ')), lists.map((_, index) => index > 0))
  t.is(lists.map((line) => line.replace(/^.*vlan (add )?/, '')).join(','), ids.join(','))
})

test('VLANs as ranges', (t) => t.deepEqual(ranges([44, 40, 41, 41, 42, 1]), ['1', '40-42', '44']))
