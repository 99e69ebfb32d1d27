import test from 'ava'
import type { Change } from '../../src/model/changes.ts'
import { rebootFor } from '../../src/plan/reboot.ts'
import { bootTimeout } from '../../src/plan/timeouts.ts'

const common = { steps: ['step'], disruptive: false } as const
const file: Change = { ...common, kind: 'file', action: 'create', target: '/etc/modprobe.d/bonding.conf', when: 'stage', after: { content: '', mode: 0o644, uid: 0, gid: 0 } }
const service = (action: 'start' | 'enable'): Change => ({ ...common, kind: 'service', action, target: 'lldpd', disruptive: true })
const module: Change = { ...common, kind: 'module', action: 'load', target: 'bonding' }
const sysctl: Change = { ...common, kind: 'sysctl', action: 'set', target: 'vm.swappiness', after: '10' }

test('--reboot restarts who has something that only a boot proves', (t) => {
  for (const [changes, expected] of [
    [[], undefined],
    [[file], 'trial'],
    [[service('enable')], 'trial'],
    [[module, sysctl, file], 'trial'],
    [[module, sysctl], undefined],
    [[service('start')], undefined],
  ] as const) t.is(rebootFor(true, { acknowledge: [] }, changes), expected)
  t.is(rebootFor(false, { acknowledge: [] }, [file]), undefined)
})

test('acknowledge: [reboot] lets a rollback restart the host, of a change that can cut', (t) => {
  t.is(rebootFor(false, { acknowledge: ['reboot'] }, [service('start')]), 'last')
  t.is(rebootFor(false, { acknowledge: ['reboot'] }, [file]), undefined)
  t.is(rebootFor(true, { acknowledge: ['reboot'] }, [file]), 'trial')
})

test('a boot gets ten minutes, more where the network settles slowly, or what the inventory says', (t) => {
  t.is(bootTimeout({ timeouts: {} }, { confirm: 60 }), 600)
  t.is(bootTimeout({ timeouts: {} }, { confirm: 400 }), 700)
  t.is(bootTimeout({ timeouts: { boot: 90 } }, { confirm: 400 }), 90)
})
