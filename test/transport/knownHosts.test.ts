import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import fc from 'fast-check'
import { indexKnownHosts, judgeHostKey, knownName, matches, parseKnownHosts } from '../../src/transport/knownHosts.ts'
import { find, testWith } from './needs.ts'
import { knownLine } from './operator.ts'
import { newKey } from './ssh-server.ts'

const [one, two, rsa] = [newKey(), newKey(), newKey('rsa')]
const bytes = (key: { readonly public: string }): Buffer => Buffer.from(key.public.split(' ')[1] ?? '', 'base64')
const usable = (type: string): boolean => type !== 'ssh-dss'
const judge = (text: string, name: string, key: { readonly public: string }): string =>
  judgeHostKey(bytes(key), indexKnownHosts(parseKnownHosts(text, 'file')).find(name), usable).type
const hash = (name: string): string => {
  const salt = Buffer.from('0123456789abcdefghij')
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`
}

test('names', (t) => {
  t.is(knownName('Host.Example', 22), 'host.example')
  t.is(knownName('10.1.1.101', 2222), '[10.1.1.101]:2222')
  t.is(knownName('fe80::1', 22), 'fe80::1')
})

test('plain, listed, patterned, negated and hashed names', (t) => {
  t.true(matches('a,b', 'b'))
  t.true(matches('Host', 'host'))
  t.false(matches('a,b', 'c'))
  t.true(matches('10.1.*', '10.1.1.5'))
  t.true(matches('10.1.1.?', '10.1.1.5'))
  t.false(matches('10.1.1.?', '10.1.1.55'))
  t.false(matches('*.example,!bad.example', 'bad.example'))
  t.true(matches('*.example,!bad.example', 'good.example'))
  t.false(matches('!bad.example', 'good.example'))
  t.true(matches('[10.1.1.1]:2222', '[10.1.1.1]:2222'))
  t.true(matches(hash('host'), 'host'))
  t.false(matches(hash('host'), 'other'))
  t.false(matches('a'.repeat(50) + '*'.repeat(50), 'b'.repeat(1000)))
})

test('wildcards match as a regular expression does', (t) => {
  const some = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 })
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), minLength: 1, maxLength: 8 }), some, (pattern, name) => {
      const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')}$`)
      return matches(pattern, name) === expression.test(name)
    }),
  )
  t.pass()
})

test('what a file says of a key', (t) => {
  t.is(judge(knownLine('host', one), 'host', one), 'known')
  t.is(judge(knownLine('other,host', one), 'host', one), 'known')
  t.is(judge(knownLine(hash('host'), one), 'host', one), 'known')
  t.is(judge(knownLine('h*', one), 'host', one), 'known')
  t.is(judge(knownLine('other', one), 'host', one), 'unknown')
  t.is(judge('', 'host', one), 'unknown')
  t.is(judge(knownLine('host', one), 'host', two), 'changed')
  t.is(judge(knownLine(hash('host'), one), 'host', two), 'changed')
  t.is(judge(knownLine('host', one) + knownLine('host', two), 'host', two), 'known')
  t.is(judge(knownLine('host', rsa), 'host', one), 'changed', 'a host that had a key of another type was asked for that one')
  t.is(judge('host ssh-dss AAAAB3NzaC1kc3MAAACBAP\n', 'host', one), 'unknown', 'a type that cannot be asked for')
})

test('revoked keys and authorities', (t) => {
  t.is(judge(knownLine('host', one) + `@revoked ${knownLine('*', one)}`, 'host', one), 'revoked')
  t.is(judge(`@revoked ${knownLine('host', one)}`, 'host', two), 'unknown')
  t.is(judge(`@cert-authority ${knownLine('*', one)}`, 'host', one), 'unknown')
  t.is(judge(`@cert-authority ${knownLine('*', one)}${knownLine('host', two)}`, 'host', two), 'known')
})

test('comments, blanks and what cannot be understood', (t) => {
  const text = `# host ssh-ed25519 AAAA\n\n   \nhost\nhost 1024 35 12345\n@unknown host ssh-ed25519 AAAA\n\t${knownLine('host', one)}`
  t.deepEqual(
    parseKnownHosts(text, 'file').map(({ line }) => line),
    [7],
  )
  t.is(parseKnownHosts(`${knownLine('host', one).trim()} a comment\r\n`, 'file').length, 1)
})

test('any text is parsed', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      indexKnownHosts(parseKnownHosts(text, 'file')).find('host')
    }),
  )
  t.pass()
})

testWith(find('ssh-keygen') !== undefined, 'the package openssh-client')('names as ssh-keygen hashes them', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetnet-known-'))
  const file = join(folder, 'known_hosts')
  writeFileSync(file, knownLine('[10.1.1.101]:2222,host.example', one))
  execFileSync('ssh-keygen', ['-H', '-f', file], { stdio: 'ignore' })
  const text = execFileSync('cat', [file]).toString()
  t.true(text.startsWith('|1|'))
  t.is(judge(text, '[10.1.1.101]:2222', one), 'known')
  t.is(judge(text, 'host.example', two), 'changed')
  t.is(judge(text, 'other.example', one), 'unknown')
  rmSync(folder, { recursive: true })
})
