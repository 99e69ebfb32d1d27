import { inSubnet, parseAddress, prefixOf } from '../../src/model/address.ts'
import type { BridgeFact, Facts, FileFact, LinkFact, Release } from '../../src/model/facts.ts'
import type { BondMode, Network } from '../../src/model/network.ts'
import { readMode } from '../../src/backends/bondingOptions.ts'
import { readAssignments } from '../../src/backends/ifcfg/shell.ts'
import { bareFacts, fileFact, linkFact } from './facts.ts'

interface Running {
  kind: 'physical' | 'bond' | 'vlan' | 'bridge'
  up: boolean
  mtu: number
  addresses: string[]
  master?: string | undefined
  mode?: BondMode
  options?: ReadonlyMap<string, string>
  stp?: boolean
  parent?: string
  id?: number
}

const scripts = '/etc/sysconfig/network-scripts/ifcfg-'

/**
 * What ifup and ifdown of initscripts 8.45 to 9.49 do to a kernel, as far as a cut-over can go wrong by it: a slave is
 * taken by its bond alone, options act on an empty bond only, a port loses its addresses, a VLAN whose parent is missing
 * is silently not made, a bridge that is up cannot be deleted, a device that goes down takes its VLANs and routes along.
 */
export class ScriptModel {
  readonly devices = new Map<string, Running>()
  defaults: { gateway: string; device: string }[] = []
  files: Readonly<Record<string, string>> = {}

  constructor(nics: readonly string[]) {
    for (const name of nics) this.devices.set(name, { kind: 'physical', up: false, mtu: 1500, addresses: [] })
  }

