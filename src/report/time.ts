const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')

/** Minutes east of UTC that an ISO 8601 time carries; 0 for Z. Example: zoneOf('2026-11-14T02:13:31+01:00') // 60 */
export const zoneOf = (iso: string): number => {
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(iso)
  if (match === null) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}

/** Time of day in a zone. Example: clockText(ms, 60) // 02:13:31 */
export const clockText = (milliseconds: number, zone: number): string => new Date(milliseconds + zone * 60_000).toISOString().slice(11, 19)

/** Example: dateText(ms, 60) // 2026-11-14 +01:00 */
export const dateText = (milliseconds: number, zone: number): string => {
  const size = Math.abs(zone)
  return `${new Date(milliseconds + zone * 60_000).toISOString().slice(0, 10)} ${zone < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`
}

/** A span as a clock, rounded down, never negative. Example: spanText(113) // 1:53; spanText(3725) // 1:02:05 */
export const spanText = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** A span in words, rounded. Example: secondsText(11.2) // 11 s; with words: 11 seconds */
export const secondsText = (seconds: number, spelled = false): string => {
  const whole = Math.max(0, Math.round(seconds))
  return spelled ? `${whole} ${whole === 1 ? 'second' : 'seconds'}` : `${whole} s`
}

/**
 * A measured time and how exact it is; below what can be told apart nothing was noticed.
 *
 * @example measuredText(3.21, 0.25) // 3.2 s +/- 0.25
 * @example measuredText(0, 0.26) // under 0.52 s
 */
export const measuredText = (seconds: number, plusMinus: number | undefined, spelled = false): string => {
  if (plusMinus === undefined) return secondsText(seconds, spelled)
  const unit = spelled ? 'seconds' : 's'
  if (seconds === 0) return `under ${Number((plusMinus * 2).toFixed(2))} ${unit}`
  return `${seconds.toFixed(1)} ${unit} ${spelled ? 'give or take' : '+/-'} ${plusMinus}`
}

/** How long a stage took: tenths below ten seconds, a clock from a minute on. */
export const tookText = (seconds: number): string => {
  const positive = Math.max(0, seconds)
  if (positive < 10) return `${positive.toFixed(1)} s`
  return positive < 60 ? `${Math.floor(positive)} s` : spanText(positive)
}
