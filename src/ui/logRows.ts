import { cut } from '../report/clean.ts'
import type { HostModel, LogLine, RunModel } from '../report/model.ts'
import { plain, type Row } from '../report/style.ts'
import { clockText } from '../report/time.ts'
import { ends } from './cells.ts'

/** Example: 02:13:41 stage     7 files written and synced */
export const logText = ({ at, stage, text }: LogLine, zone: number, stageColumns = 9): string => `${clockText(at, zone)} ${stage.padEnd(stageColumns)} ${text}`

/** A host's last lines, with those of the run that concern everybody, in the order of time. */
export const linesOf = (model: RunModel, host: HostModel): readonly LogLine[] =>
  model.log.length === 0 ? host.log : [...host.log, ...model.log].toSorted((a, b) => a.at - b.at)

/** The picked host's log, as much of its end as there is room for: a blank row, a title, lines. */
export const logPane = (model: RunModel, host: HostModel | undefined, columns: number, room: number, blank: boolean): Row[] => {
  if (host === undefined || room < (blank ? 3 : 2)) return []
  const lines = linesOf(model, host).slice(-(room - (blank ? 2 : 1)))
  if (lines.length === 0) return []
  return [
    ...(blank ? [[]] : []),
    [{ text: ends(`LOG ${host.name}`, 'enter: all of it  d: diff', columns - 1), style: { dim: true } }],
    ...lines.map((line) => plain(cut(logText(line, model.zone), columns))),
  ]
}
