import { mergeRequests } from '../facts/index.ts'
import type { Backend } from '../model/backend.ts'
import type { FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Step } from '../model/playbook.ts'
import { asStep } from './stepErrors.ts'

/** What one probe has to read of a host: the files of every backend, since the platform is not known yet, and what the steps ask for. */
export const requestWith = (host: Host, steps: readonly Step[], backends: readonly Pick<Backend, 'ownedGlobs' | 'ownedFiles'>[]): FactsRequest =>
  mergeRequests(
    ...backends.map(({ ownedGlobs, ownedFiles }) => ({ globs: ownedGlobs, files: ownedFiles })),
    ...steps.map((step) => asStep(step, host, () => step.request(host))),
  )
