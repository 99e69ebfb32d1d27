import type { Step } from '../model/playbook.ts'
import { partStep } from './networkStep.ts'

/**
 * Writes the files of the NICs that are no slaves.
 * It covers `interfaces`. Addresses and gateways come from assignAddresses; restartNetwork makes them count.
 */
export const writeInterfaces = (): Step => partStep('writeInterfaces', 'interfaces', 'interface')
