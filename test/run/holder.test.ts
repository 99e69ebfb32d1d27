import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import type { TransactionFact } from '../../src/model/facts.ts'
import { holderOf, holderOfRun, holdRun, letGoOfRun } from '../../src/run/holder.ts'

const pending: TransactionFact = { id: 'x-1', runId: '1114-3f9a', state: 'on trial', secondsLeft: 40 }

/** A working folder, and the folder of a run in it that this process carries out. */
const held = async (t: ExecutionContext): Promise<{ readonly cwd: string; readonly file: string; readonly folder: string }> => {
  const cwd = await mkdtemp(join(tmpdir(), 'fleetnet-holder-'))
  t.teardown(async () => rm(cwd, { recursive: true, force: true }))
  const folder = join(cwd, '.fleetnet/runs/1114-3f9a')
  await holdRun(folder)
  await writeFile(join(folder, 'plan.json'), '{}')
  return { cwd, folder, file: join(folder, 'controller.json') }
}

test('a run that is under way names its process; one that has ended, or was killed, nobody', async (t) => {
  const { cwd, folder, file } = await held(t)
  t.regex((await holderOfRun(cwd, '1114-3f9a')) ?? '', new RegExp(`^process ${process.pid} on this machine`))
  const child = spawn('sleep', ['60'])
  const { pid = 0 } = child
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), pid, started: '1' }))
  t.is(await holderOfRun(cwd, '1114-3f9a'), 'nobody', 'another process has its number')
  child.kill('SIGKILL')
  await once(child, 'exit')
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), pid }))
  t.is(await holderOfRun(cwd, '1114-3f9a'), 'nobody', 'killed')
  await letGoOfRun(folder)
  t.is(await holderOfRun(cwd, '1114-3f9a'), 'nobody', 'ended')
})

test('what another machine, a damaged file or a run of another folder is, cannot be told', async (t) => {
  const { cwd, file } = await held(t)
  t.is(await holderOfRun(cwd, '1114-ffff'), undefined)
  t.is(await holderOfRun(cwd, '../../etc'), undefined)
  t.is(await holderOfRun(cwd, ''), undefined)
  const holder: object = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...holder, machine: 'another', boot: 'another' }))
  t.is(await holderOfRun(cwd, '1114-3f9a'), undefined)
  await writeFile(file, '{"pid": -1}')
  t.is(await holderOfRun(cwd, '1114-3f9a'), 'nobody')
})

test('what this machine knows counts more than what the host saw last', async (t) => {
  const { cwd, folder } = await held(t)
  const controller = { from: '10.1.1.9', secondsAgo: 0, connected: true }
  t.regex((await holderOf(cwd, { ...pending, controller })) ?? '', /on this machine/)
  await letGoOfRun(folder)
  t.is(await holderOf(cwd, { ...pending, controller }), undefined)
  const foreign = { ...pending, runId: '1114-0000' }
  t.is(await holderOf(cwd, { ...foreign, controller }), 'a controller at 10.1.1.9')
  t.is(await holderOf(cwd, { ...foreign, controller: { from: '', secondsAgo: 4, connected: false } }), 'a controller, there 4 s ago')
  t.is(await holderOf(cwd, { ...foreign, controller: { from: '', secondsAgo: 30, connected: false } }), undefined)
  t.is(await holderOf(cwd, foreign), undefined)
})
