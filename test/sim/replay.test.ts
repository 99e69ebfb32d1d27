import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { parseProbe, probeCommand, probeScript } from '../../src/facts/index.ts'
import { noRequest } from '../../src/model/facts.ts'
import { replayProbe, startReplayingFleet } from '../../src/sim/index.ts'
import { createSecretSource, createSshTransport } from '../../src/transport/index.ts'
import { hostFor } from './helpers.ts'

const nonce = (letter: string): string => letter.repeat(32)

test('many hosts answer a recorded probe, each with its own name and the asker’s nonce', async (t) => {
  const recorder = await hostFor(t)
  const request = { ...noRequest, globs: ['/etc/sysconfig/network-scripts/ifcfg-*'] }
  const recorded = (await recorder.run(probeCommand, probeScript(request, { root: recorder.root, nonce: nonce('a') }))).output
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-replay-')))
  const name = (host: number): string => `host${String(host).padStart(4, '0')}`
  const fleet = await startReplayingFleet({ folder, count: 500, answer: replayProbe((host) => recorded.replace('hostname virtual4', `hostname ${name(host)}`)) })
  const transport = createSshTransport({ secrets: createSecretSource({ env: {}, ask: async () => '' }), hostKeys: 'strict' })
  t.teardown(async () => {
    await transport.close()
    await fleet.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const target = (host: number): Parameters<typeof transport.connect>[1] => ({ ...fleet.reach(host).ssh, connectTimeout: 10, keepalive: 5, become: false })
  await Promise.all(
    [0, 1, 42, 499].map(async (host) => {
      const connection = await transport.connect(name(host), target(host))
      const mine = host.toString(16).padStart(32, '0')
      const result = await connection.exec({ command: probeCommand, input: probeScript(request, { root: '', nonce: mine }), timeout: 10_000 }).result
      t.is(result.ended, 'exited')
      const facts = parseProbe(result.stdout, mine)
      t.is(facts.hostname, name(host))
      t.is(Object.keys(facts.files).length, 3)
      t.is((await connection.exec({ command: 'reboot', timeout: 10_000 }).result).code, 127)
      connection.close()
    }),
  )
  t.is(fleet.connections(), 4)
  t.is(fleet.execs(), 8)
})
