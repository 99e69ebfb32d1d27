import { isIPv6 } from 'node:net'
import test from 'ava'
import fc from 'fast-check'
import { inSubnet, netmaskOf, normalAddress, parseAddress, prefixOf } from '../../src/model/address.ts'

test('netmasks and prefixes are each other\'s inverse', (t) => {
  for (let prefix = 0; prefix <= 32; prefix += 1) t.is(prefixOf(netmaskOf(prefix)), prefix)
  t.is(netmaskOf(24), '255.255.255.0')
  t.is(netmaskOf(20), '255.255.240.0')
  t.is(prefixOf('255.0.255.0'), undefined)
})

test('what is no address is not read', (t) => {
  for (const text of ['', '10.1.1', '10.1.1.1/33', '10.1.1.1/', '10.1.1.1/24/24', 'fe80::1%eth0/64', '2001:db8::/129']) t.is(parseAddress(text), undefined, text)
})

test('IPv6 has one spelling', (t) => {
  t.is(normalAddress('2001:0DB8:0:0:0:0:0:1/64'), '2001:db8::1/64')
  t.is(normalAddress('::'), '::')
  t.is(normalAddress('::ffff:10.0.0.1'), '::ffff:a00:1')
  t.is(normalAddress('1:0:0:2:0:0:0:3'), '1:0:0:2::3')
  t.is(normalAddress('2001:db8::'), '2001:db8::')
  t.is(normalAddress('10:0:0:10::1'), '10:0:0:10::1')
})

test('normalAddress keeps the value and is stable', (t) => {
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }))
  fc.assert(fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
    const text = groups.map((value) => value.toString(16)).join(':')
    const normal = normalAddress(text)
    t.true(isIPv6(normal), normal)
    t.is(parseAddress(normal)?.value, parseAddress(text)?.value)
    t.is(normalAddress(normal), normal)
  }))
})

test('subnets', (t) => {
  const host = parseAddress('10.1.1.101/24')!
  t.true(inSubnet(host, parseAddress('10.1.1.1')!))
  t.false(inSubnet(host, parseAddress('10.1.2.1')!))
  t.false(inSubnet(host, parseAddress('::a01:101')!))
})
