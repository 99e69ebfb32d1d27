import type { RenderedFile } from '../model/backend.ts'
import type { Coverage, Step } from '../model/playbook.ts'
import { writeFile } from './fileChange.ts'
import { alreadySaid, rendered } from './networkFiles.ts'

/** A step that writes the backend's files of one part, without addresses: those are the business of assignAddresses. */
export const partStep = (name: string, coverage: Coverage, part: RenderedFile['part']): Step => ({
  name,
  covers: [coverage],
  request: () => ({}),
  changes: (context) => (alreadySaid(context) ? [] :
    rendered(context, { addresses: false })
      .filter((file) => file.part === part)
      .flatMap(({ path, content, mode }) => writeFile(context, name, { path, content, mode }))),
})
