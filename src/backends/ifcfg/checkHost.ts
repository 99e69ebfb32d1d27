import type { Finding } from '../../model/backend.ts'
import type { Facts } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { error, list, warning, type NetworkFinding } from '../../model/rules/finding.ts'
import { nicFindings } from '../checkNics.ts'
import { runningFindings, type Claim } from '../checkRunning.ts'
import { header } from '../comments.ts'
import { bridgeOf, masterOf, readConfigs } from './configs.ts'
import { gatewayOf } from './effective.ts'
import { routeFindings } from './checkRoutes.ts'
import { ifupLocalFindings } from './ifupLocal.ts'
import { globalFile, scriptFile } from './paths.ts'
import { extrasOf } from './read.ts'
import { readAssignments } from './shell.ts'
import { fallenDevices, stalePaths } from './stale.ts'

const fileFindings = (network: Network, facts: Facts): NetworkFinding[] => {
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  return readConfigs(facts.files, facts.release).flatMap((config) => {
    const name = config.path.slice(config.path.lastIndexOf('/') + 1)
    const place = [config.path]
    const { problems } = config
    const findings: NetworkFinding[] = []
    const first = problems[0]
    // Said, never in the way: files of managed devices are written anew, others are not touched.
    if (first) {
      const more = problems.length > 1 ? ` and ${problems.length - 1} more` : ''
      findings.push(warning(first.rule, place, `${name} line ${first.line} cannot be read, ${first.why}: ${JSON.stringify(first.text.slice(0, 80))}${more}`,
        managed.has(config.device) ? `It is written anew for ${config.device}.` : 'Its device is not managed: mend it by hand.'))
    }
    if (config.path.endsWith('.old')) {
      findings.push(warning('E17', place, `${name} is live: the network scripts of this release do not ignore .old`,
        managed.has(config.device) ? 'It is removed; the checkpoint keeps it.' : 'Move it out of network-scripts.'))
    }
    return findings
  })
}

/** Settings of files that are written anew, and that the inventory has no word for. */
const lostFindings = (network: Network, facts: Facts): NetworkFinding[] => {
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  return readConfigs(facts.files, facts.release).filter(({ device, comments, path }) => managed.has(device) && comments[0] !== header && !path.endsWith('.old')).flatMap((config) => {
    const extras = extrasOf(config, network)
    return extras.length === 0 ? [] : [warning(undefined, [config.path], `${config.device}: ${extras.join('; ')} in ${config.path.slice(config.path.lastIndexOf('/') + 1)} goes, and nothing takes its place`,
      'Where it is still needed, write it by a step of your own; the checkpoint keeps the file.')]
  })
}

/** Files that are left alone and still put their device into a bond or bridge of ours, or have a gateway beside ours. */
const strangerFindings = (network: Network, facts: Facts): NetworkFinding[] => {
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const gone = fallenDevices(network, facts)
  const routedBy = (ipv6: boolean): string | undefined => devicesOf(network).find(({ gateway }) => gateway !== undefined
    && gateway.includes(':') === ipv6)?.name
  const routed = routedBy(false)
  return readConfigs(facts.files, facts.release).filter(({ device, kind }) => kind !== 'alias' && !managed.has(device)
    && !gone.has(device)).flatMap((config) => {
    const { device, path, values } = config
    const into = [masterOf(config), bridgeOf(config)].find((name) => name !== undefined && managed.has(name))
    const starts = !/^no$/i.test(values.get('ONBOOT') ?? '')
    const own = gatewayOf(device, values, new Map()) !== undefined && routed !== undefined ? { key: 'GATEWAY', router: routed }
      : values.get('IPV6_DEFAULTGW') && routedBy(true) !== undefined ? { key: 'IPV6_DEFAULTGW', router: routedBy(true) } : undefined
    return [
      ...(into === undefined ? [] : [error('E15', [path], `${device} is not declared, and its file puts it into ${into}`,
        `Declare ${device}, in ${into} or not, or remove ${path}.`)]),
      ...(starts && own
        ? [error('E14', [path], `${device} is not declared, and its file has ${own.key}=${values.get(own.key)} beside the gateway of ${own.router}: the last one started wins`,
          `Take ${own.key} out of ${path}, or declare ${device}.`)] : []),
      ...(starts && routed !== undefined && values.get('BOOTPROTO') === 'dhcp' && !/^no$/i.test(values.get('DEFROUTE') ?? '')
        ? [warning('E14', [path], `${device} is not declared and asks DHCP, whose router may replace the gateway of ${routed}`,
          `Declare ${device}, or set DEFROUTE=no where the release knows it.`)] : []),
    ]
  })
}

/** What /etc/sysconfig/network has against the network. */
export const globalFindings = (network: Network, facts: Pick<Facts, 'files' | 'release'>): NetworkFinding[] => {
  const { values } = readAssignments(facts.files[globalFile]?.content ?? '')
  const place = [globalFile]
  const bridges = Object.keys(network.bridges).filter((name) => /^vlan\d/.test(name))
  return [
    ...(values.get('VLAN') === 'yes' && bridges.length > 0
      ? [error('E11', place, `VLAN=yes in ${globalFile} makes VLANs of the bridges ${list(bridges)}: "PHYSDEV should be set"`,
        `Take VLAN=yes out of ${globalFile}, or give the bridges other names.`)] : []),
    ...(values.get('NETWORKING') === 'no' ? [error(undefined, place, `NETWORKING=no in ${globalFile}: at the next boot no network is started`,
      `Set NETWORKING=yes in ${globalFile}.`)] : []),
    ...(facts.release === 'el5' && values.has('VLAN_NAME_TYPE') && Object.keys(network.vlans).length > 0
      ? [error('E16', place, `VLAN_NAME_TYPE in ${globalFile} names every VLAN another way`, `Take it out of ${globalFile}.`)] : []),
  ]
}

const binaryFindings = (facts: Facts): NetworkFinding[] =>
  Object.values(facts.files).filter(({ path, binary }) => binary && (scriptFile(path) !== undefined || path === globalFile))
    .map(({ path }) => warning('E03', [path], `${path} is not UTF-8 text`, 'It is left as it is; look at it by hand.'))

/** Addresses of files that are left alone. */
const claims = (network: Network, facts: Facts, gone: ReadonlySet<string>): Claim[] => {
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const stale = new Set(stalePaths(network, new Set(), facts))
  return readConfigs(facts.files, facts.release).filter(({ device, path, values }) => !managed.has(device) && !gone.has(device)
    && !stale.has(path) && !/^no$/i.test(values.get('ONBOOT') ?? '')).map(({ device, path, values }) =>
    ({ device, path, addresses: [...values].flatMap(([key, value]) => (/^IPADDR\d*$/.test(key) ? [value] : [])) }))
}

/**
 * What the host itself has against the desired network.
 *
 * @param said its files say the network already, so that none is written anew
 */
export const hostFindings = (network: Network, facts: Facts, said: boolean): Finding[] => {
  const gone = fallenDevices(network, facts)
  return [
    ...nicFindings(network, facts),
    ...globalFindings(network, facts),
    ...fileFindings(network, facts),
    ...(said ? [] : lostFindings(network, facts)),
    ...strangerFindings(network, facts),
    ...routeFindings(network, facts),
    ...runningFindings(network, facts, gone, claims(network, facts, gone)),
    ...binaryFindings(facts),
    ...ifupLocalFindings(network, facts),
  ]
}
