import test from 'ava'
import { applyEvent, reduce } from '../../src/report/model.ts'
import { rowText } from '../../src/report/style.ts'
import { frame } from '../../src/ui/frame.ts'
import { keysOf } from '../../src/ui/keys.ts'
import { press, type Key, type Wish } from '../../src/ui/press.ts'
import { firstState, settlePick, type ViewState } from '../../src/ui/viewState.ts'
import { at, folded, rolling, tale } from './stories.ts'

const window = { columns: 80, rows: 24, ascii: true }

const after = (keys: readonly Key[], events = rolling().events): { readonly state: ViewState; readonly wishes: readonly Wish[]; readonly text: string } => {
  const model = reduce(events)
  let state = settlePick(model, firstState)
  const wishes: Wish[] = []
  for (const key of keys) {
    const pressed = press(model, state, window, key)
    state = settlePick(model, pressed.state)
    wishes.push(pressed.wish)
  }
  return { state, wishes, text: frame(model, state, window, at('02:14:51')).map(rowText).join('\n') }
}

for (const [keys, pick, screen] of [
  [[], 'host virtual11', 'main'],
  [['down'], 'host virtual12', 'main'],
  [['j', 'j'], 'host virtual13', 'main'],
  [['up'], 'host virtual9', 'main'],
  [['home', 'up'], 'host virtual9', 'main'],
  [['end'], 'group state done', 'main'],
  [['end', 'down'], 'group state done', 'main'],
  [['n'], 'host virtual12', 'main'],
  [['n', 'n'], 'host virtual9', 'main'],
  [['n', 'n', 'n'], 'host virtual11', 'main'],
  [['enter'], 'host virtual11', 'host'],
  [['enter', 'down'], 'host virtual12', 'host'],
  [['enter', 'd'], 'host virtual11', 'diff'],
  [['enter', 'd', 'escape'], 'host virtual11', 'host'],
  [['enter', 'd', 'q', 'q'], 'host virtual11', 'main'],
  [['l'], 'host virtual11', 'log'],
  [['/', '2', '9', 'enter', 'enter'], 'host virtual29', 'host'],
  [['/', 'z', 'escape'], 'host virtual11', 'main'],
  [['/', 'q', 'ctrl-z', 'backspace', '1', '5'], 'host virtual15', 'main'],
  [['end', 'enter', 'escape'], 'host virtual4', 'main'],
] as const)
  test(`keys ${keys.join(' ') || 'none'}: ${screen} of ${pick}`, (t) => {
    const { state } = after(keys)
    t.is(state.pick, pick)
    t.is(state.screen, screen)
  })

test('Ctrl-C goes through one door on every screen, also while something is typed', (t) => {
  for (const keys of [[], ['enter'], ['d'], ['?'], ['/', 'x'], ['f']] as const) t.is(after([...keys, 'ctrl-c']).wishes.at(-1), 'interrupt')
})

test('q goes back, and leaves the view only from the main screen', (t) => {
  t.deepEqual(after(['enter', 'q', 'q']).wishes, ['none', 'none', 'leave'])
  t.deepEqual(after(['f', 'q', 'q']).wishes, ['none', 'none', 'leave'])
  t.deepEqual(after(['?', 'q', 'q']).wishes, ['none', 'none', 'leave'])
})

test('Ctrl-Z is refused with a line that says why, until the next key', (t) => {
  t.regex(after(['ctrl-z']).text.split('\n').at(-1) ?? '', /a stopped fleetnet confirms nobody/)
  t.notRegex(after(['ctrl-z', 'down']).text, /confirms nobody/)
})

test('no key but Ctrl-C, q and r asks for anything outside of the view', (t) => {
  const all = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), 'up', 'down', 'pageUp', 'pageDown', 'home', 'end', 'enter', 'escape', 'backspace', 'ctrl-z']
  t.deepEqual(all.filter((key) => after([key]).wishes[0] !== 'none'), ['q', 'r'])
})

test('f goes through the filters and back to all', (t) => {
  const labels = [1, 2, 3, 4, 5, 6].map((times) => after(Array.from({ length: times }, () => 'f')).text.split('\n')[5]?.trim().split(/ {2,}/)[0])
  t.deepEqual(labels, ['TO LOOK AT', 'ARMED', 'IN FLIGHT', 'WAITING', 'DONE', 'HOST'])
})

test('a group is unfolded and folded again', (t) => {
  const events = folded().events
  const opened = after(['home', 'enter'], events)
  t.regex(opened.text, /ROLLED BACK +STATE/)
  t.is(opened.text.match(/^.{2}- r27n/gm)?.length, 6)
  t.regex(after(['home', 'enter', 'escape'], events).text, /TO LOOK AT {5}HOSTS/)
})

test('diff and log: pages, files, and a text that is looked for', (t) => {
  t.regex(after(['d']).text, /lines 1-15 of 25/)
  t.regex(after(['d', ' ']).text, /lines 11-25 of 25/)
  t.regex(after(['d', ' ', 'b']).text, /lines 1-15 of 25/)
  t.regex(after(['d', 'down', 'down', 'up']).text, /lines 2-16 of 25/)
  t.regex(after(['d', ']']).text.split('\n')[7] ?? '', /ifcfg-bond0/)
  t.regex(after(['d', ']', '[']).text.split('\n')[7] ?? '', /ifcfg-eth0/)
  t.regex(after(['d', '/', 'B', 'O', 'N', 'D', 'I', 'N', 'G', 'enter']).text, /looking for BONDING/)
  t.regex(after(['d', '/', 'z', 'z', 'enter']).text, /not found: zz/)
})

test('the whole log goes on by itself while its end is shown', (t) => {
  const story = rolling()
  for (let index = 0; index < 40; index += 1) story.log('02:14:50', 'virtual11', 'verify', `line ${index}`)
  const model = reduce(story.events)
  const { state } = press(model, settlePick(model, firstState), window, 'l')
  const more = tale()
  more.log('02:14:52', 'virtual11', 'verify', 'the newest line')
  for (const event of more.events) applyEvent(model, event)
  t.regex(frame(model, state, window, at('02:14:53')).map(rowText).join('\n'), /the newest line/)
  const up = press(model, state, window, 'up').state
  const last = tale()
  last.log('02:14:54', 'virtual11', 'verify', 'still newer')
  for (const event of last.events) applyEvent(model, event)
  t.notRegex(frame(model, up, window, at('02:14:55')).map(rowText).join('\n'), /still newer/)
})

const none = { upArrow: false, downArrow: false, pageUp: false, pageDown: false, home: false, end: false, return: false, escape: false, backspace: false, delete: false, ctrl: false, meta: false }

test('keys that come together are taken one by one', (t) => {
  t.deepEqual(keysOf('jj', none), ['j', 'j'])
  t.deepEqual(keysOf('/v9\r', none), ['/', 'v', '9', 'enter'])
  t.deepEqual(keysOf('', { ...none, upArrow: true }), ['up'])
  t.deepEqual(keysOf('c', { ...none, ctrl: true }), ['ctrl-c'])
  t.deepEqual(keysOf('z', { ...none, ctrl: true }), ['ctrl-z'])
  t.deepEqual(keysOf('x', { ...none, ctrl: true }), [])
  t.deepEqual(keysOf('d', { ...none, meta: true }), [])
})
