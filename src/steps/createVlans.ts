import type { Step } from '../model/playbook.ts'
import { partStep } from './networkStep.ts'

/**
 * Writes the files of the VLAN devices: parent, id, and the bridge that each is a port of.
 * It covers `vlans`. Addresses and gateways come from assignAddresses; restartNetwork makes them count.
 */
export const createVlans = (): Step => partStep('createVlans', 'vlans', 'vlan')
