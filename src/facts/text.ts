/** What a host says about itself may end up on a terminal: control characters, escape sequences with them, go. */
export const printable = (text: string): string => text.replaceAll(/[\0-\x1f\x7f-\x9f]/g, '').slice(0, 256)

/** A count that a host printed; undefined for what is none, or is too large to be one. */
export const countOf = (text: string | undefined): number | undefined => {
  const value = text !== undefined && /^\d{1,20}$/.test(text) ? Number(text) : undefined
  return value
}

/** The kernel takes up to 15 bytes without blanks and slashes (net/core/dev.c, dev_valid_name); we also refuse control characters. */
export const isDeviceName = (name: string): boolean => /^[^\s/\0-\x1f\x7f-\x9f]{1,15}$/.test(name) && name !== '.' && name !== '..'

/** Upper case, or undefined for what is no MAC address. InfiniBand has 20 bytes. */
export const macOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5,31}$/.test(text) ? text.toUpperCase() : undefined

/** The first word of `802.3ad 4`, as sysfs prints choices; undefined for nothing and for `NA`, which old kernels print. */
export const choiceOf = (text: string | undefined): string | undefined => {
  const word = text?.trim().split(/\s+/)[0]
  return word === undefined || word === '' || word === 'NA' ? undefined : word
}
