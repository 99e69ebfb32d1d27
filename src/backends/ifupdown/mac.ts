/**
 * A NIC's own MAC address stands in a comment: `hwaddress` would set it, so that a NIC which came up under another name
 * would take the address of its neighbour. It is compared with the host's when planning.
 */
export const macComment = (mac: string): string => `MAC address ${mac.toUpperCase()}`

/** The inverse. */
export const readMac = (comments: readonly string[]): string | undefined =>
  comments.flatMap((comment) => /^MAC address ([0-9A-F]{2}(?::[0-9A-F]{2}){5})$/.exec(comment)?.[1] ?? [])[0]
