import type { DeviceKind } from '../../model/network.ts'
import type { Config } from './configs.ts'
import { lowerOf } from './parse.ts'

/** Devices of both the old and the new files, with what each stands on in either. */
interface Known {
  readonly kind: DeviceKind
  readonly lower: readonly string[]
}

const knownDevices = (sets: readonly (readonly Config[])[]): ReadonlyMap<string, readonly Known[]> => {
  const found = new Map<string, Known[]>()
  for (const configs of sets) {
    for (const config of configs) found.set(config.device, [...(found.get(config.device) ?? []), { kind: config.kind, lower: lowerOf(config, configs) }])
  }
  return found
}

/**
 * All devices that go down and come up again when some do. `ifdown bond0` deletes the bond (ifenslave 2.13) and every VLAN
 * on it, and `ifdown eth0` takes addresses and routes off the VLANs on it: so bonds and VLANs go with what they stand on. A
 * bridge stays, for its guests' sake, and gets its port back. But `ifdown` of a bridge deletes its VLAN ports: these go too.
 */
export const cycledDevices = (moved: Iterable<string>, before: readonly Config[], after: readonly Config[]): ReadonlySet<string> => {
  const known = knownDevices([before, after])
  const cycled = new Set(moved)
  for (let size = -1; size !== cycled.size;) {
    size = cycled.size
    for (const [device, forms] of known) {
      for (const { kind, lower } of forms) {
        if ((kind === 'bond' || kind === 'vlan') && lower.some((name) => cycled.has(name))) cycled.add(device)
        if (kind === 'bridge' && cycled.has(device)) for (const port of lower) if (known.get(port)?.some((own) => own.kind === 'vlan')) cycled.add(port)
      }
    }
  }
  return cycled
}
