import { execFileSync } from 'node:child_process'
import test from 'ava'
import fc from 'fast-check'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import { readAssignments } from '../../src/backends/ifcfg/shell.ts'
import { quote } from '../../src/model/quote.ts'
import type { Release } from '../../src/model/facts.ts'
import { bareFacts, hostWith } from './facts.ts'
import { networks } from './networks.ts'

/** What bash itself makes of each text: it is sourced in a shell of its own and its variables are printed. */
const sourced = (texts: readonly string[], keys: readonly string[]): Record<string, string>[] => {
  const print = keys.map((key) => `printf '%s\\n' "${key}=\${${key}-}"`).join('; ')
  const script = texts.map((text) => `( unset ${keys.join(' ')}; eval ${quote(text)}; ${print}; echo --- )`).join('\n')
  return execFileSync('bash', ['--norc', '-s'], { input: script, encoding: 'utf8' }).split('---\n').slice(0, -1)
    .map((block) => Object.fromEntries(block.trimEnd().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])))
}

const keys = ['DEVICE', 'TYPE', 'IPADDR', 'NETMASK', 'BONDING_OPTS', 'ETHTOOL_OPTS', 'BRIDGING_OPTS', 'HWADDR', 'MASTER', 'SLAVE', 'VLAN', 'BRIDGE', 'GATEWAY', 'IPV6ADDR', 'IPV6ADDR_SECONDARIES', 'MTU']

const own = (text: string, wanted: readonly string[] = keys): Record<string, string> =>
  Object.fromEntries(wanted.map((key) => [key, readAssignments(text).values.get(key) ?? '']))

test('bash reads rendered files as we do', (t) => {
  const texts = (['el5', 'el6', 'el7'] as const satisfies readonly Release[]).flatMap((release) =>
    fc.sample(networks(release), { numRuns: 8, seed: 7 }).flatMap((network) => ifcfg.render({ host: hostWith(network), facts: bareFacts(release) }, { addresses: true }).map(({ content }) => content)))
  t.true(texts.length > 50)
  t.deepEqual(sourced(texts, keys), texts.map((text) => own(text)))
})

test('bash reads what others write as we do', (t) => {
  const texts = [
    'DEVICE=eth0 # the first', 'DEVICE="eth0"#1', "DEVICE='eth 0'", 'DEVICE=e"t"h\'0\'', 'export DEVICE=eth0', '  DEVICE=eth0;TYPE=Bridge', 'DEVICE=eth0 TYPE=Bridge',
    'DEVICE=eth0\nDEVICE=eth1', 'DEVICE=', 'DEVICE=""', 'DEVICE="a\\"b"', 'DEVICE=a\\ b', 'BONDING_OPTS="mode=4 miimon=100"', 'DEVICE=eth0 ; # end', 'DEVICE=eth0#1', '#DEVICE=eth0', 'DEVICE="a#b"', 'DEVICE=#1',
  ]
  for (const text of texts) t.deepEqual(readAssignments(text).problems, [], text)
  t.deepEqual(sourced(texts, keys), texts.map((text) => own(text)))
})

test('what would need a shell, or is damaged, is a problem with its line', (t) => {
  const problems = (text: string): string[] => readAssignments(text).problems.map(({ line, rule }) => `${line} ${rule}`)
  t.deepEqual(problems('DEVICE=eth0\nHWADDR=<INTERFACE MAC ADDRESS>\nONBOOT=yes'), ['2 E02'])
  t.deepEqual(problems('DEVICE=eth0\n>\nMASTER=bond0'), ['2 E02'])
  t.deepEqual(problems('DEVICE=eth0\r\nONBOOT=yes\r\n'), ['1 E02', '2 E02'])
  t.deepEqual(problems('BONDING_OPTS=”mode=1 miimon=100”'), ['1 E03'])
  t.deepEqual(problems('DEVICE=$(hostname)\nDEVICE=`id`\nDEVICE=${X}\nDEVICE="$X"\nif true; then\n. ../network'), ['1 E02', '2 E02', '3 E02', '4 E02', '5 E02', '6 E02'])
  t.deepEqual(problems('DEVICE="eth0\nDEVICE=eth0'), ['1 E02'])
  t.deepEqual(problems('# “quoted” comment\nDEVICE=eth0 # ”too”'), [])
  t.is(readAssignments('DEVICE=eth0\n>\nMASTER=bond0').values.get('MASTER'), 'bond0')
})

test('the init script\'s own classifier finds what a file is, whatever its comments say', (t) => {
  const network = { interfaces: {}, bonds: {}, vlans: {}, bridges: { br0: { ports: [], comment: 'TYPE=Ethernet, DEVICE=none SLAVE=yes' } } }
  const [file] = ifcfg.render({ host: hostWith(network), facts: bareFacts('el6') }, { addresses: true })
  const found = execFileSync('bash', ['--norc', '-c', 'eval $(LANG=C fgrep -e DEVICE= -e TYPE= -e SLAVE=); echo "$DEVICE $TYPE $SLAVE"'], { input: file?.content ?? '', encoding: 'utf8' })
  t.is(found, 'br0 Bridge \n')
})
