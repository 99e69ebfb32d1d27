import { matchesGlob } from '../model/glob.ts'
import type { BackendContext, RenderedFile } from '../model/backend.ts'
import type { Facts, FileFact } from '../model/facts.ts'
import type { StepContext } from '../model/playbook.ts'

/**
 * Whether the network scripts read a file, so that it must come into place together with the activation: what is taken
 * down needs the old content, what is brought up the new one.
 */
export const isNetworkFile = ({ host, facts, backend }: Pick<StepContext, 'host' | 'facts' | 'backend'>, path: string): boolean =>
  matchesGlob(backend.ownedGlobs, path) || backend.render({ host, facts }, { addresses: true }).some((file) => file.path === path)

/** The facts with the files as earlier steps leave them: a backend that edits a file must not undo what a step wrote. */
export const stagedFacts = ({ facts, earlier }: Pick<StepContext, 'facts' | 'earlier'>): Facts => {
  const files: Record<string, FileFact> = { ...facts.files }
  for (const change of earlier) {
    if (change.kind !== 'file') continue
    if (change.after === undefined) delete files[change.target]
    else files[change.target] = { path: change.target, binary: false, links: 1, ...change.after }
  }
  return { ...facts, files }
}

/** What the backend wants, on top of what earlier steps wrote. */
export const rendered = (context: StepContext, options: { readonly addresses: boolean }): RenderedFile[] => {
  const backendContext: BackendContext = { host: context.host, facts: stagedFacts(context) }
  return context.backend.render(backendContext, options)
}

/** Whether the host's own files say the desired network already, in a style of their own: then no step writes them anew. */
export const alreadySaid = ({ host, facts, backend }: Pick<StepContext, 'host' | 'facts' | 'backend'>): boolean => backend.says?.({ host, facts }) ?? false
