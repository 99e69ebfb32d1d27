/** A bond, VLAN or bridge of the old files, and what it stands on: its slaves, its parent, its ports. */
export interface Standing {
  readonly device: string
  readonly on: readonly string[]
}

/**
 * Bonds, VLANs and bridges that are not declared and hang on managed devices: a VLAN whose parent is managed, a bond or
 * bridge all of whose slaves or ports are. One goes with what it stands on, so this grows until nothing more falls.
 */
export const fallen = (devices: readonly Standing[], managed: ReadonlySet<string>): ReadonlySet<string> => {
  const gone = new Set<string>()
  const held = (device: string): boolean => managed.has(device) || gone.has(device)
  for (let before = -1; before !== gone.size;) {
    before = gone.size
    for (const { device, on } of devices) if (!held(device) && on.length > 0 && on.every(held)) gone.add(device)
  }
  return gone
}
