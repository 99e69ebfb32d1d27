import test from 'ava'
import { asciiWanted, colourWanted, liveWanted, screenReaderWanted } from '../../src/report/colour.ts'

for (const [env, isTerminal, expected] of [
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ TERM: 'dumb' }, true, false],
] as const)
  test(`colour with ${JSON.stringify(env)} on ${isTerminal ? 'a terminal' : 'a pipe'}: ${expected}`, (t) => {
    t.is(colourWanted(env, isTerminal), expected)
  })

for (const [env, expected] of [
  [{ LANG: 'en_US.UTF-8' }, false],
  [{ LANG: 'C.utf8' }, false],
  [{ LANG: 'C' }, true],
  [{}, true],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, true],
  [{ LANG: 'en_US.UTF-8', TERM: 'linux' }, true],
  [{ LANG: 'en_US.UTF-8', TERM: 'vt100' }, true],
  [{ LANG: 'en_US.UTF-8', TERM: 'dumb' }, true],
  [{ LANG: 'en_US.UTF-8', FLEETNET_ASCII: '1' }, true],
  [{ LANG: 'en_US.UTF-8', TERM: 'xterm-256color' }, false],
] as const)
  test(`ASCII with ${JSON.stringify(env)}: ${expected}`, (t) => {
    t.is(asciiWanted(env), expected)
  })

const terminal = { isTTY: true, columns: 80, rows: 24 }

for (const [what, env, stdin, stdout, expected] of [
  ['a terminal', {}, terminal, terminal, true],
  ['standard input is none', {}, {}, terminal, false],
  ['standard output is none', {}, terminal, {}, false],
  ['CI', { CI: '1' }, terminal, terminal, false],
  ['TERM=dumb', { TERM: 'dumb' }, terminal, terminal, false],
  ['a screen reader', { ACCESSIBLE: '1' }, terminal, terminal, false],
  ["Ink's word for a screen reader", { INK_SCREEN_READER: 'true' }, terminal, terminal, false],
  ['below 60 columns', {}, terminal, { ...terminal, columns: 59 }, false],
  ['below 15 rows', {}, terminal, { ...terminal, rows: 14 }, false],
  ['60 by 15', {}, terminal, { isTTY: true, columns: 60, rows: 15 }, true],
] as const)
  test(`live view with ${what}: ${expected}`, (t) => {
    t.is(liveWanted(env, stdin, stdout), expected)
  })

test('a screen reader is asked for by two names', (t) => {
  t.true(screenReaderWanted({ ACCESSIBLE: '1' }))
  t.false(screenReaderWanted({ ACCESSIBLE: '0' }))
})
