import { FleetError } from '../model/errors.ts'
import { readHost, type Taken } from './readHost.ts'
import type { HostSource, ImportedHost } from './source.ts'

export { readFolder } from './folder.ts'
export { noteText } from './notes.ts'
export { importRequest, liveSource } from './request.ts'
export type { HostNote, HostSource, ImportedHost } from './source.ts'
export { inventoryText } from './yaml.ts'

/** Hosts in the inventory's words, in their order, and those that no backend reads. What two of them claim is the first one's. */
export const readHosts = (sources: readonly HostSource[]): { readonly hosts: ImportedHost[]; readonly errors: FleetError[] } => {
  const taken: Taken = new Map()
  const hosts: ImportedHost[] = []
  const errors: FleetError[] = []
  for (const source of sources) {
    try {
      hosts.push(readHost(source, taken))
    } catch (error) {
      if (!(error instanceof FleetError)) throw error
      errors.push(error)
    }
  }
  return { hosts, errors }
}
