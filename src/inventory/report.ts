import { FleetError, FleetErrors } from '../model/errors.ts'

const most = 20

/**
 * Throws what was found: one error as itself, several together in the order of the files. The same complaint about many
 * hosts (it stands in their group) is made once; beyond twenty the rest is counted.
 */
export const throwAll = (errors: readonly FleetError[]): void => {
  const alike = new Map<string, { readonly error: FleetError; readonly hosts: Set<string> }>()
  for (const error of errors) {
    const { position, what, host } = error
    const key = [position?.file, position?.line, position?.column, what].join('\0')
    const known = alike.get(key) ?? { error, hosts: new Set<string>() }
    alike.set(key, known)
    if (host !== undefined) known.hosts.add(host)
  }
  const told = [...alike.values()].map(({ error, hosts }) => {
    const others = hosts.size - 1
    return clean(others < 1 ? error : new FleetError({ ...error, what: `${error.what} (and ${others} more ${others === 1 ? 'host' : 'hosts'})` }))
  })
  const files = [...new Set(told.map(({ position }) => position?.file))]
  const order = (a: FleetError, b: FleetError): number =>
    files.indexOf(a.position?.file) - files.indexOf(b.position?.file) ||
    (a.position?.line ?? 0) - (b.position?.line ?? 0) || (a.position?.column ?? 0) - (b.position?.column ?? 0)
  const [only, ...rest] = told.sort(order)
  if (!only) return
  if (rest.length === 0) throw only
  const more = told.length - most
  throw new FleetErrors([
    ...told.slice(0, most),
    ...(more > 0 ? [new FleetError({ kind: 'inventory', what: `${more} more errors were found`, next: ['mend these first'] })] : []),
  ])
}

/** Names in a file may hold what a terminal obeys; it is shown as `?`. */
const clean = (error: FleetError): FleetError => {
  const harmless = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?')
  const { what, path, next } = error
  if ([what, path ?? '', ...next].every((text) => harmless(text) === text)) return error
  return new FleetError({ ...error, what: harmless(what), path: path && harmless(path), next: next.map(harmless) })
}
