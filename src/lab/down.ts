import { readFile, rm } from 'node:fs/promises'
import { inventoryMark } from './inventory.ts'
import { cutPower } from './kernel.ts'
import { removeNetwork } from './network.ts'
import { rackPaths } from './paths.ts'
import { readRack } from './rack.ts'

/** Ends every process of a rack, and removes its namespace and its files; also of one that a crash left half-made. */
export const clear = async (name: string): Promise<void> => {
  const paths = rackPaths(name)
  const inventory = await readRack(name).then((rack) => rack.inventory, () => undefined)
  await cutPower(paths)
  await removeNetwork(name)
  if (inventory !== undefined && (await readFile(inventory, 'utf8').catch(() => '')).startsWith(inventoryMark(name))) await rm(inventory, { force: true })
  // A command that was killed may have left a program that still writes a disk there.
  await rm(paths.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
