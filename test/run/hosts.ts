import type { Host } from '../../src/model/host.ts'
import { completeNetwork } from '../../src/model/network.ts'

/** A host of an inventory that says nothing but its name. */
export const hostNamed = (name: string, more: Partial<Host> = {}): Host => ({
  name,
  groups: [],
  ssh: { host: name, port: 22, user: 'root', connectTimeout: 10, keepalive: 5, become: false },
  platform: {},
  playbook: 'p',
  network: completeNetwork(),
  group: undefined,
  acknowledge: [],
  vars: {},
  root: '',
  timeouts: {},
  position: { file: 'inventory.yaml' },
  ...more,
})
