import { inSubnet, parseAddress, prefixOf, type IpAddress } from '../../model/address.ts'
import { bridgeOf, masterOf, type Config } from '../../backends/ifcfg/configs.ts'
import { globalFile } from '../../backends/ifcfg/paths.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { baseName, numbered, placeOf, type View } from '../subject.ts'

export const addressRules = {
  E12: {
    code: 'E12', severity: 'error', what: 'an address, or an alias, on a bond\'s slave or a bridge\'s port; one address twice',
    reality: 'the address of a port is flushed and its ifup ends there: aliases, routes and ifup-local never run; an address that is there twice answers on either device',
    fix: 'give the address to the bond or bridge alone', source: 'ifup-eth 5:159-174, 6:145-164, 7:183-202; seen running',
  },
  E13: {
    code: 'E13', severity: 'error', what: 'address, mask, broadcast and gateway that do not fit together',
    reality: 'a gateway outside of the device\'s subnet is silently ignored; a wrong mask takes strangers for neighbours; a wrong BROADCAST is set as it is',
    fix: 'correct the mask; leave BROADCAST and NETWORK out: the scripts compute them', source: 'ifup-eth 5:291, 6:283, 7:314', mends: 'takes BROADCAST and NETWORK out where they disagree with address and mask',
  },
  E14: {
    code: 'E14', severity: 'error', what: 'GATEWAYDEV that suppresses the default route; more than one gateway',
    reality: 'with GATEWAYDEV=vlan100 the alias vlan100:1, which has the address, sets no default route: the host is cut off from other networks; of two gateways the last one started wins',
    fix: 'leave GATEWAYDEV empty, or name the alias itself; keep one GATEWAY', source: 'ifup-aliases 5:298, 6:291, 7:297; seen running on 7',
  },
} as const satisfies Record<string, Rule>

const indexed = ['', ...Array.from({ length: 16 }, (_, index) => String(index))]

const dotted = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.')

/** What an address, its mask and what follows from them say of each other in one file. */
const inFile = (view: View, { path, values }: Config): LintFinding[] => indexed.flatMap((index) => {
  const address = values.get(`IPADDR${index}`)
  if (!address) return []
  const at = (key: string) => placeOf(view, path, `${key}${index}`, `IPADDR${index}`)
  if (parseAddress(address)?.family !== 4 || address.includes('/')) return [found(addressRules.E13, at('IPADDR'), `IPADDR${index}=${address} is no IPv4 address`, { reality: 'ifup fails, or asks the resolver for it', fix: 'write it like 10.1.1.101, its mask into NETMASK' })]
  const mask = values.get(`NETMASK${index}`)
  const prefix = values.get(`PREFIX${index}`)
  const masked = mask === undefined || mask === '' ? undefined : prefixOf(mask)
  const length = prefix !== undefined && /^\d+$/.test(prefix) && Number(prefix) <= 32 ? Number(prefix) : masked
  const findings: LintFinding[] = []
  if (mask && masked === undefined) findings.push(found(addressRules.E13, at('NETMASK'), `NETMASK${index}=${mask} is no netmask`, { reality: 'ipcalc refuses it, and the class of the address decides', fix: 'write it like 255.255.255.0' }))
  if (prefix && length === undefined) findings.push(found(addressRules.E13, at('PREFIX'), `PREFIX${index}=${prefix} is no prefix length`, { reality: 'the address is refused', fix: 'write 1 to 32' }))
  if (prefix && masked !== undefined && length !== masked) findings.push(found(addressRules.E13, at('NETMASK'), `NETMASK${index}=${mask} is /${masked}, PREFIX${index} says ${prefix}`, { reality: 'PREFIX wins where the release reads it; RHEL 5 may read NETMASK', fix: 'keep one' }))
  if (!mask && !prefix) findings.push(found(addressRules.E13, at('IPADDR'), `${address} has neither NETMASK nor PREFIX`, { severity: 'warning', reality: 'the class of the address decides: /8, /16 or /24', fix: 'add NETMASK' }))
  const own = length === undefined ? undefined : parseAddress(`${address}/${length}`)
  if (own && length === 8 && address.startsWith('10.')) findings.push(found(addressRules.E13, at(mask ? 'NETMASK' : 'PREFIX'), `${address} with /8`, { severity: 'warning', reality: 'every address that begins with 10. is taken for a neighbour: what is meant for another site asks by ARP and gets no answer', fix: 'write the mask of the subnet, often 255.255.255.0' }))
  if (own && length !== undefined) findings.push(...ends(view, path, values, own, length))
  return findings
})

const ends = (view: View, path: string, values: Config['values'], own: IpAddress, length: number): LintFinding[] => {
  const host = (1n << BigInt(32 - length)) - 1n
  const wanted = { BROADCAST: dotted(own.value | host), NETWORK: dotted(own.value & ~host) }
  return (['BROADCAST', 'NETWORK'] as const).flatMap((key) => {
    const value = values.get(key)
    return value === undefined || value === '' || value === wanted[key] ? [] : [found(addressRules.E13, placeOf(view, path, key), `${key}=${value} of ${own.address}/${length}, which has ${wanted[key]}`,
      { ...(key === 'NETWORK' ? { severity: 'warning', reality: 'the scripts compute it, and who reads the file believes another' } : { reality: 'it is set as it is: broadcasts go to nobody' }), fix: `take ${key} out` })]
  })
}

