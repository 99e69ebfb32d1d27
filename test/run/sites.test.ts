import { existsSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { requestFor } from '../../src/plan/index.ts'
import { planFleet, planFromPlaybook } from '../../src/run/index.ts'
import { openSite, filesBelow, siteFolder, siteNames, type SiteName } from './sites.ts'
import { outcomesOf, startApply } from './harness.ts'

/** The one sample that shows what it would do better without: ARP off, a bond in a bridge under initscripts of any age. */
const strict = (site: SiteName): boolean => site !== 'xen-bond-bridge'

for (const site of siteNames) {
  // One site after the other: each has up to three hosts, which fork a lot.
  test.serial(`${site}: the sample inventory plans, applies, has nothing to do then, and goes back`, async (t) => {
    t.timeout(15 * 60_000)
    const fleet = await openSite(t, site)
    const { hosts, playbook, transport } = fleet
    const all = (outcome: string): Record<string, string> => Object.fromEntries(hosts.map(({ name }) => [name, outcome]))
    const files = (): Record<string, unknown> => Object.fromEntries(hosts.map(({ name, root }) => [name, filesBelow(root)]))
    const wanted = Object.fromEntries(hosts.map(({ name }) => [name, filesBelow(join(siteFolder(site), name, 'after'))]))
    for (const { name } of hosts) t.true(existsSync(join(siteFolder(site), name, 'after')), name)
    const plan = async () => planFleet({
      hosts, transport, forks: 5, strict: strict(site), request: (host) => requestFor(host, playbook), playbookOf: () => playbook, planner: planFromPlaybook,
    })

    // Under --strict, so that a sample has no warning that it would do better without, but one.
    t.deepEqual((await plan()).map(({ result }) => (result.status === 'changes' ? 'changes' : result)), hosts.map(() => 'changes'))
    const before = files()
    t.deepEqual(outcomesOf(await (await startApply(fleet)).result), all('committed'))
    t.deepEqual(files(), wanted)
    t.deepEqual(outcomesOf(await (await startApply(fleet)).result), all('unchanged'))
    t.deepEqual((await plan()).map(({ result }) => result.status), hosts.map(() => 'unchanged'))
    t.deepEqual(files(), wanted)

    t.deepEqual(outcomesOf(await (await startApply(fleet, { rollback: true })).result), all('committed'))
    const leftBy = (path: string): boolean => path.startsWith('/var/lib/xend/state/')
    const own = (each: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(each).map(([name, paths]) =>
      [name, Object.fromEntries(Object.entries(paths ?? {}).filter(([path]) => !leftBy(path)))]))
    t.deepEqual(own(files()), own(before))
  })
}
