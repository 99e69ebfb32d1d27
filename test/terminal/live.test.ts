import { setTimeout as sleep } from 'node:timers/promises'
import { needBuild } from '../cli/bin.ts'
import { find, testWith } from '../transport/needs.ts'
import { openFolder } from './fleet.ts'
import { openTerminal, still, type Terminal, type } from './tmux.ts'

const test = testWith(find('tmux') !== undefined, 'Debian package tmux')
const apply = 'fleetnet apply -i prod --yes; echo "ended $?"'

const onlyVirtual9 = (rows: readonly string[]): boolean => rows.some((row) => /virtual9 +verifying/.test(row)) && rows.some((row) => /1 done/.test(row))

/** How often the whole frame was drawn anew. */
const repaints = async (terminal: Terminal): Promise<number> => (await terminal.bytes()).toString('latin1').split('\u001b[H\u001b[J').length - 1

/** The screen after a whole new frame: what `r` draws. */
const fresh = async (terminal: Terminal): Promise<string[]> => {
  const before = await repaints(terminal)
  await terminal.keys('r')
  while ((await repaints(terminal)) === before) await sleep(20)
  await sleep(80)
  return terminal.screen()
}

/** Changes the size and waits until that was drawn. */
const resized = async (terminal: Terminal, sizes: readonly (readonly [number, number])[]): Promise<string[]> => {
  const before = await repaints(terminal)
  for (const [columns, rows] of sizes) await terminal.resize(columns, rows)
  // A busy machine may draw a size in between: the last one is drawn when nothing more comes.
  for (let seen = before; ; ) {
    await sleep(350)
    const now = await repaints(terminal)
    if (now > before && now === seen) break
    seen = now
  }
  return terminal.screen()
}

for (const [columns, rows] of [
  [80, 24],
  [200, 50],
] as const)
  test(`the live view at ${columns} by ${rows}, and the summary after it`, async (t) => {
    const { folder, settled } = await openFolder(t, { confirm: 5 })
    const terminal = await openTerminal(t, folder, { columns, rows })
    await type(terminal, "seq 1 60; echo 'what was here before'")
    await terminal.until('the scrollback', (found) => found.includes('what was here before'))
    await type(terminal, apply)
    const screen = await terminal.until('armed hosts', (found) => /^ARMED  \d armed, first (goes back in \d:\d\d|goes back now|is due)\. 0 lost\.$/.test(found[1] ?? ''))
    t.regex(screen[0] ?? '', /^fleetnet apply prod  oracle-vm-trunk  run \S+ .*elapsed 0:\d\d$/)
    t.regex(screen[2] ?? '', /^If you do nothing: (2 hosts finish|1 host finishes), then the run ends \(failures 0 of 1\)\.$/)
    for (const host of ['virtual4', 'virtual9']) t.true(screen.some((row) => row.includes(` ${host} `)))
    t.is(screen.length, rows)
    t.regex(screen.at(-1) ?? '', /\^C stop$/)
    t.true(screen.every((row) => row.length < columns))
    t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '1 0')

    const end = await terminal.until('the prompt again', (found) => found.includes('ended 3'))
    t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '0 1', 'main screen, cursor shown')
    t.is(end.at(end.indexOf('ended 3') + 1), '$')
    const all = await terminal.screen({ history: true })
    const from = all.indexOf('what was here before')
    t.deepEqual(all.slice(from - 60, from), Array.from({ length: 60 }, (_, index) => String(index + 1)), 'the scrollback is as it was')
    const after = all.slice(from + 1)
    t.regex(after[0] ?? '', /^\$ fleetnet apply/)
    t.regex(after[1] ?? '', /^run \S+   apply prod   oracle-vm-trunk/, 'no frame of the view is left on the main screen')
    const summary = after.join('\n')
    t.regex(summary, /^1 +2 +1 +0 +1 +0 +0 +0$/m)
    t.regex(summary, /^↺ virtual9 +rolled back/m)
    t.regex(summary, /no LACP partner on bond0/)
    t.regex(summary, /^ +fleetnet apply -i prod -l virtual9$/m)
    t.regex(summary, /^LOOK  1 of 2 hosts is as desired: 1 committed, 0 unchanged\.$/m)
    t.regex(summary, /^1 rolled back, 0 failed, 0 unreachable, 0 lost\. No host is armed\. +exit 3$/m)
    const bytes = (await terminal.bytes()).toString('latin1')
    t.notRegex(bytes, /\u001b\[3J/, "the scrollback is the operator's")
    t.notRegex(bytes, /\u001b\[\?100[0236]h/, 'the mouse is not captured')
    t.notRegex(bytes, /\u0007|\u001b\]/, 'no bell, no title')
    t.deepEqual(await settled(), { virtual4: 'vlan100', virtual9: 'eth0' })
  })

