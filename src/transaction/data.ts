import type { Activation, ActivationCommand, Change, FileChange, ServiceChange } from '../model/changes.ts'
import type { HostPlan } from '../model/plan.ts'
import { quote } from '../model/quote.ts'
import { sysctlPath } from '../facts/index.ts'
import { checksum } from './checksum.ts'
import { encodeValue, printfFormat, words } from './encode.ts'

/** Seconds for commands of the way there whose change says nothing about it. */
const moduleSeconds = 30

interface NumberedFile {
  /** From 1, in the plan's order; the same as in `path_1` of the script. */
  readonly number: number
  readonly change: FileChange
  readonly folder: string
}

/** The plan as shell: constants, and functions that call a function they are given for each item. */
export const compileData = (plan: HostPlan): string => {
  const files = plan.changes
    .filter((change) => change.kind === 'file')
    .map((change, index): NumberedFile => ({ number: index + 1, change, folder: change.target.slice(0, change.target.lastIndexOf('/')) }))
  const activations = plan.changes.flatMap((change) => (change.kind === 'activate' ? [change.activation] : []))
  const devices = (key: 'touchedDevices' | 'newDevices'): string => quote([...new Set(activations.flatMap((activation) => activation[key]))].join(' '))
  return [
    ...files.map(({ number, change }) => `path_${number}=${quote(change.target)}`),
    ...foldersOf(files).map(([folder], index) => `folder_${index + 1}=${quote(folder)}`),
    `planned_sums=${quote(plannedSums(files))}`,
    `touched_devices=${devices('touchedDevices')}`,
    `new_devices=${devices('newDevices')}`,
    define('each_file', files.map(({ number, change }) => `"$1" ${words(number, change.action)}`)),
    compileFolders(files),
    compileUnpack(files),
    define('set_modes', setModes(files)),
    define('each_sysctl', plan.changes.flatMap((change, index) => (change.kind === 'sysctl' ? [`"$1" ${words(index + 1, sysctlPath(change.target))}`] : []))),
    define('stage_changes', plan.changes.flatMap((change, index) => (change.disruptive ? [] : compileChange(change, index + 1)))),
    define('cut_over_changes', plan.changes.flatMap((change, index) => (change.disruptive && (plan.reboot !== 'trial' || lasts(change)) ? compileChange(change, index + 1) : []))),
    define('undo_changes', plan.changes.flatMap((change, index) => compileUndo(change, index + 1)).toReversed()),
    defineCommands('each_down', plan, 'down'),
    defineCommands('each_undo_down', plan, 'undoDown'),
    defineCommands('each_undo_up', plan, 'undoUp'),
  ].join('\n')
}

const groupBy = <Item>(items: readonly Item[], key: (item: Item) => string): [string, Item[]][] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups]
}

const define = (name: string, lines: readonly string[]): string => `${name}() {\n${lines.length === 0 ? '  :' : lines.map((line) => `  ${line}`).join('\n')}\n}`

const contentOf = (change: FileChange): Buffer => Buffer.from(change.after?.content ?? '', 'utf8')

/** As the script collects them from cksum: ` CRC:LENGTH` a file that is not removed. */
const plannedSums = (files: readonly NumberedFile[]): string =>
  files
    .filter(({ change }) => change.action !== 'remove')
    .map(({ change }) => ` ${checksum(contentOf(change))}:${contentOf(change).length}`)
    .join('')

const foldersOf = (files: readonly NumberedFile[]): [string, NumberedFile[]][] => groupBy(files, ({ folder }) => folder)

/** each_folder FUNCTION PART: FUNCTION FOLDER FOLDERNUMBER FILENUMBER:ACTION… */
const compileFolders = (files: readonly NumberedFile[]): string => {
  const calls = (part: FileChange['when'] | undefined): string[] =>
    foldersOf(files).flatMap(([folder, inFolder], index) => {
      const chosen = inFolder.filter(({ change }) => part === undefined || change.when === part)
      return chosen.length === 0 ? [] : [`"$1" ${words(folder, index + 1, ...chosen.map(({ number, change }) => `${number}:${change.action}`))}`]
    })
  const arm = (pattern: string, lines: string[]): string => `    ${pattern})\n${(lines.length === 0 ? [':'] : lines).map((line) => `      ${line}`).join('\n')}\n      ;;`
  return `each_folder() {\n  case $2 in\n${arm('stage', calls('stage'))}\n${arm("'cut over'", calls('cut over'))}\n${arm('all', calls(undefined))}\n  esac\n}`
}

const after = (number: number): string => `"$tx/after$path_${number}"`

