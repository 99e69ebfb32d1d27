import { globalFile, isLive, scriptFile } from '../../backends/ifcfg/paths.ts'
import { readAssignments, type Problem } from '../../backends/ifcfg/shell.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { mendQuotes, namesOf } from '../quotes.ts'
import { baseName, lineOf, numbered, type View } from '../subject.ts'

export const syntaxRules = {
  E02: {
    code: 'E02', severity: 'error', what: 'a line that is not plain KEY=VALUE: `<...>`, a lone `>`, blanks without quotes, a carriage return, a comment that holds TYPE=',
    reality: 'bash sources the file: a syntax error ends it at that line, and only what stands before it counts',
    fix: 'write KEY=VALUE, with "double quotes" around blanks; a lone `>` is damage of an archive, where ONBOOT=yes probably stood',
    source: 'initscripts 5, 6, 7: init.d/network and ifup source the files; the init script greps them for DEVICE=, TYPE= and SLAVE= (5:99-101, 6:82-84, 7:88-91)',
    mends: 'takes carriage returns out, and the `=` out of comments that hold DEVICE=, TYPE= or SLAVE=',
  },
  E03: {
    code: 'E03', severity: 'error', what: 'typographic quotes and other characters that are not ASCII',
    reality: 'they are part of the value: a bond silently becomes balance-rr without link monitoring',
    fix: 'type the line again in plain ASCII',
    source: 'seen running', mends: 'puts " and \' in the place of typographic quotes where the line is then plain KEY=VALUE',
  },
} as const satisfies Record<string, Rule>

/** What bash cannot parse: it stops there. Other damage is a value, or a command that fails. */
const stopsShell = (text: string): boolean => {
  const bare = text.replace(/\\./g, '').replace(/'[^']*'|"[^"]*"/g, '').replace(/(^|\s)#.*$/, '')
  return /['"`]/.test(bare) || /[()]/.test(bare) || /[<>|&]\s*$/.test(bare) || /^\s*[|&;]/.test(bare)
}

const keysAfter = (content: string, line: number): string[] =>
  [...new Set(content.split('\n').slice(line).flatMap((text) => [...readAssignments(text).values.keys()]))]

const problemFinding = (path: string, content: string, { line, text, why, rule }: Problem): LintFinding => {
  const shown = JSON.stringify(text.trim().slice(0, 80))
  if (rule === 'E03') {
    const plain = mendQuotes(text)
    return found(syntaxRules.E03, { file: path, line }, `${shown} holds ${namesOf(text)}, which is no ASCII`, {
      ...(text.includes('BONDING_OPTS') ? {} : { reality: 'bash takes it for part of the value or of a command: such quotes are none' }),
      fix: plain === text ? 'type the line again in plain ASCII' : `write ${plain.trim()}` })
  }
  if (/[$`]/.test(text) && !stopsShell(text.replace(/\$\([^()]*\)|\$\{[^{}]*\}|`[^`]*`/g, ''))) return found(syntaxRules.E02, { file: path, line }, `${shown} needs a shell`, {
    severity: 'warning', reality: 'bash runs it: what it comes to is not known here, and nothing else reads it', fix: 'write the value itself' })
  const lost = stopsShell(text) ? keysAfter(content, line) : undefined
  const placeholder = /<[^>]*>/.test(text)
  return found(syntaxRules.E02, { file: path, line }, `${shown} cannot be read: ${placeholder ? 'it is a placeholder' : text.trim() === '>' ? 'a redirection to nowhere' : why}`, {
    reality: lost === undefined ? 'bash takes it for a command, or for an assignment before one: the value is not set'
      : `a syntax error: bash stops here${lost.length === 0 ? '' : `, so that ${lost.join(', ')} below ${lost.length === 1 ? 'is' : 'are'} not set`}`,
    ...(placeholder ? { fix: 'put in the value that it stands for; `fleetnet facts` shows MAC addresses' } : {}),
  })
}

const greppedFor = /(DEVICE|TYPE|SLAVE)=/

/** What no shell would take as it is meant, in the files that the network scripts source. */
export const syntaxFindings = (view: View): LintFinding[] =>
  Object.values(view.files).filter(({ path }) => (scriptFile(path) !== undefined && scriptFile(path)?.kind !== 'routes' && isLive(path, view.release)) || path === globalFile).flatMap((file) => {
    const { path, content, binary } = file
    if (binary) return [found(syntaxRules.E03, { file: path }, `${baseName(path)} is not UTF-8 text`, { reality: 'what the scripts make of its bytes cannot be told', fix: `look at it: od -c ${baseName(path)}` })]
    const returns = view.raw[path]?.content ?? ''
    const at = returns.split('\n').findIndex((line) => line.endsWith('\r'))
    const names = path === globalFile ? [] : numbered(content).filter(([, text]) => /^\s*#/.test(text) && greppedFor.test(text))
    return [
      ...(at === -1 ? [] : [found(syntaxRules.E02, { file: path, line: at + 1 }, `${baseName(path)} has the line ends of DOS`,
        { reality: 'the carriage return is part of every value: no device has such a name, and nothing says so', fix: 'sed -i "s/\\r$//" on it' })]),
      ...readAssignments(content).problems.map((problem) => problemFinding(path, content, problem)),
      ...names.map(([line, text]) => {
        const key = greppedFor.exec(text)?.[1] ?? 'TYPE'
        const hides = lineOf(content, key) !== undefined
        return found(syntaxRules.E02, { file: path, line }, `the comment holds ${key}=`, { severity: hides ? 'error' : 'warning',
          reality: `the init script greps for ${key}= before it sources the file, and takes the comment's${hides ? ' instead of the real line' : ''}`, fix: 'write it without `=`' })
      }),
    ]
  })
