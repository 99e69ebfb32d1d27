import type { Host } from '../model/host.ts'

/**
 * An argument that may depend on the host: the value itself, or a function that makes it.
 *
 * @example file({ path: '/etc/motd', content: (host) => `This is ${host.name}.\n` })
 */
export type Value<T extends string | number | boolean | undefined> = T | ((host: Host) => T)

/** The value for one host. */
export const valueFor = <T extends string | number | boolean | undefined>(value: Value<T>, host: Host): T =>
  typeof value === 'function' ? value(host) : value
