import type { ActivationCommand } from '../model/changes.ts'
import type { Facts } from '../model/facts.ts'

const command = (...words: string[]): ActivationCommand => ({ words, timeout: 10, mayFail: true })

/** Takes every address off a device, and the routes by it. */
export const flush = (device: string): ActivationCommand => command('ip', 'addr', 'flush', 'dev', device)

/** Addresses that somebody gave: the kernel makes the link-local ones itself. */
export const givenAddresses = (facts: Facts, device: string): string[] =>
  (facts.links.find(({ name }) => name === device)?.addresses ?? []).filter((address) => !address.startsWith('fe80:'))

/** Gives a device back what it runs with by hand: addresses, and what is routed by it. The order is that of `ip`'s needs. */
export const restore = (facts: Facts, device: string): ActivationCommand[] => [
  command('ip', 'link', 'set', 'dev', device, 'up'),
  ...givenAddresses(facts, device).map((address) => command('ip', 'addr', 'add', address, ...(address.includes(':') ? [] : ['brd', '+']), 'dev', device)),
  ...facts.routes.filter((route) => route.device === device && route.gateway !== undefined).map(({ destination, gateway = '' }) =>
    command('ip', ...(gateway.includes(':') ? ['-6'] : []), 'route', 'replace', destination, 'via', gateway, 'dev', device)),
]
