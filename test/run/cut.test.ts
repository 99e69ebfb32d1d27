// The link is cut, and the controller killed, at every stage: each host ends with all old or all new files, and answers.
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { openFleet, outcomesOf, startApply, type TestFleet, trunkHost, wrapTransport } from './harness.ts'
import { killAt } from './stages.ts'

/** Whether the host's files are those of before or those of after, and none of each mixed. */
const filesOf = async ({ hosts }: TestFleet, name: string): Promise<'old' | 'new' | 'mixed'> => {
  const root = hosts.find((host) => host.name === name)?.root ?? ''
  const read = async (file: string): Promise<string> => readFile(join(root, 'etc/sysconfig/network-scripts', file), 'utf8').catch(() => '')
  const signs = [
    (await read('ifcfg-eth0')).includes('MASTER=bond0'),
    (await read('ifcfg-eth1')).includes('MASTER=bond0'),
    (await read('ifcfg-bond0')).endsWith('USERCTL=no\n'),
    (await read('ifcfg-bond0.100')).endsWith('USERCTL=no\n'),
    (await read('ifcfg-vlan100')).includes('IPADDR=10.1.1.'),
    !(await read('ifcfg-eth0')).includes('IPADDR='),
  ]
  if (signs.every(Boolean)) return 'new'
  return signs.some(Boolean) ? 'mixed' : 'old'
}

const untilQuiet = async (t: ExecutionContext, { fleet }: TestFleet, name: string): Promise<void> => {
  const until = Date.now() + 60_000
  while ((await fleet.host(name).processCount()) > 0) {
    if (Date.now() > until) return t.fail(`${name} still runs something`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

test('the link is cut at every stage: the run still tells how each host ended, and it is so', async (t) => {
  const fleet = await openFleet(t, killAt.map((_, index) => trunkHost(index + 1)), { timeouts: { cutOver: 12, confirm: 12 } })
  const open = new Map<string, () => void>()
  const transport = wrapTransport(fleet.transport, (connection, host) => {
    open.set(host, () => connection.close())
    return connection
  })
  const cut = new Set<string>()
  const { result } = await startApply(fleet, {
    transport,
    forks: 4,
    onEvent: (event) => {
      if (!('host' in event) || event.host === undefined || cut.has(event.host)) return
      if (killAt[Number(event.host.slice(1)) - 1]?.at(event) !== true) return
      cut.add(event.host)
      open.get(event.host)?.()
    },
  })
  const outcomes = outcomesOf(await result)
  for (const [index, { stage }] of killAt.entries()) {
    const name = `h${index + 1}`
    await untilQuiet(t, fleet, name)
    t.true(cut.has(name), `${stage}: the link was cut`)
    t.true(fleet.fleet.host(name).reachable(), `${stage}: reachable`)
    const files = await filesOf(fleet, name)
    const outcome = outcomes[name] ?? 'no outcome'
    t.regex(outcome, /^(committed|rolled back|failed)$/, stage)
    t.is(files, outcome === 'committed' ? 'new' : 'old', `${stage}: ${outcome}`)
  }
})

test('the controller is killed at every stage: every host puts itself back, or was confirmed', async (t) => {
  const fleet = await openFleet(t, killAt.map((_, index) => trunkHost(index + 1)), { timeouts: { cutOver: 8, confirm: 5 } })
  const settings = join(fleet.folder, 'hosts.json')
  await writeFile(settings, JSON.stringify(fleet.hosts))
  const script = fileURLToPath(new URL('killedController.ts', import.meta.url))
  const one = async (index: number): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [script, settings, `h${index + 1}`, String(index)], { stdio: ['ignore', 'inherit', 'inherit'] })
      child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`))
    })
  // Two at a time: what counts is the order of events, not how loaded the machine is.
  for (let index = 0; index < killAt.length; index += 2) {
    const ends = await Promise.all([one(index), ...(index + 1 < killAt.length ? [one(index + 1)] : [])])
    for (const end of ends) t.is(end, 'SIGKILL')
  }
  for (const [index, { stage }] of killAt.entries()) {
    const name = `h${index + 1}`
    await untilQuiet(t, fleet, name)
    t.true(fleet.fleet.host(name).reachable(), `${stage}: reachable`)
    const files = await filesOf(fleet, name)
    t.true(files === 'old' || (files === 'new' && stage === 'confirming'), `${stage}: ${files}`)
    await fleet.fleet.host(name).reboot()
    t.true(fleet.fleet.host(name).reachable(), `${stage}: reachable after a reboot`)
    t.is(await filesOf(fleet, name), files, `${stage}: the same after a reboot`)
  }
})
