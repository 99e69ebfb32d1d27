import type { Step } from '../model/playbook.ts'
import { removeFile, writeFile } from './fileChange.ts'
import { alreadySaid, rendered, stagedFacts } from './networkFiles.ts'

const name = 'assignAddresses'

/**
 * Puts addresses and gateways into the files of the devices that carry them, writes the host-wide network file, and
 * removes stale files: those of other devices that would claim a managed device or one of its addresses at the next start.
 *
 * Stale files go here because this step alone sees the whole network: a file may be in the way of any device, and only
 * with the last address in place is it known that nothing of what it held is needed any more.
 */
export const assignAddresses = (): Step => ({
  name,
  covers: ['addresses'],
  request: () => ({}),
  changes: (context) => {
    if (alreadySaid(context)) return []
    const without = new Map(rendered(context, { addresses: false }).map((file) => [file.path, file.content]))
    const all = rendered(context, { addresses: true })
    const own = all.filter((file) => file.part === 'global' || without.get(file.path) !== file.content)
    const kept = new Set(all.map((file) => file.path))
    const stale = context.backend.stale({ host: context.host, facts: stagedFacts(context) }).filter((path) => !kept.has(path))
    return [
      ...own.flatMap(({ path, content, mode }) => writeFile(context, name, { path, content, mode })),
      ...stale.flatMap((path) => removeFile(context, name, path)),
    ]
  },
})
