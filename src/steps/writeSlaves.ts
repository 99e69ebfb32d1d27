import type { Step } from '../model/playbook.ts'
import { partStep } from './networkStep.ts'

/**
 * Writes the files of the NICs that are slaves of a bond: master, MAC address, no addresses of their own.
 * It covers `slaves`. Addresses and gateways come from assignAddresses; restartNetwork makes them count.
 */
export const writeSlaves = (): Step => partStep('writeSlaves', 'slaves', 'slave')
