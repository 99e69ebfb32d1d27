import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needBuild } from '../cli/bin.ts'
import { find, testWith } from '../transport/needs.ts'
import { openFolder } from './fleet.ts'
import { openTerminal, type } from './tmux.ts'

const test = testWith(find('tmux') !== undefined, 'Debian package tmux')
const apply = 'fleetnet apply -i prod --yes; echo "ended $?"'
const one = { batches: '[1]', hosts: ['virtual9', 'virtual4'] }
const armed = (rows: readonly string[]): boolean => rows.some((row) => /virtual9 +(staging|cutting over|verifying)/.test(row))
const ended = (rows: readonly string[]): boolean => rows.some((row) => /^ended \d+$/.test(row))

test('Ctrl-C once: the armed host finishes, the next one stays untouched, 130', async (t) => {
  const { folder, settled } = await openFolder(t, { ...one, confirm: 15 })
  const terminal = await openTerminal(t, folder)
  await type(terminal, apply)
  await terminal.until('virtual9 is armed', armed)
  await terminal.keys('C-c')
  const stopping = await terminal.until('the verdict', (rows) => rows[1]?.startsWith('STOPPING') === true)
  t.regex(stopping[1] ?? '', /^STOPPING  no host starts any more\. 1 armed finishes, 1 stays untouched\. 0 lost\.$/)
  t.regex(stopping[2] ?? '', /^If you do nothing: armed hosts are confirmed or go back by \d\d:\d\d:\d\d\.$/)
  t.regex(stopping[3] ?? '', /^\^C again: stop watching now\. The armed host then goes back by itself:$/)
  t.regex(stopping[4] ?? '', /^ +virtual9 at \d\d:\d\d:\d\d$/)
  const end = await terminal.until('the end', ended)
  t.true(end.includes('ended 130'))
  t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '0 1')
  t.regex(end.join('\n'), /^1 rolled back, 0 failed, 0 unreachable, 1 not started, 0 lost\.\s+No host is armed\.\s+exit 130$/m)
  t.deepEqual(await settled(), { virtual9: 'eth0', virtual4: 'eth0' })
})

test('Ctrl-C twice: nobody is waited for, and it is said who is armed and until when', async (t) => {
  const { folder, settled } = await openFolder(t, { ...one, confirm: 15 })
  const terminal = await openTerminal(t, folder)
  await type(terminal, apply)
  await terminal.until('virtual9 is armed', armed)
  await terminal.keys('C-c')
  await terminal.until('the verdict', (rows) => rows[1]?.startsWith('STOPPING') === true)
  await terminal.keys('C-c')
  const end = await terminal.until('the end', ended)
  t.true(end.includes('ended 4'), 'its outcome is not known yet: 4 goes before 130')
  t.regex(end.join('\n'), /virtual9 +unknown/)
  t.regex(end.join('\n'), /^1 host may still be armed and goes back by itself unless it was confirmed:\s+virtual9 at \d\d:\d\d:\d\d\.\s+fleetnet status tells\.$/m)
  t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '0 1')
  t.deepEqual(await settled(), { virtual9: 'eth0', virtual4: 'eth0' }, 'it went back by itself')
  await type(terminal, 'clear; fleetnet status -i prod; echo "status $?"')
  await terminal.until('status finds nobody undecided', (rows) => rows.some((row) => /^status \d/.test(row)))
})

for (const signal of ['TERM', 'HUP'])
  test(`kill -${signal} counts as one Ctrl-C`, async (t) => {
    const { folder, settled } = await openFolder(t, { ...one, confirm: 15 })
    const terminal = await openTerminal(t, folder)
    await type(terminal, apply)
    await terminal.until('virtual9 is armed', armed)
    const pid = Number(await terminal.tells('#{pane_pid}'))
    const child = await childOf(pid)
    process.kill(child, `SIG${signal}`)
    await terminal.until('the verdict', (rows) => rows[1]?.startsWith('STOPPING') === true)
    const end = await terminal.until('the end', ended)
    t.true(end.includes('ended 130'))
    t.regex(end.join('\n'), /No host is armed\.\s+exit 130$/m)
    t.is(await terminal.tells('#{alternate_on} #{cursor_flag}'), '0 1')
    t.deepEqual(await settled(), { virtual9: 'eth0', virtual4: 'eth0' })
    const [run = ''] = await readdir(join(folder, '.fleetnet', 'runs'))
    const events = await readFile(join(folder, '.fleetnet', 'runs', run, 'events.jsonl'), 'utf8')
    t.regex(events.trimEnd().split('\n').at(-1) ?? '', /"type":"run-finished"/)
  })

test('kill -9 of the controller: the host goes back, and `reset` gives the terminal back', async (t) => {
  const { folder, settled } = await openFolder(t, { ...one, confirm: 15 })
  const terminal = await openTerminal(t, folder)
  await type(terminal, apply)
  await terminal.until('virtual9 is armed', armed)
  process.kill(await childOf(Number(await terminal.tells('#{pane_pid}'))), 'SIGKILL')
  await terminal.until('the shell', (rows) => rows.includes('ended 137'))
  await terminal.keys(...'reset', 'C-j')
  await terminal.until('the shell again', (rows) => rows[0] === '$')
  t.is(await terminal.tells('#{cursor_flag}'), '1', '`reset` mends the terminal')
  await type(terminal, 'fleetnet status -i prod; echo "status $?"')
  await terminal.until('status tells', (rows) => rows.some((row) => /^status \d/.test(row)))
  t.deepEqual(await settled(), { virtual9: 'eth0', virtual4: 'eth0' })
})

/** The only child of a process. */
const childOf = async (pid: number): Promise<number> => Number((await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim())

await needBuild()
