import type { Examined, Inventory, LoadOptions } from './inventory.ts'

export type { Examined, Inventory, InventoryWarning, LoadOptions } from './inventory.ts'
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

/**
 * The same inventory with all that is wrong in it, for `fleetnet lint`: nothing of it is thrown, and hosts that can be read are there.
 *
 * @throws FleetError kind usage: not found, bad -e
 */
export const examineInventory = async (reference: string, options: LoadOptions): Promise<Examined> =>
  (await import('./load.ts')).examineInventory(reference, options)
