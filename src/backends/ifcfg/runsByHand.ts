import type { Facts } from '../../model/facts.ts'
import { givenAddresses } from '../byHand.ts'
import { bridgeOf, masterOf, type Config } from './configs.ts'

/**
 * Whether no ifup could give a device back what it has: it runs with an address of its own, and its files either are not
 * there or put it into a bond or bridge that it is not in. So it is where the files were written and the network was not
 * restarted, and where somebody typed `ip addr add`.
 */
export const runsByHand = (facts: Facts, configs: readonly Config[], device: string): boolean => {
  const own = configs.filter((config) => config.device === device && config.kind !== 'alias')
  return givenAddresses(facts, device).length > 0 && facts.links.find(({ name }) => name === device)?.master === undefined
    && (own.length === 0 || own.some((config) => masterOf(config) !== undefined || bridgeOf(config) !== undefined))
}