test('after every resize the screen is a fresh frame', async (t) => {
  const { folder, settled } = await openFolder(t, { confirm: 16 })
  const terminal = await openTerminal(t, folder)
  await type(terminal, apply)
  await terminal.until('virtual9 alone is left', onlyVirtual9)
  const steps: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
    ['shrunk', [[60, 15]]],
    ['grown', [[110, 40]]],
    ['lower', [[110, 20]]],
    ['five sizes', [[70, 20], [200, 50], [61, 16], [90, 30], [80, 24]]],
  ]
  for (const [title, sizes] of steps) {
    // The run goes on meanwhile: a log line may come between the two looks, and then it is looked at again.
    for (let left = 2; ; left -= 1) {
      const found = still(await resized(terminal, sizes))
      const wanted = still(await fresh(terminal))
      const [columns = 0, rows = 0] = sizes.at(-1) ?? []
      t.is(wanted.length, rows)
      t.true(wanted.every((row) => row.length < columns), title)
      t.regex(wanted[1] ?? '', /^ARMED /)
      if (left > 0 && found.join() !== wanted.join()) {
        await terminal.resize(columns + 1, rows)
        await sleep(300)
        continue
      }
      t.deepEqual(found, wanted, title)
      break
    }
  }
  await terminal.resize(30, 6)
  await terminal.until('too small: the verdict alone', (found) => /^ARMED .*0 lost\. *$/.test(found.join(' ')))
  await terminal.resize(80, 24)
  await terminal.until('the whole view again', (found) => found[1]?.startsWith('ARMED') === true)
  await terminal.until('the end', (found) => found.includes('ended 3'))
  t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '0 1')
  t.deepEqual(await settled(), { virtual4: 'vlan100', virtual9: 'eth0' })
})

test('keys: a host, its diff and log, back, help, find, filter, refused Ctrl-Z, and lines after q', async (t) => {
  const { folder, settled } = await openFolder(t, { confirm: 16 })
  const terminal = await openTerminal(t, folder, { columns: 100, rows: 30 })
  await type(terminal, apply)
  await terminal.until('virtual9 alone is left', onlyVirtual9)
  const press = async (key: string, what: string, pleases: (rows: readonly string[]) => boolean): Promise<string[]> => {
    await terminal.keys(key)
    const found = await terminal.until(`${what} (${key})`, pleases, 15_000)
    t.regex(found[1] ?? '', /^ARMED .*0 lost\.$/, `the verdict stays on line 2: ${what}`)
    t.regex(found[2] ?? '', /^If you do nothing: /)
    return found
  }
  const has = (pattern: RegExp) => (rows: readonly string[]): boolean => rows.some((row) => pattern.test(row))
  const main = has(/HOST +STATE +BACK IN/)
  const host = await press('Enter', 'one host', has(/^management path +(was|now) +eth0/))
  t.true(has(/goes back in 0:\d\d/)(host))
  t.true(has(/^ +(now|then) +eth0\+eth1 -> bond0 -> \.100 -> vlan100/)(host))
  await press('d', 'its diff', has(/^lines 1-\d+ of \d+$/))
  await terminal.keys('/', ...'IPADDR=10.1.1.109')
  await press('Enter', 'a line of it', has(/^[-+] +IPADDR=10\.1\.1\.109/))
  await press('Escape', 'back to the host', has(/^management path/))
  await press('l', 'its log', has(/transaction \d/))
  await press('Escape', 'back to the host', has(/^management path/))
  await press('Escape', 'back to the list', main)
  await press('?', 'the keys', has(/^No key changes a host\.$/))
  await press('?', 'back from the keys', main)
  await press('f', 'a filter', has(/TO LOOK AT/))
  await press('Escape', 'no filter', main)
  await press('C-z', 'Ctrl-Z is refused', has(/no: a stopped fleetnet confirms nobody/))
  await terminal.keys('q')
  await terminal.until('the main screen', (found) => !found.some((row) => row.startsWith('If you do nothing')))
  t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '0 1')
  await terminal.until('the end', (found) => found.includes('ended 3'))
  const end = await terminal.screen({ history: true })
  t.true(has(/^\d\d:\d\d:\d\d virtual9 +ROLLED BACK in \d+ s, reachable on 127\.0\.0\.1$/)(end), 'the run went on as lines')
  t.true(has(/No host is armed\. +exit 3$/)(end), 'and has its summary')
  t.deepEqual(await settled(), { virtual4: 'vlan100', virtual9: 'eth0' })
})

await needBuild()
