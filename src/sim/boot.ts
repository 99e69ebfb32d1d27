import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { quote } from '../model/quote.ts'
import { runProcess } from './processes.ts'
import type { SimulatedHostSpec, SimulatedSwitch } from './spec.ts'
import { freshKernel, nicScript, readSmall } from './tree.ts'

const sorted = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).toSorted()
  } catch {
    return []
  }
}

/** Runs a host's start scripts, in order: rc skips what cannot be executed (rc.d/rc). */
const runLevel = 'for script in "$R"/etc/rc.d/rc3.d/S*; do [ ! -x "$script" ] || "$script" start; done\n'

const networkUnits: ReadonlySet<string> = new Set(['network-pre.target', 'network.target', 'network.service', 'NetworkManager.service'])

/** Whether a unit file says that the unit is started before the network. */
export const isBeforeNetwork = (unit: string): boolean =>
  [...unit.matchAll(/^Before=(?<units>.*)$/gm)].some((match) => (match.groups?.['units'] ?? '').split(/\s+/).some((other) => networkUnits.has(other)))

/** Units that are linked below a .wants or .requires folder. */
const enabledUnits = async (root: string): Promise<string[]> => {
  const folder = join(root, 'etc/systemd/system')
  const wants = (await sorted(folder)).filter((name) => /\.(?:wants|requires)$/.test(name))
  return [...new Set((await Promise.all(wants.map((name) => sorted(join(folder, name))))).flat())]
}

/** systemd's part: what is ordered before the network, then the init scripts, then the other units and timers. */
const systemdStart = async (root: string): Promise<string> => {
  const units = await enabledUnits(root)
  const contents = new Map(await Promise.all(units.map(async (unit) => [unit, await readSmall(root, `etc/systemd/system/${unit}`)] as const)))
  const early = units.filter((unit) => unit.endsWith('.service') && isBeforeNetwork(contents.get(unit) ?? ''))
  const start = (unit: string): string => `systemctl start ${quote(unit)}\n`
  return early.map(start).join('') + runLevel + units.filter((unit) => !early.includes(unit)).map(start).join('')
}

/**
 * Boots a host's tree: a fresh kernel, then what its files start. Nothing of it may run when this is called.
 *
 * @param isCut whether the power has gone meanwhile: then nothing more is started.
 */
export const bootTree = async (
  root: string,
  spec: SimulatedHostSpec,
  wire: SimulatedSwitch & { readonly cutOff: boolean },
  isCut: () => boolean,
): Promise<void> => {
  await freshKernel(root, spec, wire)
  const kernel = `R=${quote(root)} RELEASE=${spec.release}\n. "$R/.kernel/kernel.sh"\n${nicScript(spec)}\n`
  const start = spec.release === 'el7' ? await systemdStart(root) : runLevel
  if (isCut()) return
  const { code, output } = await runProcess(root, ['sh', '-s'], `(${kernel}) || exit 1\nR=${quote(root)}\n${start}exit 0\n`)
  if (code !== 0 && !isCut()) throw new Error(`${spec.name} does not boot: ${output}`)
}
