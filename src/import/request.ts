import { backends } from '../backends/index.ts'
import { mergeRequests } from '../facts/index.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'
import type { HostSettings } from '../schema/generated/inventory.ts'
import { playbookFiles } from './playbook.ts'
import type { HostSource } from './source.ts'

/** What one probe reads of a host that is to be imported: what a plan would read, and what tells its playbook. */
export const importRequest = (): FactsRequest =>
  mergeRequests(...backends.map(({ ownedGlobs, ownedFiles }) => ({ globs: ownedGlobs, files: ownedFiles })), { files: [...playbookFiles], modules: ['bonding'] })

/** A live host as a source. */
export const liveSource = (name: string, groups: readonly string[], settings: HostSettings, facts: Facts): HostSource => ({
  name, groups, settings, files: facts.files, release: facts.release, xend: facts.xend, facts,
})
