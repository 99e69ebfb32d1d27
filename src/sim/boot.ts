import { accessSync, constants } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runProcess } from './processes.ts'
import type { SimulatedHostSpec, SimulatedSwitch } from './spec.ts'
import { freshKernel, nicScript, readSmall } from './tree.ts'

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const sorted = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).toSorted()
  } catch {
    return []
  }
}

/** Runs a host's start scripts, in order: rc skips what cannot be executed (rc.d/rc). */
const runLevel = async (root: string): Promise<void> => {
  const folder = join(root, 'etc/rc.d/rc3.d')
  for (const name of await sorted(folder)) if (name.startsWith('S') && isExecutable(join(folder, name))) await runProcess(root, [join(folder, name), 'start'])
}

/** Whether a unit file says that the unit is started before the network. */
export const isBeforeNetwork = (unit: string): boolean =>
  [...unit.matchAll(/^Before=(?<units>.*)$/gm)].some((match) => /(?:^|\s)(?:network-pre\.target|network\.target|network\.service|NetworkManager\.service)(?:\s|$)/.test(match.groups?.['units'] ?? ''))

/** Units that are linked below a .wants or .requires folder. */
const enabledUnits = async (root: string): Promise<string[]> => {
  const folder = join(root, 'etc/systemd/system')
  const wants = (await sorted(folder)).filter((name) => /\.(?:wants|requires)$/.test(name))
  return [...new Set((await Promise.all(wants.map((name) => sorted(join(folder, name))))).flat())]
}

/** systemd's part: what is ordered before the network, then the init scripts, then the other units and timers. */
const startSystemd = async (root: string): Promise<void> => {
  const units = await enabledUnits(root)
  const contents = new Map(await Promise.all(units.map(async (unit) => [unit, await readSmall(root, `etc/systemd/system/${unit}`)] as const)))
  const early = units.filter((unit) => unit.endsWith('.service') && isBeforeNetwork(contents.get(unit) ?? ''))
  for (const unit of early) await runProcess(root, ['systemctl', 'start', unit])
  await runLevel(root)
  for (const unit of units) if (!early.includes(unit)) await runProcess(root, ['systemctl', 'start', unit])
}

/** Boots a host's tree: a fresh kernel, then what its files start. Nothing of it may run when this is called. */
export const bootTree = async (root: string, spec: SimulatedHostSpec, wire: SimulatedSwitch & { readonly cutOff: boolean }): Promise<void> => {
  await freshKernel(root, spec, wire)
  await runProcess(root, ['sh', '-s'], `R='${root}' RELEASE=${spec.release}\n. "$R/.kernel/kernel.sh"\n${nicScript(spec)}\n`)
  if (spec.release === 'el7') await startSystemd(root)
  else await runLevel(root)
}
