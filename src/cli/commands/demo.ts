import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FleetError } from '../../model/errors.ts'
import { loadInventory } from '../../inventory/index.ts'
import { startDemoFleet, type SimulatedReach } from '../../sim/index.ts'
import { applyRun, type ApplyOptions } from './apply.ts'
import { plan } from './plan.ts'
import { verify } from './verify.ts'

export interface DemoOptions {
  readonly keep: boolean
}

const shipped = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The inventory of the demo, pointed at the simulated hosts; everything else, comments included, stays as shipped. */
const pointedAt = async (file: string, reaches: ReadonlyMap<string, SimulatedReach>): Promise<string> => {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(await readFile(file, 'utf8'))
  for (const [name, { ssh, root }] of reaches) {
    document.setIn(['groups', 'ovm', 'hosts', name, 'ssh'], document.createNode(ssh))
    document.setIn(['groups', 'ovm', 'hosts', name, 'root'], root)
  }
  return document.toString()
}

/**
 * The main job on six simulated hosts behind a real SSH server on loopback: plan, rolling apply, one host that is cut
 * off and puts itself back, resume once its switch is mended, verify, and a plan that finds nothing to do.
 * It exits 0 when the story went as told.
 */
export const demo = async ({ keep }: DemoOptions): Promise<number> => {
  if (process.platform !== 'linux') throw new FleetError({ kind: 'usage', what: `the simulated fleet runs on Linux; this is ${process.platform}`, next: ['run the demo on a Linux machine'] })
  const folder = join(process.cwd(), '.fleetnet', 'demo')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const source = shipped('inventory/demo.yaml')
  const { hosts } = await loadInventory(source, { cwd: process.cwd() })
  const fleet = await startDemoFleet({ folder: join(folder, 'hosts'), hosts })
  const inventory = relative(process.cwd(), join(folder, 'demo.yaml'))
  await writeFile(inventory, await pointedAt(source, fleet.reaches))
  const options: ApplyOptions = {
    inventory, limit: undefined, playbook: undefined, forks: 20, set: [], become: false, askBecomePass: false, acceptNew: false, strict: false, verbose: 0, format: undefined,
    diff: true, out: undefined, report: undefined, detailedExitcode: false, reboot: false, plan: undefined, check: false, yes: true, resume: undefined, takeOver: false,
  }
  const told = new Story()
  try {
    say('Six simulated hosts listen behind a real SSH server on loopback. What would change on them:')
    told.expect('every host is planned and changes', await plan({ ...options, detailedExitcode: true }), 2)
    say('Now for real, one host first, then the others. The switch of virtual9 has no LACP: it will be cut off.')
    const first = await applyRun(options)
    told.expect('one host is rolled back and reachable, the others are committed', first.exitCode, 3)
    await fleet.mend('virtual9')
    say('The switch of virtual9 is mended. The run goes on where it stopped:')
    told.expect('the rest is committed', (await applyRun({ ...options, inventory: undefined, resume: first.runId })).exitCode, 0)
    say('Are they what they should be?')
    told.expect('verify finds no difference', await verify(options), 0)
    say('And is there anything left to do?')
    told.expect('a second plan finds nothing to do', await plan({ ...options, detailedExitcode: true }), 0)
    const exitCode = told.end()
    if (keep) await keepUntilInterrupted(inventory)
    return exitCode
  } finally {
    await fleet.stop()
  }
}

const say = (text: string): void => void process.stdout.write(`\n== ${text}\n\n`)

/** What was to happen, and whether it did. */
class Story {
  private readonly wrong: string[] = []

  expect(what: string, exitCode: number, expected: number): void {
    if (exitCode !== expected) this.wrong.push(`${what}: expected exit ${expected}, found ${exitCode}`)
  }

  end(): number {
    if (this.wrong.length === 0) say('The demo went as told. These hosts were simulated; fleetnet init starts with yours.')
    else process.stdout.write(`\nThe demo did not go as told:\n${this.wrong.map((line) => `  ${line}\n`).join('')}`)
    return this.wrong.length === 0 ? 0 : 3
  }
}

const keepUntilInterrupted = async (inventory: string): Promise<void> => {
  process.stdout.write(`The simulated fleet stays until Ctrl-C. In another terminal, from this folder:\n\n  fleetnet plan -i ${inventory}\n  fleetnet rollback -i ${inventory}\n\n`)
  const alive = setInterval(() => undefined, 60_000)
  await new Promise((resolve) => process.once('SIGINT', resolve))
  clearInterval(alive)
}
