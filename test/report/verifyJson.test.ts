import { Ajv } from 'ajv'
import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { verifyJson } from '../../src/report/index.ts'
import { bundledSchema } from '../../src/schema/bundle.ts'

test('what verify found, as its schema says: what runs and what stands in files as diffs, made safe', (t) => {
  const text = verifyJson([
    { host: { name: 'virtual4' }, differences: [] },
    { host: { name: 'virtual5' }, differences: [
      { device: 'bond0', expected: 'mode 802.3ad', found: 'mode balance-rr' },
      { device: 'eth1', expected: 'a link, as a slave of bond0', found: 'no \u001b[31mlink', mendable: false },
      { device: '/etc/modprobe.conf', expected: 'as the playbook makes it', found: '@@ -0,0 +1 @@\n+alias bond0 bonding\n' },
    ] },
    { host: { name: 'virtual6' }, differences: [], error: new FleetError({ kind: 'connect', host: 'virtual6', what: 'no answer', next: ['look at it'] }) },
  ])
  const document: unknown = JSON.parse(text)
  const validate = new Ajv({ strict: true }).compile(bundledSchema('verify'))
  t.true(validate(document), JSON.stringify(validate.errors))
  t.false(text.includes('\u001b'))
  t.deepEqual(document, {
    version: 1,
    hosts: [
      { name: 'virtual4', status: 'as desired', differences: [] },
      { name: 'virtual5', status: 'differs', differences: [
        { kind: 'running', device: 'bond0', expected: 'mode 802.3ad', found: 'mode balance-rr', diff: '-mode balance-rr\n+mode 802.3ad\n' },
        { kind: 'running', device: 'eth1', expected: 'a link, as a slave of bond0', found: 'no \\x1b[31mlink', diff: '-no \\x1b[31mlink\n+a link, as a slave of bond0\n', mendable: false },
        { kind: 'file', device: '/etc/modprobe.conf', expected: 'as the playbook makes it', found: 'otherwise', diff: '@@ -0,0 +1 @@\n+alias bond0 bonding\n' },
      ] },
      { name: 'virtual6', status: 'not verified', differences: [], error: 'no answer', next: ['look at it'] },
    ],
  })
})
