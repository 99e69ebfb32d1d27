import { rules } from '../../src/lint/index.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/`([^`]*)&lt;([^`]*)`/g, '`$1<$2`')

/** The table of docs/lint.md, as the rules have it. */
export const ruleTable = (): string =>
  ['| code | | what | what it does on a host | fix | source |', '|---|---|---|---|---|---|',
    ...rules.map(({ code, severity, what, reality, fix, source, mends }) => `| ${[code, severity, what, reality, mends === undefined ? fix : `${fix}. \`--fix\` ${mends}`, source].map(cell).join(' | ')} |`)].join('\n')

const begin = '<!-- rules -->'
const end = '<!-- end of rules -->'

/** A page with the table between its two marks. */
export const withTable = (page: string): string => `${page.slice(0, page.indexOf(begin) + begin.length)}\n\n${ruleTable()}\n\n${page.slice(page.indexOf(end))}`
