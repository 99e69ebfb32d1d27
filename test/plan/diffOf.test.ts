import test from 'ava'
import type { Change, FileChange } from '../../src/model/changes.ts'
import { diffOf } from '../../src/plan/index.ts'

const state = (content: string, mode = 0o644, uid = 0) => ({ content, mode, uid, gid: 0 })
const change = (input: Partial<FileChange>): FileChange => ({ kind: 'file', steps: ['file'], target: '/a', disruptive: false, action: 'change', when: 'stage', ...input })

test('a file: head, attributes, hunks', (t) => {
  t.is(diffOf(change({ before: state('a\nb\n'), after: state('a\nc\n', 0o755, 5), steps: ['file', 'line'] })), '/a  change  file line\nmode 0644 -> 0755\nowner 0:0 -> 5:0\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n')
  t.is(diffOf(change({ action: 'create', after: state('x\n', 0o600) })), '/a  create  file\nmode 0600\n@@ -0,0 +1,1 @@\n+x\n')
  t.is(diffOf(change({ action: 'remove', before: state('x\n') })), '/a  remove  file\n@@ -1,1 +0,0 @@\n-x\n')
  t.is(diffOf(change({ action: 'create', after: state('') })), '/a  create  file\n')
})

test('a missing last newline is shown', (t) => {
  t.is(diffOf(change({ before: state('a'), after: state('a\n') })), '/a  change  file\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n')
})

test('a secret is never shown, whatever kind of change', (t) => {
  const secret = 'hunter2'
  const changes: Change[] = [
    change({ secret: true, before: state(`old ${secret}\n`), after: state(`${secret}\n`, 0o600) }),
    change({ secret: true, action: 'create', after: state(secret) }),
    { kind: 'sysctl', action: 'set', steps: ['own'], target: 'kernel.x', before: secret, after: secret, disruptive: false, secret: true },
    { kind: 'command', action: 'run', steps: ['own'], target: `echo ${secret}`, command: `echo ${secret}`, timeout: 5, disruptive: false, reason: 'x', secret: true },
  ]
  for (const each of changes) t.notRegex(diffOf(each), /hunter2/)
  t.regex(diffOf(changes[0] ?? change({})), /mode 0644 -> 0600\n\(its content is not shown\)/)
})

test('what a terminal would obey is written out', (t) => {
  t.is(diffOf(change({ before: state(''), after: state('a\x1b[2J\r\n\u202e\n') })), '/a  change  file\n@@ -0,0 +1,2 @@\n+a\\x1b[2J\\x0d\n+\\u202e\n')
})

test('other kinds: one line each', (t) => {
  t.is(diffOf({ kind: 'module', action: 'load', steps: ['module'], target: '8021q', disruptive: true }), 'module 8021q  load  module  (can cut the connection)\n')
  t.is(diffOf({ kind: 'sysctl', action: 'set', steps: ['sysctl'], target: 'vm.a', before: '1', after: '2', disruptive: false }), 'sysctl vm.a  set  1 -> 2  sysctl\n')
  t.is(diffOf({ kind: 'command', action: 'run', steps: ['command'], target: 'a\nb', command: 'a\nb', timeout: 5, disruptive: false, reason: 'why' }).split('\n').length, 3)
})
