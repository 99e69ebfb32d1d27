/** Names of settings that are passwords and keys: network files hold them for wireless, PPP and 802.1X. */
const secret = /(^|[_-])(psk|pass\w*|passw(or)?d|secret|key\d*|wep\w*|credentials?)([_-]|$)/i

/**
 * A setting for a note: short, and without its value where that may be a password.
 *
 * @example shownSetting('DNS1', '10.1.1.2', '=') // DNS1=10.1.1.2
 */
export const shownSetting = (name: string, value: string, between: string): string => {
  if (secret.test(name)) return `${name} (its value is not shown)`
  const text = `${name}${between}${value.replace(/\s+/g, ' ')}`
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
