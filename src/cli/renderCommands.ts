import type { Argv } from 'yargs'
import type { Work } from './commands.ts'
import { withInventoryOptions } from './options.ts'

/** `fleetnet render …`: what belongs to hosts' networks and is carried out elsewhere. No host is changed. */
export const addRenderCommands = (yargs: Argv, choose: (work: Work) => void): Argv => {
  const render = () => import('./commands/render.ts')
  return yargs
    .command(
      'switch',
      'the switches’ side: configuration for the ports that the inventory names',
      (one) => withInventoryOptions(one).option('dialect', { type: 'string', requiresArg: true, default: 'ios', describe: 'ios, eos, junos or linux' }),
      (options) => choose(async () => (await render()).renderSwitches(options)),
    )
    .command(
      'files',
      'the files that would be written, printed or below a folder',
      (one) => withHost(withInventoryOptions(one)).option('output', { type: 'string', requiresArg: true, describe: 'write them below this folder' }),
      (options) => choose(async () => (await render()).renderFiles(options)),
    )
    .command(
      'kickstart',
      'a %post section that writes one host’s files',
      (one) => withHost(withInventoryOptions(one)),
      (options) => choose(async () => (await render()).renderKickstartSection(options)),
    )
    .demandCommand(1, 'say what to render: switch, files, kickstart')
}

const withHost = <T>(yargs: Argv<T>) => yargs.option('host', { type: 'string', requiresArg: true, describe: 'one host, by its name' })
