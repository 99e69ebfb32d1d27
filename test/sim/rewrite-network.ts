// Run by a person after a wanted change: npx node test/sim/rewrite-network.ts, then read the diff.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { casesFolder, runCases } from './networkCases.ts'

for (const { name, text, started, again } of await runCases()) {
  writeFileSync(join(casesFolder, name, 'expected.txt'), text)
  // Where a restart changes something, what it comes to has a file of its own.
  const second = join(casesFolder, name, 'expected-again.txt')
  if (again === started) rmSync(second, { force: true })
  else writeFileSync(second, again)
}
