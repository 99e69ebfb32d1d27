import { readFileSync } from 'node:fs'
import type { FactsRequest } from '../model/facts.ts'
import { quote, quoteAll } from '../model/quote.ts'
import { checkRequest } from './request.ts'
import { globWord, sysctlPath } from './shellWords.ts'

const source = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** Comments cost a host that reads its script byte by byte; they are for who reads the source. */
const withoutComments = (text: string): string => text.replaceAll(/^[ \t]*#.*\n/gm, '').replaceAll(/\n{2,}/g, '\n')

let sources: { readonly digest: string; readonly probe: string } | undefined
const shell = (): { readonly digest: string; readonly probe: string } => {
  const join = (...names: readonly string[]): string => names.map((name) => withoutComments(source(`./${name}.sh`))).join('')
  sources ??= { digest: join('read', 'files', 'digest'), probe: join('host', 'links', 'asked', 'probe') }
  return sources
}

const whole = '# fleetnet probe, whole'

/**
 * What a probe executes, with the script on standard input. Nothing runs unless the script has come to its last line:
 * `sh -s` would run every complete line of a stream that was cut.
 */
export const probeCommand =
  `PATH=$PATH:/usr/bin:/bin; fleetnet=$(cat); case $fleetnet in *"${whole}") eval "$fleetnet" ;; ` +
  `*) echo "fleetnet: the probe did not arrive whole" >&2; exit 65 ;; esac`

export interface ScriptPlace {
  /** Prefix of every path on the host; '' on a real one. */
  readonly root: string
}

/** A shell function with these lines; an empty body is a syntax error. */
const shellFunction = (name: string, lines: readonly string[]): string => [`${name}() {`, ...(lines.length === 0 ? [':'] : lines), '}', ''].join('\n')

/** Everything runs in the root, so the first slash goes. */
const relative = (path: string): string => path.replace(/^\/+/, '')

/** The names that the shell asks for, or nothing where a list would be empty: `for x in; do` is not portable. */
const each = (words: readonly string[], action: string): string[] => (words.length === 0 ? [] : [`for fleetnet_path in ${words.join(' ')}; do ${action}; done`])

const requestedFiles = ({ globs, files }: FactsRequest): string =>
  shellFunction('fleetnet_requested_files', [
    ...each(globs.map((glob) => globWord(relative(glob))), 'fleetnet_globbed'),
    ...each(files.map((path) => quote(relative(path))), 'fleetnet_named'),
  ])

const unitOf = (name: string): string => (/\.(service|socket|target|timer|path|mount)$/.test(name) ? name : `${name}.service`)

const requestedRest = ({ modules, sysctls, services, guards }: FactsRequest): string => {
  const sysctlFiles = sysctls.map((key) => `proc/sys/${sysctlPath(key)}`)
  return [
    shellFunction('fleetnet_requested_modules', modules.map((name) => `fleetnet_module ${quoteAll([name, name.replaceAll('-', '_')])}`)),
    shellFunction('fleetnet_requested_services', services.map((name) => `fleetnet_service ${quote(name)}`)),
    shellFunction('fleetnet_requested_guards', guards.map((guard) =>
      'creates' in guard
        ? `fleetnet_creates ${quoteAll([guard.id, relative(guard.creates) || '.'])}`
        : `fleetnet_unless ${quoteAll([guard.id, guard.unless])}`)),
    shellFunction('fleetnet_requested_sysctls', sysctls.length === 0 ? [] : [
      `printf 'sysctl %s\\n' ${quoteAll(sysctls.map((key, index) => `${sysctlFiles[index] ?? ''} ${key}`))}`,
      `grep -s '' /dev/null ${quoteAll(sysctlFiles)} || :`,
    ]),
    shellFunction('fleetnet_requested_units', services.length === 0 ? [] : [
      '[ -d run/systemd/system ] && command -v systemctl >/dev/null 2>&1 || return 0',
      `printf 'unit %s\\n' ${quoteAll(services.map((name) => `${unitOf(name)} ${name}`))}`,
      `systemctl show -p Id,LoadState,ActiveState,UnitFileState ${quoteAll(services.map(unitOf))}`,
    ]),
  ].join('')
}

const checkRoot = (root: string): void => {
  if (root !== '' && !/^\/.*[^/]$/.test(root)) throw new TypeError(`a root is '' or an absolute path without a slash at its end, not ${JSON.stringify(root)}`)
}

/**
 * Shell functions that a transaction compiles in: `fleetnet_digest` prints one word, the digest of the facts that the
 * probe of the same request prints. It changes neither variables nor the working folder of its caller, but all names
 * that start with `fleetnet_` are taken.
 *
 * @throws FleetError of kind playbook when the request asks for what no probe can
 * @example `${digestFunctions(plan.request, { root: '' })}\n[ "$(fleetnet_digest)" = sha256sum:9f86… ] || exit 1`
 */
export const digestFunctions = (request: FactsRequest, { root }: ScriptPlace): string => {
  checkRoot(root)
  checkRequest(request)
  return `fleetnet_root=${quote(root)}\n${requestedFiles(request)}${shell().digest}`
}

/**
 * The whole probe, for the standard input of probeCommand, or for a file that sh runs. Each run prints one answer, which
 * parseProbe reads. It reads nothing from its own standard input.
 *
 * @throws FleetError of kind playbook when the request asks for what no probe can
 */
export const probeScript = (request: FactsRequest, { root, nonce }: ScriptPlace & { readonly nonce: string }): string => {
  if (!/^[0-9A-Za-z]{16,}$/.test(nonce)) throw new TypeError('a nonce has at least 16 letters and digits')
  return `${digestFunctions(request, { root })}${requestedRest(request)}${shell().probe}fleetnet_probe ${nonce} </dev/null\n${whole}\n`
}