/** New files get their mode from the umask, which costs no process; execute bits need chmod. */
const compileUnpack = (files: readonly NumberedFile[]): string => {
  const writes = files
    .filter(({ change }) => change.action !== 'remove')
    .map(({ number, change }) => `umask ${(~(change.after?.mode ?? 0o644) & 0o777 & 0o666).toString(8).padStart(3, '0')} && printf ${printfFormat(contentOf(change))} >${after(number)} || return 1`)
  return define('unpack', ['(', ...writes.map((line) => `  ${line.replace('return 1', 'exit 1')}`), '  :', ')'])
}

/** Only what the copy of the old file, or the umask, does not already give. One process for each mode and owner. */
const setModes = (files: readonly NumberedFile[]): string[] => {
  const written = files.filter(({ change }) => change.action !== 'remove')
  const grouped = (key: (file: NumberedFile) => string | undefined): [string, NumberedFile[]][] =>
    groupBy(written.filter((file) => key(file) !== undefined), (file) => key(file) ?? '')
  const owner = ({ change }: NumberedFile): string | undefined => {
    const { before, after: wanted } = change
    if (!wanted || (wanted.uid === (before?.uid ?? 0) && wanted.gid === (before?.gid ?? 0))) return undefined
    return `${wanted.uid}:${wanted.gid}`
  }
  const mode = ({ change }: NumberedFile): string | undefined => {
    const { before, after: wanted } = change
    if (!wanted) return undefined
    const given = before?.mode ?? wanted.mode & 0o666
    return given === wanted.mode ? undefined : wanted.mode.toString(8)
  }
  const list = (group: readonly NumberedFile[]): string => group.map(({ number }) => after(number)).join(' ')
  return [
    ...grouped(owner).map(([value, group]) => `chown ${value} ${list(group)} || return 1`),
    ...grouped(mode).map(([value, group]) => `chmod ${value} ${list(group)} || return 1`),
  ]
}

const compileChange = (change: Change, number: number): string[] => {
  switch (change.kind) {
    case 'file':
      return []
    case 'module':
      return [`do_command ${words(number, moduleSeconds, 'no', encodeValue(`load module ${change.target}`), 'modprobe', change.target)}`]
    case 'sysctl':
      return [`do_sysctl ${words(number, sysctlPath(change.target), change.after, encodeValue(`sysctl ${change.target} = ${change.secret ? '(secret)' : change.after}`))}`]
    case 'service':
      return [`do_service ${words(number, change.target, change.action, encodeValue(`${change.action} service ${change.target}`))}`]
    case 'command':
      return [`do_command ${words(number, Math.max(1, Math.ceil(change.timeout)), 'no', encodeValue(nameOf(change)), 'sh', '-c', change.command)}`]
    case 'activate':
      return commandLines('do_command', number, change.activation.up)
  }
}

/** Whether what a change does is still there after a boot, or can be: the others are left to the boot on trial. */
const lasts = (change: Change): boolean => change.kind === 'command' || (change.kind === 'service' && (change.action === 'enable' || change.action === 'disable'))

const nameOf = (change: Change): string => (change.secret ? `${change.kind} of ${change.steps.join(', ')}` : change.target)

const opposites: Readonly<Record<ServiceChange['action'], ServiceChange['action']>> = { start: 'stop', stop: 'start', restart: 'restart', enable: 'disable', disable: 'enable' }

/** Modules stay loaded: taking one out can hang, and leaving it does no harm. */
const compileUndo = (change: Change, number: number): string[] => {
  switch (change.kind) {
    case 'service': {
      const action = opposites[change.action]
      return [`undo_service ${words(number, change.target, action, encodeValue(`${action} service ${change.target}`))}`]
    }
    case 'command':
      return [`undo_command ${words(number, nameOf(change))}`]
    case 'file':
    case 'module':
    case 'sysctl':
    case 'activate':
      return []
  }
}

const commandLines = (callee: string, number: number, commands: readonly ActivationCommand[]): string[] =>
  commands.map(({ words: argv, timeout, mayFail }) => `${callee} ${words(number, Math.max(1, Math.ceil(timeout)), mayFail ? 'yes' : 'no', encodeValue(argv.join(' ')), ...argv)}`)

const defineCommands = (name: string, plan: HostPlan, part: 'down' | 'undoDown' | 'undoUp'): string =>
  define(name, plan.changes.flatMap((change, index) => (change.kind === 'activate' ? commandLines('"$1"', index + 1, partOf(change.activation, part)) : [])))

const partOf = (activation: Activation, part: 'down' | 'undoDown' | 'undoUp'): readonly ActivationCommand[] => activation[part]
