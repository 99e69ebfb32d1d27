import type { PlannedHost } from '../run/index.ts'
import { groupPlans, pathText } from './planGroups.ts'
import { type Block, reportBlocks } from './reportBlocks.ts'
import { type ReportDetails, sizeLimit } from './reportDetails.ts'
import { topologiesOf, topologySentence } from './topology.ts'
import { topologyText } from './topologyText.ts'

/** The dry-run report as Markdown: the sections of the page, and the picture in ASCII. */
export const planMarkdown = (planned: readonly PlannedHost[], details: ReportDetails): string => {
  const grouped = groupPlans(planned)
  const whole = `${reportBlocks(grouped, details, true).map(blockMarkdown).join('\n\n')}\n`
  return Buffer.byteLength(whole) <= sizeLimit ? whole : `${reportBlocks(grouped, details, false).map(blockMarkdown).join('\n\n')}\n`
}

/** Text that stays text in Markdown: what would be markup, a table's bar, or HTML is escaped. */
export const escapeMarkdown = (text: string): string => text.replaceAll(/[\\`*_[\]<>|#!~]/g, String.raw`\$&`).replaceAll('&', '&amp;')

/** A fence longer than any run of backticks inside. */
const fenced = (text: string, language = ''): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

const blockMarkdown = (block: Block): string => {
  switch (block.kind) {
    case 'banner':
      return `**${escapeMarkdown(block.text)}**`
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`
    case 'text':
      return escapeMarkdown(block.text)
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')
    case 'command':
      return fenced(block.text)
    case 'diff':
      return fenced(block.text, 'diff')
    case 'table': {
      const titles = block.titles.length === 0 ? (block.rows[0] ?? []).map(() => '') : block.titles
      const line = (cells: readonly string[]): string => `| ${cells.map((cell) => escapeMarkdown(cell)).join(' | ')} |`
      return [line(titles), `|${titles.map(() => ' --- |').join('')}`, ...block.rows.map(line)].join('\n')
    }
    case 'picture': {
      const { before, after } = topologiesOf(block.host)
      const [now, then] = [pathText(block.host.plan.pathBefore), pathText(block.host.plan.pathAfter)]
      const lines = [...(before === undefined ? [] : [...topologyText('BEFORE', before), '']), ...topologyText('AFTER', after)]
      return `${fenced(lines.join('\n'))}\n\n${escapeMarkdown(topologySentence(now, then, block.host))}`
    }
  }
}
