import { armedHosts, countsOf, countWords, endedHosts, flightSize, lookStates } from '../report/measures.ts'
import type { HostModel, RunModel } from '../report/model.ts'
import { cut } from '../report/clean.ts'
import { plain, type Row } from '../report/style.ts'
import { clockText, spanText } from '../report/time.ts'
import { ifYouDoNothing, verdict } from '../report/verdict.ts'
import { ends, firstThatFits } from './cells.ts'

/** The three lines that stand on top of every screen: who we are, whether we are safe, what happens if nobody touches a key. */
export const topRows = (model: RunModel, now: number, columns: number, host?: HostModel): Row[] => {
  const { word, sentence, short, style } = verdict(model, now)
  const nothing = ifYouDoNothing(model, now, host)
  const room = Math.max(0, columns - word.length)
  return [
    plain(titleText(model, now, columns)),
    [{ text: word, style }, { text: firstThatFits([`  ${sentence}`, `  ${short}`], room) }],
    plain(firstThatFits([nothing, nothing.replace(/ \([^)]*\)\.$/, '.'), nothing.replace(/ \([^)]*\)\.$/, '.').replace('If you do nothing:', 'Do nothing:')], columns)),
  ]
}

const titleText = (model: RunModel, now: number, columns: number): string => {
  const start = model.startedAt ?? now
  const elapsed = `elapsed ${spanText(((model.endedAt ?? now) - start) / 1000)}`
  const right = `${clockText(now, model.zone)}  ${elapsed}`
  const full = `fleetnet ${model.command} ${model.inventory}  ${model.playbook}  run ${model.runId}`
  const short = `${model.command} ${model.inventory}  run ${model.runId}`
  if (full.length + 2 + right.length <= columns) return ends(full, right, columns)
  if (short.length + 2 + right.length <= columns) return ends(short, right, columns)
  return ends(`run ${model.runId}`, elapsed, columns)
}

/** The bar, one cell a share of the hosts that have ended, and the counts. While stopping: who is still armed. */
export const progressRows = (model: RunModel, columns: number): Row[] => {
  if (model.interrupted !== undefined && model.exitCode === undefined) return stoppingRows(model, columns)
  return [plain(barText(model, columns)), countsRow(model, columns)]
}

const barText = (model: RunModel, columns: number): string => {
  const all = model.hosts.size
  const ended = endedHosts(model)
  const text = `  ${ended}/${all}   batch ${model.batch}/${model.batches.length}   in flight ${flightSize(model)}`
  const cells = Math.max(0, Math.min(columns - 41, columns - 4 - text.length))
  if (cells < 4) return cut(text.trimStart(), columns)
  // Rounded down, so that a full bar means that everybody has ended.
  const full = all === 0 ? 0 : Math.min(cells, ended === all ? cells : Math.min(cells - 1, Math.round((ended / all) * cells)))
  return `[${'#'.repeat(full)}${'.'.repeat(cells - full)}]${text}`
}

const countsRow = (model: RunModel, columns: number): Row => {
  const words = countWords(countsOf(model)).map(([state, size]) => ({ text: `${state} ${size}`, size, state }))
  const all = words.map(({ text }) => text).join('  ')
  const short = words.filter(({ size, state }) => size > 0 || state === 'lost').map(({ text }) => text).join('  ')
  const look = lookStates.filter((state) => state !== 'lost').reduce((sum, state) => sum + model.byState[state].size, 0)
  const shortest = `done ${model.byState.committed.size + model.byState.unchanged.size}  to look at ${look}  lost ${model.byState.lost.size}`
  return plain(firstThatFits([all, short, shortest], columns))
}

const stoppingRows = (model: RunModel, columns: number): Row[] => {
  const armed = armedHosts(model)
  if (model.interrupted?.times === 2) return [plain(cut('Nobody is watched any more.', columns)), countsRow(model, columns)]
  if (armed.length === 0) return [plain(cut('^C again: stop watching now. No host is armed.', columns)), countsRow(model, columns)]
  const each = armed.map((host) => (host.armedUntil === undefined || host.state === 'rolling back' ? `${host.name} now` : `${host.name} at ${clockText(host.armedUntil, model.zone)}`))
  const back = armed.length === 1 ? 'The armed host then goes back by itself:' : 'The armed hosts then go back by themselves:'
  return [plain(cut(`^C again: stop watching now. ${back}`, columns)), plain(`${' '.repeat(10)}${someOf(each, columns - 10)}`)]
}

const someOf = (texts: readonly string[], columns: number): string => {
  for (let shown = texts.length; shown > 0; shown -= 1) {
    const more = texts.length - shown
    const text = `${texts.slice(0, shown).join('   ')}${more > 0 ? `   and ${more} more` : ''}`
    if (text.length <= columns) return text
  }
  return cut(`${texts.length} hosts`, columns)
}
