// Run by cut.test.ts as a process of its own: applies one host, and kills itself at one moment of it.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadPlaybook } from '../../src/playbook/index.ts'
import type { Host } from '../../src/model/host.ts'
import { openJournal, planFromPlaybook, startFleetRun } from '../../src/run/index.ts'
import { createSecretSource, createSshTransport } from '../../src/transport/index.ts'
import { killAt } from './stages.ts'

const [settings = '', name = '', index = ''] = process.argv.slice(2)
const hosts: Host[] = JSON.parse(await readFile(settings, 'utf8'))
const folder = dirname(settings)
const playbook = await loadPlaybook('oracle-vm-trunk', { cwd: folder })
const running = startFleetRun({
  runId: `kill-${index.padStart(4, '0')}`,
  command: 'apply',
  inventory: 'test',
  hosts: hosts.filter((host) => host.name === name),
  playbookOf: () => playbook,
  planner: planFromPlaybook,
  transport: createSshTransport({ secrets: createSecretSource({ env: {}, ask: async () => '' }), hostKeys: 'strict' }),
  journal: await openJournal(join(folder, 'killed', name)),
  listeners: [
    (event) => {
      if (killAt[Number(index)]?.at(event) === true) process.kill(process.pid, 'SIGKILL')
    },
  ],
  forks: 1,
  strict: false,
})
await running.result
