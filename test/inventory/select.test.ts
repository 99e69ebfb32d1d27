import test from 'ava'
import fc from 'fast-check'
import { selectHosts } from '../../src/inventory/index.ts'
import { FleetError } from '../../src/model/errors.ts'
import type { Host } from '../../src/model/host.ts'

const host = (name: string): Host => ({
  name,
  groups: [],
  ssh: { host: name, port: 22, user: 'root', connectTimeout: 10, keepalive: 5, become: false },
  platform: {},
  playbook: undefined,
  network: { interfaces: {}, bonds: {}, vlans: {}, bridges: {} },
  group: undefined,
  acknowledge: [],
  vars: {},
  root: '',
  timeouts: {},
  position: { file: 'inventory.yaml' },
})

const names = ['virtual4', 'virtual5', 'virtual6', 'web1', 'web2', 'spare']
const groups = { ovm: ['virtual4', 'virtual5', 'virtual6'], room1: ['virtual4', 'web1'], web: ['web1', 'web2'], nobody: [] }
const fleet = { name: 'prod', hosts: names.map(host), groups }
const select = (limit?: string): string => selectHosts(fleet, limit).map(({ name }) => name).join(' ')

const table: readonly (readonly [string | undefined, string])[] = [
  [undefined, 'virtual4 virtual5 virtual6 web1 web2 spare'],
  ['all', 'virtual4 virtual5 virtual6 web1 web2 spare'],
  ['*', 'virtual4 virtual5 virtual6 web1 web2 spare'],
  ['virtual5', 'virtual5'],
  ['web2,virtual4', 'virtual4 web2'],
  ['web2:virtual4', 'virtual4 web2'],
  [' web2 , virtual4 ,', 'virtual4 web2'],
  ['ovm', 'virtual4 virtual5 virtual6'],
  ['ovm,web', 'virtual4 virtual5 virtual6 web1 web2'],
  ['ovm,!virtual5', 'virtual4 virtual6'],
  ['!virtual5,ovm', 'virtual4 virtual6'],
  ['!ovm', 'web1 web2 spare'],
  ['ovm:&room1', 'virtual4'],
  ['&room1', 'virtual4 web1'],
  ['ovm:web:&room1:!virtual4', 'web1'],
  ['virtual*', 'virtual4 virtual5 virtual6'],
  ['virtual?', 'virtual4 virtual5 virtual6'],
  ['virtual[4-5]', 'virtual4 virtual5'],
  ['virtual[!4-5]', 'virtual6'],
  ['virtual[46]', 'virtual4 virtual6'],
  ['room*', 'virtual4 web1'],
  ['w?b', 'web1 web2'],
  ['all,!w*[12]', 'virtual4 virtual5 virtual6 spare'],
]

for (const [limit, expected] of table) test(`--limit ${limit ?? 'absent'}`, (t) => t.is(select(limit), expected))

const wrong: readonly (readonly [string, RegExp, RegExp])[] = [
  ['virtul4', /no host and no group is called `virtul4` in prod/, /did you mean `virtual4`/],
  ['ovn', /`ovn`/, /did you mean `ovm`/],
  ['!virtul4', /`virtul4`/, /did you mean/],
  ['&nothing-like-it', /`nothing-like-it`/, /groups are ovm, room1, web, nobody, hosts virtual4/],
  ['xen*', /no host and no group fits `xen\*`/, /groups are/],
  ['constructor', /`constructor`/, /groups are/],
  ['virtual[6-4]', /fits `virtual\[6-4\]`/, /./],
  ['ovm,!ovm', /leaves none of 6 in prod/, /excludes/],
  ['ovm:&web', /leaves none/, /keeps only/],
  ['nobody', /leaves none/, /./],
  ['', /found nothing/, /for example/],
  [' , ', /found nothing/, /for example/],
]

for (const [limit, what, next] of wrong)
  test(`--limit ${limit} is an error`, (t) => {
    const error = t.throws(() => select(limit), { instanceOf: FleetError })
    t.is(error?.kind, 'usage')
    t.regex(error?.what ?? '', what)
    t.regex(error?.next.join(' ') ?? '', next)
  })

test('a selection is what set arithmetic says, in the order of the inventory', (t) => {
  const pattern = fc.constantFrom(...names, 'ovm', 'room1', 'web', 'all')
  const hostsOf = (one: string): readonly string[] => (one === 'all' ? names : Object.entries(groups).find(([group]) => group === one)?.[1] ?? [one])
  const some = fc.array(pattern, { maxLength: 3 })
  fc.assert(fc.property(some, some, some, fc.infiniteStream(fc.nat()), (plain, and, not, order) => {
    const patterns = [...plain, ...and.map((one) => `&${one}`), ...not.map((one) => `!${one}`)]
    fc.pre(patterns.length > 0)
    const shuffled = patterns.map((one) => ({ one, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ one }) => one)
    const expected = names.filter((name) => {
      const isIn = (one: string): boolean => hostsOf(one).includes(name)
      return (plain.length === 0 || plain.some(isIn)) && and.every(isIn) && !not.some(isIn)
    })
    if (expected.length === 0) t.throws(() => select(shuffled.join(',')), { instanceOf: FleetError })
    else t.is(select(shuffled.join(':')), expected.join(' '))
  }))
})
