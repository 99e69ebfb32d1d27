import type { ActivationCommand } from '../../model/changes.ts'
import type { Facts } from '../../model/facts.ts'
import { bridgeOf, masterOf, type Config } from './configs.ts'

const command = (...words: string[]): ActivationCommand => ({ words, timeout: 10, mayFail: true })

/** Takes every address off a device, and the routes by it. */
export const flush = (device: string): ActivationCommand => command('ip', 'addr', 'flush', 'dev', device)

/** Addresses that somebody gave: the kernel makes the link-local ones itself. */
export const givenAddresses = (facts: Facts, device: string): string[] =>
  (facts.links.find(({ name }) => name === device)?.addresses ?? []).filter((address) => !address.startsWith('fe80:'))

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

/** Gives a device back what it runs with by hand: addresses, and what is routed by it. The order is that of `ip`'s needs. */
export const restore = (facts: Facts, device: string): ActivationCommand[] => [
  command('ip', 'link', 'set', 'dev', device, 'up'),
  ...givenAddresses(facts, device).map((address) => command('ip', 'addr', 'add', address, ...(address.includes(':') ? [] : ['brd', '+']), 'dev', device)),
  ...facts.routes.filter((route) => route.device === device && route.gateway !== undefined).map(({ destination, gateway = '' }) =>
    command('ip', ...(gateway.includes(':') ? ['-6'] : []), 'route', 'replace', destination, 'via', gateway, 'dev', device)),
]
