/**
 * Rewrites the expectations of all golden cases of the backends. For a person, who then reads the diff:
 *
 *   npx node test/backends/rewrite-golden.ts && git diff test/fixtures
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backends } from '../../src/backends/index.ts'
import { caseNames, outcomeOf, readCase } from './golden.ts'

for (const backend of backends) for (const name of caseNames(backend)) {
  const example = readCase(backend, name)
  const { files, ...texts } = outcomeOf(example)
  rmSync(join(example.folder, 'expected'), { recursive: true, force: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(example.folder, 'expected', path)), { recursive: true })
    writeFileSync(join(example.folder, 'expected', path), content)
  }
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(example.folder, file), text)
  console.log(`${backend.name} ${name}: ${Object.keys(files).length} files`)
}
