import test from 'ava'
import { type Report, reportText } from '../../bench/table.ts'

const report: Report = {
  version: 1,
  machine: { cores: 2, load: 0.5, model: 'Some CPU', node: '24.0.0', ssh: 'OpenSSH_9.2' },
  hosts: 20,
  rounds: 3,
  files: { written: 14, removed: 1, bytes: 2000 },
  startup: { runs: 9, node: 30, help: 130, beyondNode: 100 },
  results: [
    { name: 'ssh, files', seconds: [1, 2, 3], median: 2, ratio: 1, against: 'ssh, files', connections: [1, 1], execs: [1, 1], wrong: [] },
    { name: 'fleetnet plan', seconds: [0.5, 1, 1.5], median: 1, ratio: 0.5, against: 'ssh, files', aim: 0.6, connections: [1, 2], execs: [1, 1], wrong: ['host02: /etc/motd'] },
  ],
}

test('the table is Markdown: every row has as many cells, in columns of one width', (t) => {
  const rows = reportText(report).split('\n').filter((line) => line.startsWith('|'))
  t.is(rows.length, 4)
  t.deepEqual([...new Set(rows.map((row) => row.length))].length, 1)
  t.deepEqual([...new Set(rows.map((row) => row.split('|').length))], [11])
  t.regex(rows[3] ?? '', /fleetnet plan \| +1\.00 \| +0\.50 to 1\.50 \| +0\.50 \| ssh, files \| <= 0\.6 \| +1 to 2 \| +1 \| WRONG/)
})

test('wrong files are named, and so is what the machine was doing', (t) => {
  const text = reportText(report)
  t.regex(text, /^WRONG FILES: fleetnet plan: host02: \/etc\/motd$/m)
  t.regex(text, /2 cores \(Some CPU\), load 0\.5 before/)
  t.regex(text, /fleetnet --help: 100 ms of CPU beyond Node's own 30 ms/)
})
