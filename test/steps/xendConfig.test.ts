import test from 'ava'
import fc from 'fast-check'
import { type NetworkStub, stubNetworkScript } from '../../src/steps/xendConfig.ts'

const cases: readonly (readonly [what: string, before: string, stub: NetworkStub, after: string])[] = [
  ['the default line', '(network-script network-bridge)\n', 'network-dummy', '(network-script network-dummy)\n'],
  ['its arguments too', "(network-script 'network-bridge netdev=eth1 bridge=xenbr1')\n", 'network-dummy', '(network-script network-dummy)\n'],
  ['a script that is there', '(network-script network-bridge)\n', '/bin/true', '(network-script /bin/true)\n'],
  ['commented out', ' (network-script network-bridge)\n', 'comment', ' #(network-script network-bridge)\n'],
  ['an empty one', '(network-script )\n', 'network-dummy', '(network-script network-dummy)\n'],
  ['one without a value', '(network-script)\n', 'network-dummy', '(network-script network-dummy)\n'],
  ['vif-script stays', '(vif-script vif-bridge)\n(network-script network-route)\n', 'network-dummy', '(vif-script vif-bridge)\n(network-script network-dummy)\n'],
  ['a comment that tells of it stays', '# use (network-script network-nat)\n(network-script network-bridge)\n', 'network-dummy', '# use (network-script network-nat)\n(network-script network-dummy)\n'],
  ['a comment after it stays', '(network-script network-bridge) # ours\n', 'network-dummy', '(network-script network-dummy) # ours\n'],
  ['CRLF stays', '(a b)\r\n(network-script network-bridge)\r\n', 'network-dummy', '(a b)\r\n(network-script network-dummy)\r\n'],
  ['a missing last newline stays missing', '(network-script network-bridge)', 'network-dummy', '(network-script network-dummy)'],
  ['only commented lines: one is added after the last', '#(network-script network-bridge)\n# (network-script network-nat)\n(vif-script vif-bridge)\n', 'network-dummy',
    '#(network-script network-bridge)\n# (network-script network-nat)\n(network-script network-dummy)\n(vif-script vif-bridge)\n'],
  ['the same with CRLF', '#(network-script a)\r\n(b c)\r\n', '/bin/true', '#(network-script a)\r\n(network-script /bin/true)\r\n(b c)\r\n'],
  ['a last line that is commented out and has no newline', '#(network-script a)', '/bin/true', '#(network-script a)\n(network-script /bin/true)'],
  ['none at all: added at the end', '(vif-script vif-bridge)', 'network-dummy', '(vif-script vif-bridge)\n(network-script network-dummy)\n'],
  ['none at all needs no comment', '(vif-script vif-bridge)\n', 'comment', '(vif-script vif-bridge)\n'],
  ['two active lines: the first counts, the second goes', '(network-script network-bridge)\n(network-script network-nat)\n', 'network-dummy', '(network-script network-dummy)\n#(network-script network-nat)\n'],
  ['two active lines are both commented out', '(network-script a)\n(network-script b)\n', 'comment', '#(network-script a)\n#(network-script b)\n'],
  ['over two lines', '(network-script\n  network-bridge)\n(x y)\n', 'comment', '#(network-script\n#  network-bridge)\n(x y)\n'],
  ['over two lines, replaced', '(network-script\n  network-bridge)\n(x y)\n', 'network-dummy', '(network-script network-dummy)\n(x y)\n'],
  ['beside another on its line', '(a b) (network-script c) (d e)\n', 'comment', '(a b) #(network-script c)\n (d e)\n'],
  ['inside another', '((network-script c) (d e))\n', '/bin/true', '((network-script /bin/true) (d e))\n'],
  ['a name that only begins so', '(network-script-dir /etc/xen/scripts)\n', 'comment', '(network-script-dir /etc/xen/scripts)\n'],
  ['in quotes it is text', '(note "(network-script a)")\n(network-script b)\n', 'comment', '(note "(network-script a)")\n#(network-script b)\n'],
]

for (const [what, before, stub, after] of cases) {
  test(`network-script, ${stub}: ${what}`, (t) => {
    t.is(stubNetworkScript(before, stub), after)
    t.is(stubNetworkScript(after, stub), after, 'a second time changes nothing')
  })
}

const lineArbitrary = fc.constantFrom('# a comment', '(vif-script vif-bridge)', '(xend-unix-server yes)', '#(network-script network-nat)', '(network-script network-bridge)', "(network-script 'network-bridge bridge=x')", '', '  ')

test('whatever the file: exactly one active line, all others byte for byte, in order', (t) => {
  fc.assert(fc.property(fc.array(lineArbitrary, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, newline, last) => {
    const before = lines.join(newline) + (last && lines.length > 0 ? newline : '')
    const after = stubNetworkScript(before, 'network-dummy')
    const active = after.split(/\r?\n/).filter((line) => line.startsWith('(network-script'))
    t.deepEqual(active, ['(network-script network-dummy)'])
    const others = (text: string): string[] => text.split(/\r?\n/).filter((line) => !line.startsWith('(network-script') && !line.startsWith('#(network-script')).filter((line) => line !== '')
    t.deepEqual(others(after), others(before))
    t.is(after.includes('\r\n'), newline === '\r\n' && (before.includes('\r\n')))
    t.is(stubNetworkScript(after, 'network-dummy'), after)
  }))
})
