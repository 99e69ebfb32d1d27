// What `fleetnet demo` runs: the real playbook, which tolerates one failure here, because one host is made to fail.
import { definePlaybook } from 'fleetnet'
import trunk from './oracle-vm-trunk.ts'

export default definePlaybook({
  ...trunk,
  name: 'demo',
  rolling: { batches: [1, 2, '100%'], maxFailures: 1 },
})
