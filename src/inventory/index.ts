import type { Inventory, LoadOptions } from './inventory.ts'

export type { Inventory, InventoryWarning, LoadOptions } from './inventory.ts'
export { didYouMean, nearest } from './nearest.ts'
export { selectHosts } from './select.ts'

/**
 * Reads an inventory: a name (`prod` is inventory/prod.yaml below `cwd`, then one that comes with fleetnet), a file, or a folder.
 * Settings merge from defaults through groups to the host, then -e; defaults are filled in; everything is held to the rules.
 *
 * @throws FleetError or FleetErrors, kind usage (not found, bad -e) or inventory (with file, line, column, path): everything that is wrong at once
 * @example const inventory = await loadInventory('prod', { cwd: process.cwd(), set: ['ssh.user=admin'] })
 */
export const loadInventory = async (reference: string, options: LoadOptions): Promise<Inventory> =>
  (await import('./load.ts')).loadInventory(reference, options)