  #values(word: string): ReadonlyMap<string, string> | undefined {
    const content = this.files[scripts + word]
    return content === undefined ? undefined : readAssignments(content).values
  }

  #members(master: string): [string, Running][] {
    return [...this.devices].filter(([, device]) => device.master === master)
  }

  #slaveFiles(bond: string): string[] {
    return Object.keys(this.files).filter((path) => path.startsWith(scripts) && readAssignments(this.files[path] ?? '').values.get('MASTER') === bond).map((path) => path.slice(scripts.length)).toSorted()
  }

  #down(name: string): void {
    const device = this.devices.get(name)
    if (!device) return
    device.up = false
    this.defaults = this.defaults.filter((route) => route.device !== name)
    for (const [vlan, { parent }] of [...this.devices]) if (parent === name) this.#down(vlan)
  }

  #up(name: string): void {
    const device = this.devices.get(name)
    if (!device) return
    device.up = true
    for (const [vlan, { parent }] of [...this.devices]) if (parent === name) this.#up(vlan)
  }

  #bond(name: string): Running {
    const bond: Running = this.devices.get(name) ?? { kind: 'bond', up: false, mtu: 1500, addresses: [], mode: 'balance-rr', options: new Map() }
    this.devices.set(name, bond)
    return bond
  }

  ifup(word: string): void {
    const values = this.#values(word)
    const name = values?.get('DEVICE')
    if (!values || name === undefined) return
    if (values.get('VLAN') === 'yes') {
      const parent = values.get('PHYSDEV') ?? name.slice(0, name.lastIndexOf('.'))
      const below = this.devices.get(parent)
      if (!below) return
      if (!below.up) this.#up(parent)
      if (!this.devices.has(name)) this.devices.set(name, { kind: 'vlan', up: false, mtu: below.mtu, addresses: [], parent, id: Number(/(\d+)$/.exec(name)?.[1]) })
    }
    if (values.get('TYPE') === 'Bridge') {
      const bridge: Running = this.devices.get(name) ?? { kind: 'bridge', up: false, mtu: 1500, addresses: [] }
      this.devices.set(name, { ...bridge, stp: values.get('STP') === 'on' })
    }
    if (values.get('BONDING_OPTS')) this.#bond(name)
    const device = this.devices.get(name)
    if (!device) return
    device.mtu = Number(values.get('MTU') ?? device.mtu)
    const master = values.get('SLAVE') === 'yes' ? values.get('MASTER') : undefined
    if (master !== undefined) {
      const bond = this.#bond(master)
      if (device.master !== undefined) return
      this.#down(name)
      Object.assign(device, { master, up: true, mtu: bond.mtu })
      return
    }
    if (device.kind === 'bond') {
      if (this.#members(name).length === 0) {
        const listed = new Map((values.get('BONDING_OPTS') ?? '').split(' ').map((option) => [option.slice(0, option.indexOf('=')), option.slice(option.lastIndexOf('=') + 1)]))
        // What is not listed stays as it was, except that each way of watching links ends the other; targets are added.
        const options = new Map([...(device.options ?? []), ...listed])
        if (listed.has('arp_interval') && !listed.has('miimon')) options.delete('miimon')
        if (listed.has('miimon') && !listed.has('arp_interval')) options.delete('arp_interval')
        const targets = [...new Set([device.options?.get('arp_ip_target'), listed.get('arp_ip_target')].flatMap((text) => text?.split(',') ?? []))]
        if (targets.length > 0) options.set('arp_ip_target', targets.join(','))
        Object.assign(device, { options, mode: readMode(options.get('mode')) ?? device.mode })
      }
      this.#up(name)
      for (const slave of this.#slaveFiles(name)) this.ifup(slave)
    }
    const bridge = values.get('BRIDGE')
    if (bridge !== undefined) {
      if (!this.devices.has(bridge)) this.devices.set(bridge, { kind: 'bridge', up: false, mtu: 1500, addresses: [], stp: false })
      device.addresses = []
      this.#up(name)
      device.master ??= bridge
      return
    }
    this.#up(name)
    const add = (text: ReadonlyMap<string, string>): void => {
      const address = text.get('IPADDR')
      if (address !== undefined && !device.addresses.some((own) => own.startsWith(`${address}/`))) device.addresses.push(`${address}/${prefixOf(text.get('NETMASK') ?? '')}`)
    }
    if (values.get('BOOTPROTO') === 'dhcp') device.addresses.push('172.16.0.9/16')
    add(values)
    const globals = readAssignments(this.files['/etc/sysconfig/network'] ?? '').values
    const aliases = Object.keys(this.files).filter((file) => file.startsWith(`${scripts}${word}:`)).toSorted().map((path) => readAssignments(this.files[path] ?? '').values)
    for (const alias of aliases) {
      add(alias)
      const own = parseAddress(`${alias.get('IPADDR')}/${prefixOf(alias.get('NETMASK') ?? '')}`)
      const router = parseAddress(globals.get('GATEWAY') ?? '')
      // ifup-aliases takes the gateway of /etc/sysconfig/network, and no other.
      if (own && router && inSubnet(own, router) && ['', alias.get('DEVICE')].includes(globals.get('GATEWAYDEV') ?? '')) this.#route(router.address, name)
    }
    for (const address of [values.get('IPV6ADDR') ?? '', ...(values.get('IPV6ADDR_SECONDARIES') ?? '').split(' ')]) if (address !== '' && !device.addresses.includes(address)) device.addresses.push(address)
    const gateway = values.get('GATEWAY') ?? values.get('IPV6_DEFAULTGW')
    if (gateway !== undefined) this.#route(gateway, name)
  }

  #route(gateway: string, device: string): void {
    this.defaults = [...this.defaults.filter((route) => route.gateway.includes(':') !== gateway.includes(':')), { gateway, device }]
  }

  ifdown(word: string): void {
    const values = this.#values(word)
    const name = values?.get('DEVICE')
    const device = name === undefined ? undefined : this.devices.get(name)
    if (!values || name === undefined || !device) return
    if (device.kind === 'bond') for (const slave of this.#slaveFiles(name)) this.ifdown(slave)
    device.addresses = []
    if (values.get('SLAVE') === 'yes' && device.master === values.get('MASTER')) device.master = undefined
    this.#down(name)
    const bridge = values.get('BRIDGE')
    if (bridge !== undefined) {
      if (device.master === bridge) device.master = undefined
      if (this.#members(bridge).length === 0 && this.devices.get(bridge)?.up === false) this.devices.delete(bridge)
    }
    if (values.get('VLAN') === 'yes') this.devices.delete(name)
  }

  /** A write to a bond's file below /sys, back to the driver's default. */
  #reset(name: string, key: string, value: string): void {
    const bond = this.devices.get(name)
    if (!bond || bond.up || this.#members(name).length > 0) throw new Error(`${name} is not down and empty: ${key}`)
    const options = new Map(bond.options)
    const targets = (options.get(key) ?? '').split(',').filter((target) => `-${target}` !== value)
    if (value.startsWith('-') && targets.length > 0) options.set(key, targets.join(','))
    else options.delete(key)
    bond.options = options
  }

  /** Runs one command of an activation; what it does not know is a mistake of the test. */
  run(words: readonly string[]): void {
    const [verb, ...rest] = words
    const last = rest.at(-1) ?? ''
    const line = words.join(' ')
    if (verb === 'ifup') this.ifup(last)
    else if (verb === 'ifdown') this.ifdown(last)
    else if (line === `ip addr flush dev ${last}`) {
      const device = this.devices.get(last)
      if (device) device.addresses = []
      this.defaults = this.defaults.filter((route) => route.device !== last)
    }
    else if (line.startsWith('ip addr add ')) this.devices.get(last)?.addresses.push(words[3] ?? '')
    else if (line === `ip link set dev ${words[4]} up`) this.#up(words[4] ?? '')
    else if (line.includes(' route replace default via ')) {
      const gateway = words.at(-3) ?? ''
      this.defaults = [...this.defaults.filter((route) => route.gateway.includes(':') !== gateway.includes(':')), { gateway, device: last }]
    }
    else if (line === `brctl delbr ${last}`) { if (this.devices.get(last)?.up === false && this.#members(last).length === 0) this.devices.delete(last) }
    else if (line === `ip link delete ${last}`) this.devices.delete(last)
    else if (verb === 'sh') {
      const [, value, name, key] = /^echo (\S+) >\/sys\/class\/net\/([^/]+)\/bonding\/(\w+)$/.exec(last) ?? []
      if (value === undefined || name === undefined || key === undefined) throw new Error(`a command that the model does not know: ${line}`)
      this.#reset(name, key, value)
    }
    else throw new Error(`a command that the model does not know: ${line}`)
  }

  /** The options of each of the network's bonds that are not the driver's own, sorted. */
  bondOptions(network: Network): Record<string, string[]> {
    return Object.fromEntries([...this.devices].filter(([name, { kind }]) => kind === 'bond' && network.bonds[name] !== undefined).map(([name, { options }]) =>
      [name, [...(options ?? [])].map(([key, value]) => `${key}=${key === 'arp_ip_target' ? value.split(',').toSorted().join(',') : value}`).toSorted()]))
  }

  facts(release: Release, sessionAddress: string | undefined): Facts {
    const all = [...this.devices]
    const links: LinkFact[] = all.map(([name, device]) => linkFact(name, {
      kind: device.kind, up: device.up, mtu: device.mtu, addresses: device.addresses, ...(device.master === undefined ? {} : { master: device.master }),
      ...(device.kind === 'physical' ? { mac: `00:14:5E:C0:00:0${name.slice(3)}` } : {}),
    }))
    const bridges: BridgeFact[] = all.filter(([, device]) => device.kind === 'bridge').map(([name, device]) => ({ name, ports: this.#members(name).map(([port]) => port), stp: device.stp === true, forwardDelay: 0 }))
    const session = sessionAddress === undefined ? undefined : all.find(([, device]) => device.addresses.includes(sessionAddress))
    const files: Record<string, FileFact> = Object.fromEntries(Object.entries(this.files).map(([path, content]) => [path, fileFact(path, content)]))
    return bareFacts(release, {
      links, bridges, files,
      bonds: all.filter(([, device]) => device.kind === 'bond').map(([name, device]) => ({
        name, mode: device.mode ?? 'unknown', slaves: this.#members(name).map(([slave]) => slave), miimon: Number(device.options?.get('miimon') ?? 0),
        aggregatorPorts: this.#members(name).length, partnerMac: 'C0:FF:EE:25:60:00',
      })),
      vlans: all.flatMap(([name, { parent, id }]) => (parent === undefined || id === undefined ? [] : [{ name, parent, id }])),
      routes: this.defaults.map(({ gateway, device }) => ({ destination: 'default', gateway, device })),
      ...(session && sessionAddress ? { session: { clientAddress: '10.0.0.9', serverAddress: parseAddress(sessionAddress)?.address ?? '', device: session[0] } } : {}),
    })
  }
}
