import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import type { RunEvent } from '../../src/model/events.ts'
import { openJournal, readJournal } from '../../src/run/journal.ts'

const log = (text: string): RunEvent => ({ type: 'host-log', time: '2026-11-14T02:13:31.000+01:00', host: 'virtual4', stage: 'probe', text })

test('events are appended, synced, private, and read back; a line that was cut is passed over', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-journal-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const journal = await openJournal(join(folder, 'run'))
  journal.listener(log('one'))
  journal.listener(log('two'))
  await journal.synced()
  t.is((await readFile(join(folder, 'run', 'events.jsonl'), 'utf8')).split('\n').length, 3)
  journal.listener(log('three'))
  await journal.close()
  await appendFile(join(folder, 'run', 'events.jsonl'), '{"type":"host-lo')
  const texts: string[] = []
  for await (const event of readJournal(join(folder, 'run'))) if (event.type === 'host-log') texts.push(event.text)
  t.deepEqual(texts, ['one', 'two', 'three'])
  t.is((await stat(join(folder, 'run'))).mode & 0o777, 0o700)
  t.is((await stat(join(folder, 'run', 'events.jsonl'))).mode & 0o777, 0o600)
  t.is(await readFile(join(folder, 'run', 'virtual4.log'), 'utf8'), '02:13:31 probe     one\n02:13:31 probe     two\n02:13:31 probe     three\n')
})

test('a journal that cannot be written says so in one sentence', async (t) => {
  const journal = await openJournal(await mkdtemp(join(tmpdir(), 'fleetnet-journal-')))
  await journal.close()
  journal.listener(log('late'))
  const error = await t.throwsAsync(journal.synced())
  t.regex(error.message, /cannot be written/)
})
