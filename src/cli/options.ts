import type { Argv } from 'yargs'

/** What chooses hosts of an inventory. Flags are those that hands know from Ansible. */
export interface InventoryOptions {
  readonly inventory: string | undefined
  readonly limit: string | undefined
  readonly set: readonly string[]
}

/** What every command that looks at hosts takes. */
export interface HostOptions extends InventoryOptions {
  readonly playbook: string | undefined
  readonly forks: number
  readonly become: boolean
  readonly askBecomePass: boolean
  readonly acceptNew: boolean
  readonly strict: boolean
  readonly verbose: number
  readonly format: 'text' | 'json' | undefined
}

/** What plan and apply take: the new network is booted on trial. */
export interface RebootOption {
  readonly reboot: boolean
}

/** Adds the options of InventoryOptions to a command. */
export const withInventoryOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('inventory', { alias: 'i', type: 'string', describe: 'inventory: a name in inventory/, a file or a folder', requiresArg: true })
    .option('limit', { alias: 'l', type: 'string', describe: "hosts, globs, groups, '!not', '&and'", requiresArg: true })
    .option('set', { alias: 'e', type: 'string', array: true, nargs: 1, default: [] as string[], describe: 'set an inventory path: -e ssh.user=admin' })

/** Adds the options of HostOptions to a command. */
export const withHostOptions = <T>(yargs: Argv<T>) =>
  withInventoryOptions(yargs)
    .option('playbook', { alias: 'p', type: 'string', describe: "playbook instead of the inventory's", requiresArg: true })
    .option('forks', { alias: 'f', type: 'number', default: 20, describe: 'connections at a time', requiresArg: true })
    .option('become', { alias: 'b', type: 'boolean', default: false, describe: 'become root by sudo' })
    .option('ask-become-pass', { alias: 'K', type: 'boolean', default: false, describe: 'ask for the sudo password once' })
    .option('accept-new', { type: 'boolean', default: false, describe: 'add unknown host keys to known_hosts' })
    .option('strict', { type: 'boolean', default: false, describe: 'treat doubtful plans as errors' })
    .option('verbose', { alias: 'v', type: 'count', describe: 'say more; -vv shows what commands on the hosts print' })
    .option('format', { choices: ['text', 'json'] as const, describe: 'plain lines, or JSON alone on standard output' })
    .check(({ forks }) => {
      if (Number.isInteger(forks) && forks >= 1) return true
      throw new Error('--forks takes a whole number from 1')
    })
