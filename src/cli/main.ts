import { FleetError, FleetErrors } from '../model/errors.ts'
import { addCommands, type Work } from './commands.ts'
import { version } from './version.ts'

/**
 * The command line. It sets the exit code and never rejects: bad input ends in a sentence, not in a stack trace.
 *
 * @param words the arguments, without node and script
 */
export const main = async (words: readonly string[]): Promise<void> => {
  // `| head` ends our output early: that is the reader's right, and a run goes on without it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  try {
    process.exitCode = await dispatch(words)
  } catch (error) {
    process.exitCode = await complain(error)
  }
}

const dispatch = async (words: readonly string[]): Promise<number> => {
  const { default: yargs } = await import('yargs')
  let work: Work | undefined
  const cli = addCommands(yargs([...words]), (chosen) => {
    work = chosen
  })
    .scriptName('fleetnet')
    // What stands behind `--` is another program's, options and all.
    .parserConfiguration({ 'populate--': true })
    .usage('$0 COMMAND\n\nChanges the network of many hosts over that very network, without losing one.')
    .completion('completion', 'print a completion script for the shell')
    .demandCommand(1, 'a command is missing')
    .strictCommands()
    .recommendCommands()
    .strict()
    .wrap(Math.min(100, process.stdout.columns ?? 80))
    .version(version())
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      if (error instanceof FleetError || error instanceof FleetErrors) throw error
      const near = /^Did you mean (?<command>\S+)\?$/.exec(message ?? '')?.groups?.['command']
      if (near !== undefined) throw new FleetError({ kind: 'usage', what: 'there is no such command', next: [`did you mean fleetnet ${near}?`, 'fleetnet --help'] })
      throw new FleetError({ kind: 'usage', what: message ?? error?.message ?? 'this command line is not understood', next: ['fleetnet --help', 'fleetnet COMMAND --help'] })
    })
  await cli.parseAsync()
  return work === undefined ? 0 : work()
}

/** Says what is wrong. 1, or 130 at Ctrl-C: no host was touched. A bug says so, and shows its stack only when asked. */
const complain = async (error: unknown): Promise<number> => {
  const { errorText, colourWanted } = await import('../report/index.ts')
  if (error instanceof FleetError || error instanceof FleetErrors) {
    process.stderr.write(errorText(error, { color: colourWanted(process.env, process.stderr.isTTY === true) }))
    return error instanceof FleetError && error.kind === 'interrupted' ? 130 : 1
  }
  process.stderr.write(`fleetnet itself failed: ${error instanceof Error ? error.message : String(error)}\n`)
  process.stderr.write('do: report this with the command line; FLEETNET_DEBUG=1 shows where\n')
  if (process.env['FLEETNET_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return 1
}
