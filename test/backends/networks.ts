import fc from 'fast-check'
import type { Release } from '../../src/model/facts.ts'
import { completeNetwork, type Bond, type Bridge, type Interface, type Network, type NetworkDocument, type Vlan } from '../../src/model/network.ts'

const mac = (index: number): string => `00:14:5E:C0:00:${index.toString(16).padStart(2, '0').toUpperCase()}`

const comment = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('uplink to rack 7', 'TYPE=Bridge is what it is', 'mode=4 “quoted”', ' padded '))
  .map((text) => text.replace(/[\x00-\x1f\x7f]/g, ''))

const mtu = fc.option(fc.constantFrom(1500, 9000), { nil: undefined })

/** Addresses that no other device has: each device owns 10.INDEX.0.0/16 and a /64. */
const addressing = (index: number): fc.Arbitrary<Interface> => {
  const ipv4 = fc.array(fc.integer({ min: 1, max: 250 }), { minLength: 1, maxLength: 3 })
    .map((hosts) => [...new Set(hosts)].map((host, at) => `10.${index}.${at}.${host}/24`))
  const ipv6 = fc.array(fc.integer({ min: 2, max: 0xfff }), { maxLength: 2 })
    .map((hosts) => [...new Set(hosts)].map((host) => `2001:db8:${index.toString(16)}::${host.toString(16)}/64`))
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ dhcp: true }) },
    { weight: 3, arbitrary: fc.tuple(ipv4, ipv6).map(([first, second]) => ({ addresses: [...first, ...second] })) },
    { weight: 1, arbitrary: ipv6.filter((list) => list.length > 0).map((addresses) => ({ addresses })) },
  )
}

const bondArbitrary = (slaves: readonly string[]): fc.Arbitrary<Bond> => {
  const [first = 'eth0', ...rest] = slaves
  const watch = fc.oneof(
    fc.record({ miimon: fc.constantFrom(50, 100), updelay: fc.constantFrom(undefined, 200), downdelay: fc.constantFrom(undefined, 100) }),
    fc.record({ arpInterval: fc.constantFrom(500, 1000), arpIpTarget: fc.uniqueArray(fc.constantFrom('10.0.0.1', '10.0.0.10', '10.0.0.100', '10.0.1.1'), { minLength: 1 })
      .map((list): Bond['arpIpTarget'] => { const [head = '10.0.0.1', ...more] = list; return more[0] === undefined ? [head] : [head, more[0]] }) }),
  )
  const backup = fc.tuple(watch, fc.option(fc.constantFrom(...slaves), { nil: undefined }), fc.option(fc.constantFrom('1', 2), { nil: undefined }))
    .map(([options, primary, failOver]): Bond => ({ slaves: [first, ...rest], mode: 'active-backup', ...options, primary, ...(failOver === undefined ? {} : { options: { fail_over_mac: failOver } }) }))
  const lacp = fc.record({
    miimon: fc.constantFrom(100), lacpRate: fc.constantFrom(undefined, 'fast' as const, 'slow' as const),
    xmitHashPolicy: fc.constantFrom(undefined, 'layer2+3' as const, 'layer3+4' as const), comment,
    switch: fc.option(fc.record({ name: fc.constantFrom('sw1', 'a=b'), lacp: fc.constant(true), ports: fc.subarray(['Gi1/1', 'Gi1/2']), portChannel: fc.constantFrom(undefined, 'po1') }), { nil: undefined }),
  }).map((options): Bond => ({ slaves: [first, ...rest], mode: '802.3ad', ...options }))
  return fc.oneof(backup, lacp)
}

/**
 * A random network that breaks no rule of a release: NICs, one or two bonds of them, VLANs by either name, bridges over
 * what is left, addresses on what is in nothing.
 */
const build = (release: Release, g: fc.GeneratorValue): Network => {
  const nics = Array.from({ length: g(fc.integer, { min: 1, max: 5 }) }, (_, index) => `eth${index}`)
  const interfaces: Record<string, Interface> = {}
  const bonds: Record<string, Bond> = {}
  const vlans: Record<string, Vlan> = {}
  const bridges: Record<string, Bridge> = {}
  for (const [index, name] of nics.entries()) {
    interfaces[name] = { mac: mac(index), comment: g(() => fc.option(comment, { nil: undefined })), ethtool: g(fc.constantFrom, undefined, 'speed 1000 duplex full autoneg off') }
  }
  const free = [...nics]
  for (const name of ['bond0', 'bond1']) {
    if (free.length < 2 || !g(fc.boolean)) continue
    bonds[name] = { ...g(bondArbitrary, free.splice(0, g(fc.integer, { min: 1, max: 2 }))), mtu: g(() => mtu) }
  }
  let ids = 10
  const parents = [...free, ...Object.keys(bonds)]
  const carriers = new Set<string>()
  for (const parent of parents) {
    for (let count = g(fc.integer, { min: 0, max: 3 }); count > 0; count -= 1) {
      ids += 1
      carriers.add(parent)
      if (g(fc.boolean)) vlans[`${parent}.${ids}`] = {}
      else vlans[`vlan${ids}`] = { parent, id: ids }
    }
  }
  const open = [...parents.filter((name) => !carriers.has(name)), ...Object.keys(vlans)]
  for (let count = g(fc.integer, { min: 0, max: 4 }); count > 0; count -= 1) {
    const ports = open.splice(0, g(fc.integer, { min: 0, max: 2 }))
    const stp = g(fc.boolean)
    bridges[`br${count}`] = {
      ports, stp, comment: g(() => fc.option(comment, { nil: undefined })), forwardDelay: stp ? g(fc.constantFrom, undefined, 2, 15) : g(fc.constantFrom, undefined, 0, 4),
      ...(release === 'el5' || !stp ? {} : { helloTime: g(fc.constantFrom, undefined, 1, 2), maxAge: g(fc.constantFrom, undefined, 12) }),
    }
  }
  const addressed = [...open, ...parents.filter((name) => carriers.has(name)), ...Object.keys(bridges)]
  let gateway = g(fc.boolean)
  for (const [index, name] of addressed.entries()) {
    const own = g(addressing, index)
    const first = own.addresses?.[0]
    const router = gateway && first?.startsWith('10.') === true ? `10.${index}.0.${251}` : gateway && first !== undefined ? `2001:db8:${index.toString(16)}::1` : undefined
    if (router !== undefined) gateway = false
    const alias = release.startsWith('el') && first?.startsWith('10.') === true ? g(fc.constantFrom, undefined, undefined, 0, 1, 7) : undefined
    const device = interfaces[name] ?? bonds[name] ?? vlans[name] ?? bridges[name]
    if (device) Object.assign(device, own, router === undefined ? {} : { gateway: router }, alias === undefined ? {} : { alias })
  }
  const document: NetworkDocument = { interfaces, bonds, vlans, bridges }
  return completeNetwork(document)
}

export const networks = (release: Release): fc.Arbitrary<Network> => fc.gen().map((g) => build(release, g))

/** Two networks at once: two arbitraries made by fc.gen would draw the same one twice. */
export const networkPairs = (release: Release): fc.Arbitrary<readonly [Network, Network]> => fc.gen().map((g) => [build(release, g), build(release, g)] as const)