/** One address with two masks in two files: one of them is a slip. */
const masksApart = (view: View): LintFinding[] => {
  const seen = new Map<string, readonly [path: string, length: number]>()
  return view.configs.flatMap(({ path, values }) => {
    const address = values.get('IPADDR')
    const length = Number(values.get('PREFIX') ?? prefixOf(values.get('NETMASK') ?? '') ?? NaN)
    if (!address || Number.isNaN(length)) return []
    const [other, before] = seen.get(address) ?? []
    seen.set(address, [path, length])
    return other === undefined || before === length ? [] : [found(addressRules.E13, placeOf(view, path, 'NETMASK', 'PREFIX'), `${address} is /${length} here and /${before} in ${baseName(other)}`, { fix: 'one of the two is a slip: correct it' })]
  })
}

const globalGateway = (view: View): LintFinding[] => {
  const { globals, configs } = view
  const gateway = globals.get('GATEWAY') ?? ''
  const only = globals.get('GATEWAYDEV') ?? ''
  const router = parseAddress(gateway)
  const owns = configs.flatMap((config) => {
    const own = parseAddress(`${config.values.get('IPADDR') ?? ''}/${config.values.get('PREFIX') ?? prefixOf(config.values.get('NETMASK') ?? '') ?? ''}`)
    return own ? [{ config, own }] : []
  })
  const named = configs.find(({ device, kind }) => device === only && kind !== 'alias')
  const aliases = owns.filter(({ config }) => config.kind === 'alias' && config.device === only)
  const bare = named && (masterOf(named) ?? bridgeOf(named))
  const place = placeOf(view, globalFile, 'GATEWAYDEV')
  return [
    ...(gateway !== '' && router?.family !== 4 ? [found(addressRules.E13, placeOf(view, globalFile, 'GATEWAY'), `GATEWAY=${gateway} is no IPv4 address`, { reality: 'no default route is set', fix: 'write the router\'s address' })] : []),
    ...(router?.family === 4 && owns.length > 0 && !owns.some(({ own }) => inSubnet(own, router)) ? [found(addressRules.E13, placeOf(view, globalFile, 'GATEWAY'), `GATEWAY=${gateway} lies in no subnet of the host`, { reality: 'it is silently ignored: there is no default route', fix: 'correct the gateway, or an address\'s mask' })] : []),
    ...(only !== '' && named && !named.values.get('IPADDR') && aliases.length > 0 ? [found(addressRules.E14, place, `GATEWAYDEV=${only}, and the address is on the alias ${aliases[0]?.config.suffix}`, { fix: `write GATEWAYDEV=${aliases[0]?.config.suffix}, or take it out` })] : []),
    ...(only !== '' && bare !== undefined ? [found(addressRules.E14, place, `GATEWAYDEV=${only}, which is in ${bare}`, { reality: 'a slave or port has no routes, and no other device may set the default route', fix: `name ${bare}, or take it out` })] : []),
    ...(only !== '' && !named && configs.length > 0 && !configs.some(({ suffix }) => suffix === only) ? [found(addressRules.E14, place, `GATEWAYDEV=${only} has no file`, { reality: 'no device may set the default route', fix: 'take it out' })] : []),
  ]
}

const shownLine = /inet (?:addr:)?(?<address>[\d.]+)\s+(?:Bcast:(?<old>[\d.]+)\s+Mask:(?<mask>[\d.]+)|netmask (?<mask2>[\d.]+)\s+broadcast (?<new>[\d.]+))/

/** Saved output of ifconfig: what a host really ran with. */
const saved = ({ files }: View): LintFinding[] => Object.values(files).filter(({ path }) => /^\/ifconfig[^/]*$/.test(path)).flatMap(({ path, content }) => numbered(content).flatMap(([line, text]) => {
  const { address = '', old, new: newer, mask, mask2 } = shownLine.exec(text)?.groups ?? {}
  const length = prefixOf(mask ?? mask2 ?? '')
  const own = length === undefined ? undefined : parseAddress(`${address}/${length}`)
  const wanted = own && length !== undefined ? dotted(own.value | ((1n << BigInt(32 - length)) - 1n)) : undefined
  const shown = old ?? newer
  return wanted === undefined || shown === wanted ? [] : [found(addressRules.E13, { file: path, line }, `${address}/${length} ran with the broadcast address ${shown}, its subnet has ${wanted}`,
    { reality: 'an alias takes BROADCAST over from its device\'s file or environment: broadcasts go to nobody', fix: 'look for BROADCAST in the files, and take it out' })]
}))

/** What files say of addresses and gateways that cannot be; what whole networks cannot is told of the network. */
export const addressFindings = (view: View): LintFinding[] => [...view.configs.flatMap((config) => inFile(view, config)), ...masksApart(view), ...globalGateway(view), ...saved(view)]
