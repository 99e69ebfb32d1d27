/** How frames of a host come to a switch port. */
export type Traffic =
  /** Without tags only: the port gives them this VLAN. */
  | { readonly kind: 'access'; readonly vlan: number }
  /** With tags; `native` is for frames without one, where the host or the inventory knows of it. */
  | { readonly kind: 'trunk'; readonly allowed: readonly number[]; readonly native: number | undefined }

interface Side {
  /** Who is behind it. Example: virtual4 bond0 */
  readonly owner: string
  readonly traffic: Traffic
  /** Bytes that the host sends without the Ethernet header; undefined: as it is. */
  readonly mtu: number | undefined
}

/** A port-channel: the switch's side of a bond. */
export interface Aggregate extends Side {
  readonly number: number
  /** active: LACP. on: ports are bundled without asking. */
  readonly mode: 'active' | 'on'
  /** The other switches that its ports are on. */
  readonly alsoOn: readonly string[]
}

export interface Port extends Side {
  readonly port: string
  readonly aggregate: Pick<Aggregate, 'number' | 'mode'> | undefined
}

/** What the inventory says of one switch. */
export interface Switch {
  readonly name: string
  readonly aggregates: readonly Aggregate[]
  readonly ports: readonly Port[]
}

/** A way to say it: the lines for one switch. */
export type Dialect = (one: Switch) => readonly string[]

/**
 * VLAN ids as switches list them.
 *
 * @example ranges([40, 41, 42, 50]) // ['40-42', '50']
 */
export const ranges = (ids: readonly number[]): string[] => {
  const runs: { first: number; last: number }[] = []
  for (const id of [...new Set(ids)].toSorted((left, right) => left - right)) {
    const run = runs.at(-1)
    if (run !== undefined && run.last + 1 === id) run.last = id
    else runs.push({ first: id, last: id })
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`))
}
