import { needBuild } from '../cli/bin.ts'
import { find, testWith } from '../transport/needs.ts'
import { openFolder } from './fleet.ts'
import { openTerminal, type } from './tmux.ts'

const test = testWith(find('tmux') !== undefined, 'Debian package tmux')
const apply = 'fleetnet apply -i prod --yes; echo "ended $?"'
const ended = (rows: readonly string[]): boolean => rows.some((row) => /^ended \d+$/.test(row))
const whole = { virtual4: 'vlan100', virtual9: 'eth0' }

for (const [name, value] of [
  ['TERM', 'linux'],
  ['LANG', 'C'],
] as const)
  test(`only ASCII is written with ${name}=${value}`, async (t) => {
    const { folder, settled } = await openFolder(t, { confirm: 5 })
    const terminal = await openTerminal(t, folder, { env: { [name]: value } })
    await type(terminal, apply)
    await terminal.until('the live view', (rows) => /^ARMED /.test(rows[1] ?? '') && rows.some((row) => /^[> ] [@%/~] virtual9/.test(row)))
    t.regex((await terminal.screen({ escapes: true }))[1] ?? '', /^\u001b\[(1m\u001b\[33|33m\u001b\[1|1;33|33;1)mARMED\u001b\[/, 'colours are as ever')
    const end = await terminal.until('the end', ended)
    t.true(end.includes('ended 3'))
    t.true(end.some((row) => /^- virtual9 +rolled back/.test(row)))
    t.deepEqual([...(await terminal.bytes())].filter((byte) => byte > 0x7e), [])
    t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '0 1')
    t.deepEqual(await settled(), whole)
  })

test('NO_COLOR: no colour, no bold, and FORCE_COLOR does not bring them back', async (t) => {
  const { folder } = await openFolder(t, { confirm: 5 })
  const terminal = await openTerminal(t, folder, { env: { NO_COLOR: '1', FORCE_COLOR: '3' } })
  await type(terminal, apply)
  await terminal.until('the live view', (rows) => /^ARMED /.test(rows[1] ?? ''))
  t.notRegex((await terminal.screen({ escapes: true })).join('\n'), /\u001b/)
  await terminal.until('the end', ended)
  t.notRegex((await terminal.bytes()).toString('latin1'), /\u001b\[[0-9;]*[1-9][0-9;]*m/, 'at most a reset')
})

for (const [what, options] of [
  ['CI=1', { env: { CI: '1' } }],
  ['TERM=dumb', { env: { TERM: 'dumb' } }],
  ['a window below 60 columns', { columns: 59, rows: 24 }],
  ['a window below 15 rows', { columns: 80, rows: 14 }],
] as const)
  test(`lines on a terminal: ${what}`, async (t) => {
    const { folder, settled } = await openFolder(t, { hosts: ['virtual4'] })
    const terminal = await openTerminal(t, folder, options)
    const before = (await terminal.bytes()).length
    await type(terminal, apply)
    await terminal.until('the end', ended)
    const bytes = (await terminal.bytes()).subarray(before)
    // The terminal itself makes \r\n of every \n.
    t.deepEqual([...bytes.toString('latin1').replaceAll('\r\n', '\n')].filter((character) => character < ' ' && character !== '\n'), [])
    const text = (await terminal.screen({ history: true })).join('\n')
    t.regex(text, /^\d\d:\d\d:\d\d batch +1\/1 starts: virtual4$/m)
    t.regex(text, /^\d\d:\d\d:\d\d virtual4 +committed in \d+ s/m)
    t.regex(text, /^ended 0$/m)
    t.is(await terminal.tells('#{alternate_on}'), '0')
    t.deepEqual(await settled(), { virtual4: 'vlan100' })
  })

test('lines on a terminal: Ctrl-Z is refused, and the host is confirmed', async (t) => {
  const { folder, settled } = await openFolder(t, { hosts: ['virtual4'] })
  const terminal = await openTerminal(t, folder)
  await type(terminal, apply.replace('--yes', '--yes --format text'))
  await terminal.until('an armed host', (rows) => rows.some((row) => /virtual4 +armed: /.test(row)))
  await terminal.keys('C-z')
  await terminal.until('the end', ended)
  const text = (await terminal.screen({ history: true })).join('\n')
  t.regex(text, /fleetnet: not stopped: a stopped fleetnet confirms nobody/)
  t.regex(text, /^ended 0$/m)
  t.deepEqual(await settled(), { virtual4: 'vlan100' })
})

await needBuild()
