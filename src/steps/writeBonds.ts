import type { Step } from '../model/playbook.ts'
import { partStep } from './networkStep.ts'

/**
 * Writes the files of the bonds: mode, link monitoring, options.
 * It covers `bonds`. Addresses and gateways come from assignAddresses; restartNetwork makes them count.
 */
export const writeBonds = (): Step => partStep('writeBonds', 'bonds', 'bond')
