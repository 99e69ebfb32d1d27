import type { Argv } from 'yargs'
import type { PowerAction } from './commands/lab.ts'
import type { Work } from './commands.ts'

/** `fleetnet lab …`: a rack of real kernels on this machine. */
export const addLabCommands = (yargs: Argv, choose: (work: Work) => void): Argv => {
  const lab = () => import('./commands/lab.ts')
  return yargs
    .option('name', { type: 'string', requiresArg: true, default: 'lab', describe: 'the rack’s name, so that two can stand side by side' })
    .check(({ name }) => {
      if (!/^[a-z]{1,6}$/.test(name)) throw new Error(`--name: expected 1 to 6 small letters, found ${name}`)
      return true
    })
    .command(
      'up',
      'start a rack of kernels: hosts, a managed switch, an inventory for them',
      (up) =>
        up
          .option('hosts', { type: 'number', requiresArg: true, default: 4, describe: 'how many hosts, 1 to 8' })
          .option('nics', { type: 'number', requiresArg: true, default: 2, describe: 'NICs a host, 2 to 4' })
          .option('platform', { type: 'string', requiresArg: true, default: 'debian', describe: 'what the hosts are: debian, or a folder' })
          .option('vlans', { type: 'string', requiresArg: true, default: '50,51', describe: 'tagged VLANs beside the management VLAN, 100' })
          .option('memory', { type: 'number', requiresArg: true, default: 192, describe: 'MB a host' })
          .check(({ hosts, nics, memory }) => {
            for (const [option, value, least, most] of [['hosts', hosts, 1, 8], ['nics', nics, 2, 4], ['memory', memory, 128, 4096]] as const)
              if (!Number.isInteger(value) || value < least || value > most) throw new Error(`--${option}: expected a number from ${least} to ${most}, found ${value}`)
            return true
          }),
      (options) => choose(async () => (await lab()).up(options)),
    )
    .command('status', 'power, answer and switch ports of each host', {}, (options) => choose(async () => (await lab()).status(name(options))))
    .command('down', 'end the rack and remove all of it', {}, (options) => choose(async () => (await lab()).down(name(options))))
    .command(
      'ssh <host> [command..]',
      'log in to a host',
      (ssh) => ssh.positional('host', { type: 'string', demandOption: true }).positional('command', { type: 'string', array: true }),
      (options) => choose(async () => (await lab()).ssh(name(options), options.host, words(options, 'command'))),
    )
    .command(
      'console <host>',
      'a host’s console, which needs no network',
      (console) => console.positional('host', { type: 'string', demandOption: true }),
      (options) => choose(async () => (await lab()).consoleOf(name(options), options.host)),
    )
    .command(
      ['power-cut <host>', 'power-off <host>', 'power-on <host>', 'reboot <host>', 'reset <host>'],
      'take the power away and give it back; or one of both; or restart it as a person would; or give it its first disk again',
      (power) => power.positional('host', { type: 'string', demandOption: true }),
      (options) => choose(async () => (await lab()).power(name(options), options.host, powerAction(options['_']))),
    )
    .command(
      'switch [words..]',
      'show or change the switch while it runs: show | lacp HOST on|off | vlans HOST 50,51 | port HOST NIC up|down | exec COMMAND',
      (toSwitch) => toSwitch.positional('words', { type: 'string', array: true }),
      (options) => choose(async () => (await lab()).switchAction(name(options), words(options, 'words'))),
    )
    .command(
      'exec [command..]',
      'run a program in the rack’s network: fleetnet lab exec -- fleetnet plan -i lab',
      (exec) => exec.positional('command', { type: 'string', array: true }),
      (options) => choose(async () => (await lab()).exec(name(options), words(options, 'command'))),
    )
    .demandCommand(1, 'lab what? fleetnet lab --help')
}

const name = (options: object): string => ('name' in options ? String(options.name) : 'lab')

/** What was typed as a list, and what stands behind `--`. */
const words = (options: object, key: string): string[] =>
  [key, '--'].flatMap((part) => {
    const value: unknown = Object.entries(options).find(([name]) => name === part)?.[1]
    return Array.isArray(value) ? value.map(String) : []
  })

const powerAction = (typed: readonly (string | number)[]): PowerAction => {
  const word = typed[1]
  return word === 'power-off' || word === 'power-on' || word === 'reboot' || word === 'reset' ? word : 'power-cut'
}
