import { FleetError } from '../model/errors.ts'
import { type FactsRequest, type GuardQuestion } from '../model/facts.ts'
import { sysctlPath } from './shellWords.ts'

const union = (lists: readonly (readonly string[] | undefined)[]): string[] => [...new Set(lists.flatMap((list) => list ?? []))].toSorted()

const keyOf = (guard: GuardQuestion): string => ('creates' in guard ? `${guard.id}\0creates\0${guard.creates}` : `${guard.id}\0unless\0${guard.unless}`)

/**
 * One request out of several: each thing once, sorted, so that equal requests make equal scripts and digests.
 *
 * @example mergeRequests({ modules: ['bonding'] }, { modules: ['8021q', 'bonding'] }).modules // ['8021q', 'bonding']
 */
export const mergeRequests = (...parts: readonly Partial<FactsRequest>[]): FactsRequest => {
  const guards = new Map(parts.flatMap(({ guards: own = [] }) => own.map((guard) => [keyOf(guard), guard] as const)))
  return {
    globs: union(parts.map(({ globs }) => globs)),
    files: union(parts.map(({ files }) => files)),
    modules: union(parts.map(({ modules }) => modules)),
    sysctls: union(parts.map(({ sysctls }) => sysctls)),
    services: union(parts.map(({ services }) => services)),
    guards: [...guards].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, guard]) => guard),
  }
}

const oneLine = /^[^\0-\x1f\x7f]+$/
const kernelFile = /^\/(proc|sys)(\/|$)/

const refuse = (what: string, next: string): never => {
  throw new FleetError({ kind: 'playbook', what, next: [next] })
}

const checkPath = (path: string): void => {
  if (!path.startsWith('/') || !oneLine.test(path) || path.split('/').includes('..')) {
    refuse(`an absolute path on the host was expected, found ${JSON.stringify(path)}`, 'write it from the root on, without `..`: /etc/sysconfig/network')
  }
  if (kernelFile.test(path)) {
    refuse(`${path} is no file that a step can own: the kernel makes it up when it is read`, 'use the sysctl step for /proc/sys, a command step for the rest')
  }
}

/**
 * Refuses what no probe can ask for: paths that are not absolute or are the kernel's, names that would break the answer.
 *
 * @throws FleetError of kind playbook
 */
export const checkRequest = ({ globs, files, modules, sysctls, services, guards }: FactsRequest): void => {
  for (const path of [...globs, ...files]) checkPath(path)
  for (const name of modules) {
    if (!/^\w[\w-]*$/.test(name)) refuse(`a kernel module was expected, found ${JSON.stringify(name)}`, 'name it as modprobe does: bonding')
  }
  for (const key of sysctls) {
    const nowhere = sysctlPath(key).split('/').some((name) => ['', '.', '..'].includes(name))
    if (nowhere || !/^\w[\w./:@+-]*$/.test(key)) refuse(`a sysctl key was expected, found ${JSON.stringify(key)}`, 'name it as sysctl does: net.ipv4.ip_forward')
  }
  for (const name of services) {
    if (!/^\w[\w@.:-]*$/.test(name)) refuse(`a service was expected, found ${JSON.stringify(name)}`, 'name it as its init script or unit: network')
  }
  checkGuards(guards)
}

const checkGuards = (guards: readonly GuardQuestion[]): void => {
  const ids = new Set<string>()
  for (const guard of guards) {
    if (!oneLine.test(guard.id)) refuse(`a guard needs a name of one line, found ${JSON.stringify(guard.id)}`, 'name the command step in plain words')
    if (ids.has(guard.id)) refuse(`two guards are called ${JSON.stringify(guard.id)}`, 'give each command step a name of its own')
    ids.add(guard.id)
    if ('creates' in guard) {
      if (!guard.creates.startsWith('/') || !oneLine.test(guard.creates)) {
        refuse(`\`creates\` of ${guard.id} is no absolute path: ${JSON.stringify(guard.creates)}`, 'write it from the root on')
      }
    } else if (guard.unless.includes('\0')) refuse(`\`unless\` of ${guard.id} holds a NUL byte, which no shell can`, 'take it out')
  }
}
