type Environment = Readonly<Record<string, string | undefined>>

const isSet = (value: string | undefined): boolean => value !== undefined && value !== ''

/**
 * Whether to colour. NO_COLOR, when it is not empty, wins over everything (no-color.org); then FORCE_COLOR, then
 * whether there is a terminal that is not dumb.
 */
export const colourWanted = (env: Environment, isTerminal: boolean): boolean => {
  if (isSet(env['NO_COLOR'])) return false
  const force = env['FORCE_COLOR']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return isTerminal && env['TERM'] !== 'dumb'
}

/** Whether only ASCII may be drawn: FLEETNET_ASCII=1, a terminal without the glyphs, or a locale that is not UTF-8. */
export const asciiWanted = (env: Environment): boolean => {
  if (isSet(env['FLEETNET_ASCII']) && env['FLEETNET_ASCII'] !== '0') return true
  if (/^(linux|dumb|vt.*)$/.test(env['TERM'] ?? '')) return true
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(isSet) ?? ''
  return !/utf-?8/i.test(locale)
}

/** Whether a screen reader is in use: then there are lines, words instead of symbols, and spelled times. */
export const screenReaderWanted = (env: Environment): boolean => env['ACCESSIBLE'] === '1' || env['INK_SCREEN_READER'] === 'true'

/** Whether the live view may be drawn: both ends are terminals, TERM is not dumb, no CI, nobody listens to a screen reader, enough room. */
export const liveWanted = (
  env: Environment,
  stdin: { readonly isTTY?: boolean },
  stdout: { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number },
): boolean =>
  stdin.isTTY === true &&
  stdout.isTTY === true &&
  env['TERM'] !== 'dumb' &&
  (!isSet(env['CI']) || env['CI'] === 'false' || env['CI'] === '0') &&
  !screenReaderWanted(env) &&
  (stdout.columns ?? 80) >= 60 &&
  (stdout.rows ?? 24) >= 15
