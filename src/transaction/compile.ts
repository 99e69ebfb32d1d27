import { readFileSync } from 'node:fs'
import type { FactsRequest } from '../model/facts.ts'
import { quote } from '../model/quote.ts'
import { type CompiledTransaction, transactionFormat, type TransactionSpec } from '../model/transaction.ts'
import { checkSpec } from './check.ts'
import { compileData } from './data.ts'
import { baseOf, ctlLine, folderOf, followLine, loaderLine } from './loader.ts'

/** What comes from the facts: the digest's functions and the probe, so that plan and host read the same way. */
export interface FactsSources {
  readonly digestFunctions: (request: FactsRequest, options: { readonly root: string }) => string
  readonly probeScript: (request: FactsRequest, options: { readonly root: string; readonly nonce: string }) => string
}

/** One file a concern. Everything in them is a function; the last line of the script alone runs one. */
const always = ['common', 'log', 'timed', 'originals', 'lock', 'checkpoint', 'stage', 'decide', 'tidy', 'supervisor', 'ladder', 'launch', 'converse', 'ctl'] as const
/** What only a plan that can cut the connection ever calls. A shell reads the script some three times a host. */
const disruptive = ['live', 'watchdog', 'rescuer', 'guard', 'guard-sysv', 'guard-systemd', 'replay', 'routes', 'missing', 'retry'] as const

/** Comments are for who reads the source; a host that is read byte by byte is spared them. */
const withoutComments = (text: string): string => text.replaceAll(/^[ \t]*#.*\n/gm, '').replaceAll(/\n{2,}/g, '\n')

const read = new Map<string, string>()
const source = (name: string): string => {
  const text = read.get(name) ?? withoutComments(readFileSync(new URL(`./${name}.sh`, import.meta.url), 'utf8'))
  read.set(name, text)
  return text
}
const library = ({ plan }: TransactionSpec): string =>
  [...always, ...(plan.disruptive ? disruptive : []), ...(plan.reboot === undefined ? [] : ['restart'])].map(source).join('')

/** Seconds that asking the init for a restart, and restarting without it, may take beside the init's own time. */
const unasked = 150

const hundredths = (seconds: number): number => Math.ceil(seconds * 100)

const constants = (spec: TransactionSpec): string => {
  const { plan } = spec
  return [
    `# fleetnet: transaction ${spec.id} of run ${spec.runId}.`,
    `# At the console: sh ${folderOf(spec)}/ctl status | confirm | rollback`,
    `root=${quote(spec.root)}`,
    `format=${transactionFormat}`,
    `id=${spec.id}`,
    `run_id=${spec.runId}`,
    `nonce=${spec.nonce}`,
    `base=${quote(baseOf(spec.root))}`,
    `tx=$base/tx/$id`,
    `quoted_guard=${quote(`${baseOf(spec.root)}/guard`)}`,
    `quoted_ctl=${quote(`${folderOf(spec)}/ctl`)}`,
    `init=${spec.init}`,
    `cron=${spec.cron ? 'yes' : 'no'}`,
    `disruptive=${plan.disruptive ? 'yes' : 'no'}`,
    `cut_over_limit=${hundredths(plan.timeouts.cutOver)}`,
    `confirm_limit=${hundredths(plan.timeouts.confirm)}`,
    `settle_time=${hundredths(plan.timeouts.settle)}`,
    `planned_digest=${quote(plan.digest)}`,
    `reboot=${plan.reboot ?? 'no'}`,
    ...(plan.reboot === undefined ? [] : [`boot_limit=${hundredths(plan.timeouts.boot ?? 0)}`, `restart_limit=$((boot_limit + ${hundredths(unasked)}))`]),
  ].join('\n')
}

const probe = (spec: TransactionSpec, facts: FactsSources): string => {
  if (!spec.plan.disruptive) return 'print_probe() {\n  :\n}'
  return `print_probe() {\n  printf '%s\\n' ${quote(facts.probeScript(spec.plan.request, { root: spec.root, nonce: spec.nonce }))}\n}`
}

/** The file that init starts at boot, as a function that prints it: nothing of it is in the transaction's folder. */
const bootGuard = (spec: TransactionSpec): string => {
  if (!spec.plan.disruptive) return ''
  const lines = [`root=${quote(spec.root)}`, `id=${spec.id}`, `nonce=${spec.nonce}`, `base=${quote(baseOf(spec.root))}`, 'tx=$base/tx/$id', source('originals') + source('boot'), 'boot_guard', 'exit 0']
  return `print_boot_guard() {\n  printf '%s\\n' ${quote(lines.join('\n'))}\n}`
}

/** compileTransaction, with the facts' shell given: tests bring a small one. */
export const compileWith =
  (facts: FactsSources) =>
  (spec: TransactionSpec): CompiledTransaction => {
    checkSpec(spec)
    const script = Buffer.from(
      [constants(spec), compileData(spec.plan), facts.digestFunctions(spec.plan.request, { root: spec.root }), probe(spec, facts), bootGuard(spec), library(spec), `main "$@"`, 'exit', ''].join('\n'),
      'utf8',
    )
    return {
      id: spec.id,
      nonce: spec.nonce,
      start: loaderLine(spec, script),
      payload: Buffer.concat([Buffer.from(`${spec.nonce}\n`), script]),
      follow: followLine(spec),
      followReceived: ctlLine(spec, 'follow'),
      converse: ctlLine(spec, 'converse'),
    }
  }
