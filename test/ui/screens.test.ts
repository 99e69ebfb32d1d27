import { readdirSync, readFileSync } from 'node:fs'
import test from 'ava'
import { renderToString } from 'ink'
import { createElement } from 'react'
import { reduce } from '../../src/report/model.ts'
import { stateNames, states } from '../../src/report/states.ts'
import { frame, frameText } from '../../src/ui/frame.ts'
import { Screen } from '../../src/ui/Screen.ts'
import { firstState, settlePick } from '../../src/ui/viewState.ts'
import { screens } from './screens.ts'
import { at, folded, rolling, stopping } from './stories.ts'

const folder = new URL('../fixtures/ui/screens/', import.meta.url)
const made = screens()
// Escape codes are what this is about
const withoutCodes = (text: string): string => text.replaceAll(/\u001b\[[0-9;]*m/g, '')

test('every golden screen is drawn, and every screen is golden', (t) => {
  t.deepEqual(readdirSync(folder).toSorted(), Object.keys(made).toSorted())
})

for (const name of Object.keys(made))
  test(`screen ${name}`, (t) => {
    const text = made[name] ?? ''
    t.is(text, readFileSync(new URL(name, folder), 'utf8'))
    const [, columns = '', rows = ''] = /-(\d+)x(\d+)-/.exec(name) ?? []
    const lines = withoutCodes(text).trimEnd().split('\n')
    t.is(lines.length, Number(rows), 'as tall as the window')
    for (const line of lines) t.true(line.length <= Number(columns) - 1, `the last column stays empty: ${line}`)
    t.is(text.includes('\u001b'), name.endsWith('colour.txt'), 'escape codes only where colour is wanted')
    if (name.endsWith('ascii.txt')) t.regex(text, /^[\n -~]*$/)
  })

test('a screen in colour, in ASCII and in Unicode tells the same words', (t) => {
  for (const name of Object.keys(made).filter((candidate) => candidate.endsWith('80x24-ascii.txt'))) {
    const words = (mode: string): string =>
      withoutCodes(made[name.replace('ascii', mode)] ?? '').replaceAll(new RegExp(`[${stateNames.map((state) => states[state].symbol).join('').replace(/[?=*!_]/g, '')}]`, 'gu'), ' ')
    t.is(words('colour'), words('unicode'), name)
  }
})

test('with symbols and colours taken away, every state is still told', (t) => {
  for (const story of [rolling(), stopping()]) {
    const model = reduce(story.events)
    const text = frameText(frame(model, settlePick(model, firstState), { columns: 80, rows: 24, ascii: true }, at('02:14:53')), false)
    for (const host of model.hosts.values()) {
      if (states[host.state].standing === 'done' || host.state === 'waiting' || (host.state === 'skipped' && host.startedAt === undefined)) continue
      const row = text.split('\n').find((line) => line.slice(4).startsWith(`${host.name} `)) ?? ''
      t.true(row.slice(4).includes(states[host.state].word), `${host.name} ${host.state}: ${row}`)
    }
  }
})

test('whoever is folded is counted', (t) => {
  const text = made['folded-200x50-unicode.txt'] ?? ''
  const model = reduce(folded().events)
  for (const state of stateNames) if (['in flight', 'waiting'].includes(states[state].standing) && model.byState[state].size > 0) t.regex(text, new RegExp(`${states[state].word} +${model.byState[state].size}\\b`))
  t.regex(text, /done +2603 {2}2371 committed, 232 unchanged/)
})

test("Ink's renderer draws a screen as it is given", (t) => {
  for (const name of ['main-80x24-ascii.txt', 'main-80x24-colour.txt', 'folded-200x50-unicode.txt', 'host-60x24-unicode.txt']) {
    const columns = Number(/-(\d+)x/.exec(name)?.[1])
    const text = (made[name] ?? '').replace(/\n$/, '')
    const drawn = renderToString(createElement(Screen, { text, onKey: () => undefined }), { columns })
    t.is(withoutCodes(drawn), withoutCodes(text), name)
  }
})
