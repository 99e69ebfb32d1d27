import test from 'ava'
import { readSchema } from '../../src/schema/bundle.ts'
import { stateNames, states } from '../../src/report/states.ts'

const schemaStates = (): string[] => {
  const text = JSON.stringify(readSchema('event'))
  const schema: { definitions: { state: { enum: string[] } } } = JSON.parse(text)
  return schema.definitions.state.enum
}

test('every state of a host has a row, and every row is a state', (t) => {
  t.deepEqual([...stateNames].toSorted(), schemaStates().toSorted())
})

test('symbols take one column everywhere', (t) => {
  // East Asian width N or Na (UAX 11), no emoji presentation (UTS 51): the ones that the design settled on.
  const allowed = new Set('\u25e6\u21e2?\u22c4\u25c9\u21e3\u21c4\u21af\u225f\u00bb\u2713=\u21b6\u21ba\u2717\u2298*!_')
  for (const name of stateNames) {
    t.true(allowed.has(states[name].symbol), name)
    t.regex(states[name].ascii, /^[!-~]$/, name)
    t.notRegex(states[name].symbol, /\p{Emoji_Presentation}/u)
  }
})

test('no two states share symbol, ASCII symbol or word', (t) => {
  for (const key of ['symbol', 'ascii', 'word'] as const) t.is(new Set(stateNames.map((name) => states[name][key])).size, stateNames.length, key)
})

test('what must be found by eye and by grep is in capitals', (t) => {
  t.deepEqual(stateNames.filter((name) => states[name].loud === states[name].loud.toUpperCase()), ['rolled back', 'failed', 'unreachable', 'unknown', 'lost'])
  t.is(states.lost.word, 'LOST')
})

test('yellow is exactly: goes back by itself unless confirmed', (t) => {
  for (const name of stateNames) t.is(states[name].style.color === 'yellow', states[name].armed === 'yes', name)
})

test('dim is never used for what needs action', (t) => {
  for (const name of stateNames) if (states[name].standing === 'to look at') t.not(states[name].style.dim, true, name)
})
