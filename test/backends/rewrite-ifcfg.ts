/**
 * Rewrites the expectations of all golden cases of the ifcfg backend. For a person, who then reads the diff:
 *
 *   npx node test/backends/rewrite-ifcfg.ts && git diff test/fixtures/ifcfg
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { caseNames, outcomeOf, readCase } from './golden.ts'

for (const name of caseNames()) {
  const example = readCase(name)
  const { files, ...texts } = outcomeOf(example)
  rmSync(join(example.folder, 'expected'), { recursive: true, force: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(example.folder, 'expected', path)), { recursive: true })
    writeFileSync(join(example.folder, 'expected', path), content)
  }
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(example.folder, file), text)
  console.log(`${name}: ${Object.keys(files).length} files`)
}
