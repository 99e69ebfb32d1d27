import test from 'ava'
import fc from 'fast-check'
import type { Change } from '../../src/model/changes.ts'
import { diffOf } from '../../src/plan/index.ts'
import { rowText } from '../../src/report/style.ts'
import { diffLines, diffRows } from '../../src/ui/diffRows.ts'

const file = (content: string, before?: string): Change => ({
  kind: 'file', action: before === undefined ? 'create' : 'change', target: '/etc/x', steps: ['file'], disruptive: false, when: 'stage',
  ...(before === undefined ? {} : { before: { content: before, mode: 0o644, uid: 0, gid: 0 } }), after: { content, mode: 0o755, uid: 0, gid: 0 },
})

test('what the plan room writes is understood', (t) => {
  const diff = [file('#!/bin/sh\nexit 0', '#!/bin/sh\n'), { kind: 'module' as const, action: 'load' as const, target: 'bonding', steps: ['loadBondingModule'], disruptive: false }].map(diffOf).join('\n')
  t.deepEqual(diffLines(diff).map(({ kind, text }) => `${kind}: ${text}`), [
    'file: /etc/x  change  file',
    'hunk: mode 0644 -> 0755',
    'same: #!/bin/sh',
    'added: exit 0',
    'hunk: No newline at end of file',
    'other: module bonding  load  loadBondingModule',
  ])
})

test('a line of a file that looks like a sign, a hunk or a file is still a line of that file', (t) => {
  const content = '--- a\n+++ b\n@@ -1 +1 @@\n/etc/y  change  z\n\n'
  const lines = diffLines(diffOf(file(content)))
  t.deepEqual(lines.filter(({ kind }) => kind === 'added').map(({ text }) => text), ['--- a', '+++ b', '@@ -1 +1 @@', '/etc/y  change  z', ''])
})

test('long lines wrap with a sign, and nothing is hidden', (t) => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 20, max: 120 }), (lines, columns) => {
      const rows = diffRows(diffOf(file(`${lines.join('\n')}\n`)), columns).map(rowText)
      for (const row of rows) t.true(row.length <= columns)
      const added = rows.filter((row) => row.startsWith('+   ')).map((row) => row.slice(4))
      const joined = added.reduce((text, row) => (row.length === columns - 4 && row.endsWith('\\') ? `${text}${row.slice(0, -1)}` : `${text}${row}\n`), '')
      t.is(joined, `${lines.join('\n')}\n`)
    }),
  )
})
