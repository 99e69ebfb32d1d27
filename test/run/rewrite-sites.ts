/** Rewrites what the sites' hosts have in the end: `npx node test/run/rewrite-sites.ts [SITE]`. Look at the difference before you keep it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { outcomesOf, startApply } from './harness.ts'
import { filesBelow, openSite, siteFolder, siteNames } from './sites.ts'

const [, , only] = process.argv
for (const site of siteNames.filter((each) => only === undefined || each === only)) {
  const after: (() => unknown)[] = []
  try {
    const fleet = await openSite({ teardown: (work) => void after.push(work) }, site)
    const run = await startApply(fleet)
    console.log(site, outcomesOf(await run.result))
    for (const event of run.events) if (event.type === 'host-finished' && event.outcome !== 'committed') console.log(JSON.stringify(event))
    for (const { name, root } of fleet.hosts) {
      const folder = join(siteFolder(site), name, 'after')
      rmSync(folder, { recursive: true, force: true })
      for (const [path, content] of Object.entries(filesBelow(root))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), content)
      }
    }
  } finally {
    for (const work of after.toReversed()) await work()
  }
}
