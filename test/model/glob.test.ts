import test from 'ava'
import { matchesGlob } from '../../src/model/glob.ts'

const cases: readonly (readonly [glob: string, path: string, matches: boolean])[] = [
  ['/etc/a/ifcfg-*', '/etc/a/ifcfg-eth0', true],
  ['/etc/a/ifcfg-*', '/etc/a/b/ifcfg-eth0', false],
  ['/etc/*', '/etc/a/b', false],
  ['/etc/?.conf', '/etc/a.conf', true],
  ['/etc/?.conf', '/etc/axconf', false],
  ['/etc/[1-9]0-*.conf', '/etc/30-bond0.100.conf', true],
  ['/etc/[!1-9]0', '/etc/a0', true],
  ['/etc/[!1-9]0', '/etc/10', false],
  ['/etc/[z-a]', '/etc/[z-a]', true],
  ['/etc/[', '/etc/[', true],
  ['/etc/a+(b)|^$', '/etc/a+(b)|^$', true],
  ['', '', true],
]
for (const [glob, path, matches] of cases) test(`${glob} ${matches ? 'matches' : 'does not match'} ${path}`, (t) => { t.is(matchesGlob([glob], path), matches) })
