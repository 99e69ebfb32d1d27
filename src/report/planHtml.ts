import { readFileSync } from 'node:fs'
import type { PlannedHost } from '../run/index.ts'
import { escapeHtml } from './html.ts'
import { groupPlans, pathText } from './planGroups.ts'
import { type Block, reportBlocks } from './reportBlocks.ts'
import { type ReportDetails, sizeLimit } from './reportDetails.ts'
import { topologiesOf, topologySentence } from './topology.ts'
import { topologySvg } from './topologySvg.ts'

const style = (): string => readFileSync(new URL('./page.css', import.meta.url), 'utf8')

/** The dry-run report as one page: no scripts, no fonts, nothing from elsewhere, every host text escaped. */
export const planHtml = (planned: readonly PlannedHost[], details: ReportDetails): string => {
  const grouped = groupPlans(planned)
  const whole = page(reportBlocks(grouped, details, true), details)
  return Buffer.byteLength(whole) <= sizeLimit ? whole : page(reportBlocks(grouped, details, false), details)
}

const page = (blocks: readonly Block[], details: ReportDetails): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Dry run of ${escapeHtml(details.playbook)} on ${escapeHtml(details.inventory)}</title>
<style>
${style()}</style>
</head>
<body>
<main>
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`

/** An arrow is not broken at the end of a line. */
const proseHtml = (text: string): string => escapeHtml(text).replaceAll('-&gt;', '<span class="arrow">-&gt;</span>')

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case 'banner':
      return `<p class="banner">${escapeHtml(block.text)}</p>`
    case 'heading':
      return `<h${block.level}${block.id === undefined ? '' : ` id="${escapeHtml(block.id)}"`}>${escapeHtml(block.text)}</h${block.level}>`
    case 'text':
      return `<p>${proseHtml(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${proseHtml(item)}</li>`).join('')}</ul>`
    case 'command':
      return `<pre class="command">${escapeHtml(block.text)}</pre>`
    case 'table':
      return tableHtml(block)
    case 'diff':
      return diffHtml(block.text)
    case 'picture': {
      const { before, after } = topologiesOf(block.host)
      const [now, then] = [pathText(block.host.plan.pathBefore), pathText(block.host.plan.pathAfter)]
      const sentence = topologySentence(now, then, block.host)
      const pictures = [...(before === undefined ? [] : [['Before', before] as const]), ['After', after] as const]
      return `<figure><div class="pictures">${pictures.map(([title, topology]) => `<div><h4>${title}</h4>${topologySvg(`${title}: ${block.host.name}`, sentence, topology)}</div>`).join('')}</div><figcaption>${proseHtml(sentence)} A thick line carries the session; + is new, x with a dashed line goes.</figcaption></figure>`
    }
  }
}

const tableHtml = ({ titles, rows, marked }: Extract<Block, { kind: 'table' }>): string => {
  const head = titles.length === 0 ? '' : `<thead><tr>${titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join('')}</tr></thead>`
  const cells = (row: readonly string[]): string => row.map((cell, index) => (titles.length === 0 && index === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`)).join('')
  return `<div class="wide"><table>${head}<tbody>${rows.map((row, index) => `<tr${marked?.[index] === true ? ' class="cuts"' : ''}>${cells(row)}</tr>`).join('')}</tbody></table></div>`
}

/** A diff, its file's name repeated at each hunk, so that a printed page says what it shows. */
const diffHtml = (diff: string): string => {
  const [title = '', ...lines] = diff.split('\n')
  const hunks: string[][] = []
  for (const line of lines) {
    const last = hunks.at(-1)
    // A mode stands above the first hunk, and belongs to it.
    if (last === undefined || (line.startsWith('@@ ') && last.some((before) => before.startsWith('@@ ')))) hunks.push([line])
    else last.push(line)
  }
  const lineHtml = (line: string): string => {
    const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : undefined
    return kind === undefined ? escapeHtml(line) : `<span class="${kind}">${escapeHtml(line)}</span>`
  }
  return `<section class="diff">${hunks.length === 0 ? `<pre class="title">${escapeHtml(title)}</pre>` : hunks.map((hunk, index) => `<div class="hunk"><pre class="title">${escapeHtml(title)}${index === 0 ? '' : ' (continued)'}</pre><pre>${hunk.map(lineHtml).join('\n')}</pre></div>`).join('')}</section>`
}
