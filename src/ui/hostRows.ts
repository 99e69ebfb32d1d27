import type { Stage } from '../model/events.ts'
import { cut } from '../report/clean.ts'
import { awayTimes, secondsLeft, stageMark, stages } from '../report/measures.ts'
import type { HostModel, RunModel } from '../report/model.ts'
import { states, symbolOf } from '../report/states.ts'
import { whyText } from '../report/story.ts'
import { plain, type Row } from '../report/style.ts'
import { clockText, measuredText, spanText, tookText } from '../report/time.ts'
import { stateStyle } from './cells.ts'
import { hintFor } from './hints.ts'
import { linesOf, logText } from './logRows.ts'

/** One host: where it is, its management path, how long each stage took, what to look at. */
export const hostRows = (model: RunModel, host: HostModel, look: { readonly columns: number; readonly room: number; readonly now: number; readonly ascii: boolean }): Row[] => {
  const { columns, room, now, ascii } = look
  const top = [plain('-'.repeat(columns)), headRow(model, host, now, ascii), ...pathRows(host, columns), awayRow(model, host, now, columns), []]
  const table = stageRows(model, host, now, columns)
  const advice = adviceRows(model, host, columns)
  // In a low window what is done gives way to what is going on.
  const done = table.findIndex(({ 0: span }) => /^ {2}[>x] /.test(span?.text ?? ''))
  const missing = Math.min(Math.max(0, top.length + table.length + advice.length - room), Math.max(0, done - 1))
  const fixed = [...top, ...table.slice(0, 1), ...table.slice(1 + missing), ...advice]
  const left = room - fixed.length
  // The blank row before the keys goes when the log would otherwise have none.
  const lines = linesOf(model, host).slice(-Math.max(0, left > 1 ? left - 1 : left))
  const log = left <= 0 ? [] : lines.map((line, index) => plain(cut(`${index === 0 ? 'log   ' : '      '}${logText(line, model.zone, 7)}`, columns)))
  return [...fixed, ...log].slice(0, room)
}

const headRow = (model: RunModel, host: HostModel, now: number, ascii: boolean): Row => {
  const style = stateStyle(host)
  const left = secondsLeft(host, now)
  const back = host.state === 'rolling back' ? '   goes back now' : left === undefined ? '' : left === 0 ? '   goes back: due' : `   goes back in ${spanText(left)}`
  const platform = host.plan?.facts ? `   ${host.plan.facts}` : ''
  return [
    { text: symbolOf(host.state, ascii), style },
    { text: ` ${host.name}   ` },
    { text: states[host.state].word, style },
    { text: back, ...(left !== undefined && left < 30 ? { style: { bold: true } } : {}) },
    { text: `   batch ${host.batch}/${model.batches.length}${platform}` },
  ]
}

const pathRows = (host: HostModel, columns: number): Row[] => {
  const { plan } = host
  if (plan === undefined) return [plain('management path   not known yet')]
  // Before the cut-over the new path is still to come; after a rollback the old one is true again.
  const [before, after] = host.cutAt === undefined ? ['now ', 'then'] : host.state === 'rolled back' ? ['now ', 'tried'] : ['was ', 'now ']
  return [plain(cut(`management path   ${before} ${plan.pathBefore}`, columns)), plain(cut(`                  ${after.padEnd(4)} ${plan.pathAfter}`, columns))]
}

const awayRow = (model: RunModel, host: HostModel, now: number, columns: number): Row => {
  const others = awayTimes(model)
  const known = others === undefined ? '' : ` (others in this run: ${Math.round(others.p50)} s)`
  const back = host.recoverySeconds === undefined ? '' : `, back after ${measuredText(host.recoverySeconds, host.recoveryPlusMinus)}`
  if (host.awaySeconds !== undefined) return plain(cut(`address away      ${measuredText(host.awaySeconds, host.awayPlusMinus)}${back}${known}`, columns))
  const silent = host.silentBefore + (host.silentSince === undefined ? 0 : now - host.silentSince)
  if (silent === 0 || host.endedAt !== undefined) return plain('address away      -')
  return plain(cut(`address away      ${spanText(silent / 1000)} so far${host.silentSince === undefined ? ', answers again' : ''}${known}`, columns))
}

const stageRows = (model: RunModel, host: HostModel, now: number, columns: number): Row[] => [
  [{ text: '    STAGE      AT        TOOK', style: { dim: true } }],
  ...stages.map((stage) => {
    const at = host.stageAt.get(stage)
    const head = `  ${stageMark(host, stage)} ${stage.padEnd(11)}`
    if (at === undefined) return plain(cut(head.trimEnd(), columns))
    return plain(cut(`${head}${clockText(at, model.zone)}  ${tookText((endOf(host, stage, now) - at) / 1000).padEnd(8)}${stageText(host, stage)}`.trimEnd(), columns))
  }),
]

const endOf = (host: HostModel, stage: Stage, now: number): number => {
  const later = stages.slice(stages.indexOf(stage) + 1).flatMap((next) => host.stageAt.get(next) ?? [])
  return Math.min(...later, host.endedAt ?? now)
}

/** What a stage came to: the last line of its log. */
const stageText = (host: HostModel, stage: Stage): string => {
  if (stage === 'probe' && host.plan !== undefined) return `digest ${(host.plan.digest.split(':').at(-1) ?? '').slice(0, 8)}`
  return host.log.findLast((line) => line.stage === stage)?.text ?? ''
}

const adviceRows = (model: RunModel, host: HostModel, columns: number): Row[] => {
  if (host.fault !== undefined)
    return [
      plain(cut(`why               ${whyText(host)}`, columns)),
      ...host.fault.next.map((text, index) => plain(cut(`${index === 0 ? 'do                ' : '                  '}${text}`, columns))),
    ]
  const hint = hintFor(host)
  return [
    ...(hint === '' ? [] : [plain(cut(`what to look at   ${hint}`, columns))]),
    ...(host.armedUntil === undefined ? [] : [plain(cut(`if it goes back   read ${model.folder.replace(/\/$/, '')}/${host.name}.log, then apply again`, columns))]),
  ]
}
