import test from 'ava'
import { bridgeScripts } from '../../src/steps/xendScripts.ts'

test('network scripts that xend would run, with their lines; comments, none and those that do nothing are left out', (t) => {
  t.deepEqual(bridgeScripts("# (network-script network-bridge)\n(network-script network-bridge)\n (network-script 'network-route netdev=eth0')\n"), [
    { line: 2, text: '(network-script network-bridge)', script: 'network-bridge' },
    { line: 3, text: "(network-script 'network-route netdev=eth0')", script: 'network-route netdev=eth0' },
  ])
  for (const harmless of ['', '(network-script )', "(network-script '/bin/true')", '(network-script network-dummy)', '(vif-script vif-bridge)', '(network-script network-bridge']) t.deepEqual(bridgeScripts(harmless), [])
})
