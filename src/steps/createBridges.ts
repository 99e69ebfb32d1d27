import type { Step } from '../model/playbook.ts'
import { partStep } from './networkStep.ts'

/**
 * Writes the files of the bridges: spanning tree, delays.
 * It covers `bridges`. Addresses and gateways come from assignAddresses; restartNetwork makes them count.
 */
export const createBridges = (): Step => partStep('createBridges', 'bridges', 'bridge')
