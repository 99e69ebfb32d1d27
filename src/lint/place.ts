/** Folders whose names stand in a path on a host, below /etc, longest first. */
const tails = ['sysconfig/network-scripts', 'network/interfaces.d', 'xen/scripts', 'xen/auto', 'network-scripts', 'interfaces.d', 'modprobe.d', 'sysconfig', 'sysctl.d', 'network', 'rc.d', 'xen'] as const

/** Where such a folder stands on a host. */
const homes: Readonly<Record<(typeof tails)[number], string>> = {
  'sysconfig/network-scripts': '/etc/sysconfig/network-scripts', 'network/interfaces.d': '/etc/network/interfaces.d', 'xen/scripts': '/etc/xen/scripts', 'xen/auto': '/etc/xen/auto',
  'network-scripts': '/etc/sysconfig/network-scripts', 'interfaces.d': '/etc/network/interfaces.d', 'modprobe.d': '/etc/modprobe.d', sysconfig: '/etc/sysconfig', 'sysctl.d': '/etc/sysctl.d', network: '/etc/network', 'rc.d': '/etc/rc.d', xen: '/etc/xen',
}

/** Names that tell where a file belongs, wherever it lies. */
const named: readonly (readonly [name: RegExp, home: string])[] = [
  [/^(ifcfg|route6?|rule6?)-./, '/etc/sysconfig/network-scripts'], [/^if(up|down)(-pre)?-local$/, '/sbin'], [/^modprobe\.conf$|^sysctl\.conf$|^rc\.local$|-release$/, '/etc'],
  [/^xend-config\.sxp$/, '/etc/xen'], [/^network$/, '/etc/sysconfig'], [/^interfaces$/, '/etc/network'], [/^network\.xml$/, '/var/lib/xend/state'], [/^(ifconfig|switch|xe)([-_.].*)?$/, ''],
]

/** What rules look at; all else in a folder is left alone. */
const wanted = /^(\/etc\/sysconfig\/network|\/etc\/sysconfig\/network-scripts\/((ifcfg|route6?|rule6?)-.+|if(up|down)(-pre)?-local)|\/etc\/modprobe\.conf|\/etc\/modprobe\.d\/.+|\/etc\/sysctl\.conf|\/etc\/sysctl\.d\/.+|\/etc\/rc\.local|\/etc\/rc\.d\/rc\.local|\/etc\/xen\/.+|\/etc\/network\/interfaces|\/etc\/network\/interfaces\.d\/.+|\/etc\/[a-z]+-release|\/sbin\/if(up|down)(-pre)?-local|\/var\/lib\/xend\/state\/network\.xml|\/(ifconfig|switch|xe)([-_.][^/]*)?)$/

/** Where a file of a folder would stand on a host, and the folder's own folder that is the host's root. */
export interface HostPlace {
  /** Relative, without a slash at its end; '' is the folder itself. */
  readonly root: string
  readonly path: string
  /** Whether it stands in a whole tree, below etc/ and the like; else its name alone tells where it belongs. */
  readonly inTree: boolean
}

const homeOf = (folder: string, name: string): HostPlace | undefined => {
  const at = `/${folder}/`.lastIndexOf('/etc/')
  for (const top of ['/etc/', '/sbin/', '/var/lib/xend/']) {
    const from = `/${folder}/`.lastIndexOf(top)
    if (from >= 0 && (top !== '/sbin/' || at === -1)) return { root: folder.slice(0, Math.max(0, from - 1)), path: `${`/${folder}/`.slice(from)}${name}`, inTree: true }
  }
  const tail = tails.find((own) => folder === own || folder.endsWith(`/${own}`))
  const home = named.find(([pattern]) => pattern.test(name))?.[1]
  if (tail !== undefined && (home === undefined || home === homes[tail] || home === '/etc')) return { root: folder.slice(0, folder.length - tail.length).replace(/\/$/, ''), path: `${homes[tail]}/${name}`, inTree: false }
  if (home === undefined) return undefined
  return { root: tail === undefined ? folder : folder.slice(0, folder.length - tail.length).replace(/\/$/, ''), path: `${home}/${name}`, inTree: false }
}

/**
 * Where a file belongs by its path in a folder, or undefined where no rule looks at it. A folder may be a host's whole
 * tree, several of them side by side, or just network-scripts.
 *
 * @example hostPlace('virtual4/etc/sysconfig/network') // { root: 'virtual4', path: '/etc/sysconfig/network', inTree: true }
 * @example hostPlace('ifcfg-eth0') // { root: '', path: '/etc/sysconfig/network-scripts/ifcfg-eth0', inTree: false }
 */
export const hostPlace = (relative: string): HostPlace | undefined => {
  const slash = relative.lastIndexOf('/')
  const place = homeOf(slash === -1 ? '' : relative.slice(0, slash), relative.slice(slash + 1))
  return place !== undefined && wanted.test(place.path) ? place : undefined
}
