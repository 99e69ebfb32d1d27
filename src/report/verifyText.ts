import type { Difference } from '../model/backend.ts'
import type { FleetError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { clean } from './clean.ts'
import { table } from './table.ts'
import { count } from './words.ts'

/** What verifying one host found. Empty differences: it is as desired. */
export interface VerifiedHost {
  readonly host: Pick<Host, 'name'>
  readonly differences: readonly Difference[]
  readonly error?: FleetError
}

/** Differences between running and desired hosts, and how many hosts have none. */
export const verifyText = (verified: readonly VerifiedHost[]): string => {
  const differing = verified.filter(({ differences, error }) => differences.length > 0 && error === undefined)
  const failed = verified.filter(({ error }) => error !== undefined)
  const good = verified.length - differing.length - failed.length
  const short = differing.flatMap(({ host, differences }) => differences.filter(({ found }) => !found.includes('\n')).map(({ device, expected, found }) => [host.name, clean(device), clean(expected), clean(found)]))
  const long = differing.flatMap(({ host, differences }) => differences.filter(({ found }) => found.includes('\n')).map((difference) => ({ name: host.name, ...difference })))
  const parts = [
    ...(short.length > 0 ? [table([{ title: 'HOST' }, { title: 'WHERE' }, { title: 'EXPECTED' }, { title: 'FOUND' }], short).join('\n')] : []),
    ...long.map(({ name, device, expected, found }) => [`${name}  ${clean(device)}  expected ${clean(expected)}`, ...found.trimEnd().split('\n').map((line) => `    ${clean(line.replaceAll('\t', '  '))}`)].join('\n')),
    ...failed.map(({ host, error }) => [`${host.name}  not verified: ${clean(error?.what ?? '')}`, ...(error?.next ?? []).map((text) => `    do: ${clean(text)}`)].join('\n')),
    `${good} of ${count(verified.length, 'host')} ${good === 1 ? 'is' : 'are'} as desired, ${differing.length} ${differing.length === 1 ? 'differs' : 'differ'}, ${failed.length} not verified.`,
  ]
  return `${parts.join('\n\n')}\n`
}
