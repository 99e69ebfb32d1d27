import type { Argv } from 'yargs'
import { addLabCommands } from './labCommands.ts'
import { debianReleases, redHatReleases } from '../model/facts.ts'
import { withHostOptions } from './options.ts'
import { addRenderCommands } from './renderCommands.ts'

/** A command's work: it resolves to the exit code. */
export type Work = () => Promise<number>

/** Adds every command. A command's module is imported when it is chosen: `--help` must not wait for ssh2 or ink. */
export const addCommands = (cli: Argv, choose: (work: Work) => void): Argv =>
  cli
    .command(
      'plan',
      'show what would change on each host, and change nothing',
      (yargs) => withPlanOptions(withHostOptions(yargs)),
      (options) => choose(async () => (await import('./commands/plan.ts')).plan(options)),
    )
    .command(
      'apply [plan]',
      'show the plan, ask, and change the hosts in rolling batches',
      (yargs) =>
        withTakeOver(withPlanOptions(withHostOptions(yargs)))
          .positional('plan', { type: 'string', describe: 'a plan that `fleetnet plan --out FILE` saved' })
          .option('check', { alias: ['C', 'dry-run'], type: 'boolean', default: false, describe: 'stop after the plan' })
          .option('yes', { alias: 'y', type: 'boolean', default: false, describe: 'do not ask' })
          .option('resume', { type: 'string', requiresArg: true, describe: 'go on with a run that stopped' })
          .conflicts('resume', ['plan', 'inventory', 'limit', 'playbook'])
          .check(({ takeOver, resume }) => {
            if (takeOver && resume === undefined) throw new Error('--take-over goes with --resume')
            return true
          }),
      (options) => choose(async () => (await import('./commands/apply.ts')).apply(options)),
    )
    .command(
      'verify',
      'compare running hosts with what they should be; exit 2 when they differ',
      (yargs) => withHostOptions(yargs),
      (options) => choose(async () => (await import('./commands/verify.ts')).verify(options)),
    )
    .command(
      'rollback',
      'put back what the last committed change of each host replaced',
      (yargs) =>
        withHostOptions(yargs)
          .option('check', { alias: ['C', 'dry-run'], type: 'boolean', default: false, describe: 'stop after the plan' })
          .option('diff', { alias: 'D', type: 'boolean', default: true, describe: 'show diffs' })
          .option('yes', { alias: 'y', type: 'boolean', default: false, describe: 'do not ask' }),
      (options) => choose(async () => (await import('./commands/rollback.ts')).rollback(options)),
    )
    .command(
      'status',
      'show how the last transaction of each host stands, and settle what is undecided',
      (yargs) =>
        withTakeOver(withHostOptions(yargs))
          .option('rollback', { type: 'boolean', default: false, describe: 'tell every undecided transaction to go back now' })
          .option('confirm', { type: 'boolean', default: false, describe: 'verify every host on trial, and keep what is as it should be' })
          .check(({ rollback, confirm, takeOver }) => {
            if (rollback && confirm) throw new Error('give either --rollback or --confirm, not both')
            if (takeOver && !rollback && !confirm) throw new Error('--take-over goes with --rollback or --confirm')
            return true
          }),
      (options) => choose(async () => (await import('./commands/status.ts')).status(options)),
    )
    .command(
      'facts',
      'show what a probe reads of each host',
      (yargs) => withHostOptions(yargs),
      (options) => choose(async () => (await import('./commands/facts.ts')).facts(options)),
    )
    .command(
      'render',
      'print what belongs to the hosts’ networks elsewhere: switch, files, kickstart',
      (yargs) => addRenderCommands(yargs, choose),
    )
    .command(
      'lint',
      'look for mistakes in an inventory, in a folder of network files, or in those of live hosts',
      (yargs) => withLintOptions(withHostOptions(yargs)),
      (options) => choose(async () => (await import('./commands/lint.ts')).lint(options)),
    )
    .command(
      'import',
      'write the inventory of hosts as they are: live ones, or a folder of their files',
      (yargs) =>
        withHostOptions(yargs)
          .option('hosts', { type: 'string', requiresArg: true, describe: 'names or addresses of live hosts: virtual4,virtual5' })
          .option('user', { type: 'string', requiresArg: true, describe: 'who logs in to --hosts; default root' })
          .option('files', { type: 'string', requiresArg: true, describe: "a folder with one host's etc, ifcfg files or interfaces, or with such a folder for each host" })
          .option('out', { alias: 'o', type: 'string', requiresArg: true, describe: 'the file to write; default standard output' })
          .option('force', { type: 'boolean', default: false, describe: 'write over --out where it is there' })
          .conflicts('files', ['hosts', 'inventory', 'limit', 'user'])
          .conflicts('hosts', ['inventory', 'limit'])
          .check(({ user, hosts }) => {
            if (user !== undefined && hosts === undefined) throw new Error('--user goes with --hosts')
            return true
          }),
      (options) => choose(async () => (await import('./commands/import.ts')).importHosts(options)),
    )
    .command(
      'demo',
      'run the main job on six simulated hosts on this machine',
      (yargs) => yargs.option('keep', { type: 'boolean', default: false, describe: 'leave the simulated fleet running until Ctrl-C, for commands of your own' }),
      (options) => choose(async () => (await import('./commands/demo.ts')).demo(options)),
    )
    .command(
      'lab',
      'a rack of real kernels on this machine: up, status, ssh, console, power-cut, reboot, switch, exec, down',
      (yargs) => addLabCommands(yargs, choose),
    )
    .command('init', 'write a first inventory and playbook here', {}, () => choose(async () => (await import('./commands/init.ts')).init()))
    .command(
      'schema [name]',
      'print the JSON Schema of the inventory, for editors',
      (yargs) => yargs.positional('name', { choices: ['inventory', 'network', 'plan', 'event', 'verify'] as const, default: 'inventory' as const }),
      (options) => choose(async () => (await import('./commands/schema.ts')).schema(options.name)),
    )

const withLintOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('files', { type: 'string', requiresArg: true, describe: "a folder: a host's tree, several side by side, or its network-scripts" })
    .option('host', { type: 'string', requiresArg: true, describe: 'hosts of the inventory, whose files are read over SSH; as --limit' })
    .option('release', { choices: [...redHatReleases, ...debianReleases], describe: 'what the files of a folder are of, where no release file tells' })
    .option('fix', { type: 'boolean', default: false, describe: 'mend what is safe in the folder of --files, and show the diff' })
    .conflicts('files', ['inventory', 'host', 'limit'])
    .conflicts('host', 'limit')

const withTakeOver = <T>(yargs: Argv<T>) =>
  yargs.option('take-over', { type: 'boolean', default: false, describe: 'settle even what another running fleetnet looks after' })

const withPlanOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('diff', { alias: 'D', type: 'boolean', default: true, describe: 'show diffs' })
    .option('reboot', { type: 'boolean', default: false, describe: 'restart each host that changes: it boots the new network on trial' })
    .option('out', { type: 'string', requiresArg: true, describe: 'save the plan for `fleetnet apply FILE`' })
    .option('report', { type: 'string', requiresArg: true, describe: 'write the dry-run report: FILE.html, FILE.md or FILE.json' })
    .option('detailed-exitcode', { type: 'boolean', default: false, describe: 'exit 2 when there are differences' })
