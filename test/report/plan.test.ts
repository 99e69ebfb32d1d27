import { Ajv } from 'ajv'
import test from 'ava'
import fc from 'fast-check'
import { planHtml, planJson, planMarkdown, planText } from '../../src/report/index.ts'
import { groupPlans } from '../../src/report/planGroups.ts'
import { sizeLimit } from '../../src/report/reportDetails.ts'
import { shapeOf } from '../../src/report/shapes.ts'
import { placed, type Topology, topologiesOf } from '../../src/report/topology.ts'
import type { PlannedHost } from '../../src/run/index.ts'
import { readSchema } from '../../src/schema/bundle.ts'
import { details, hostileFleet, plannedFleet } from './plans.ts'

const planned = await plannedFleet()
const hostile = await hostileFleet()

/** So many hosts with the same change, each with values of its own. */
const many = (size: number, filler = ''): PlannedHost[] => {
  const [first] = planned
  if (first === undefined || !('plan' in first.result)) throw new Error('no plan')
  const { plan } = first.result
  return Array.from({ length: size }, (_, index): PlannedHost => {
    const name = `node${index + 1}`
    const changes = plan.changes.map((change) =>
      change.kind === 'file' && change.after !== undefined ? { ...change, after: { ...change.after, content: `${change.after.content.replaceAll('10.1.1.104', `10.9.${Math.floor(index / 250)}.${index % 250}`)}${filler}` } } : change,
    )
    return { ...first, host: { ...first.host, name }, result: { status: 'changes', plan: { ...plan, host: name, changes } } }
  })
}

test('hosts that differ only in their own values get one change', (t) => {
  const { groups, unchanged, failed } = groupPlans(planned)
  t.deepEqual(groups.map(({ hosts }) => hosts.map(({ host }) => host.name)), [['virtual4', 'virtual5', 'virtual6']])
  t.deepEqual(unchanged, ['virtual7'])
  t.deepEqual(failed.map(({ name, unreachable }) => [name, unreachable]), [['virtual22', true]])
})

test('one more changed line makes another change', (t) => {
  const [first, second, ...rest] = planned
  if (first === undefined || second === undefined || !('plan' in second.result)) throw new Error('no plan')
  const { plan } = second.result
  const other: PlannedHost = { ...second, result: { status: 'changes', plan: { ...plan, changes: plan.changes.slice(1) } } }
  t.deepEqual(groupPlans([first, other, ...rest]).groups.map(({ hosts }) => hosts.length), [2, 1])
})

test('the same value is always the same placeholder, and what is replaced can be put back', (t) => {
  const address = fc.ipV4()
  const mac = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 }).map((bytes) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':'))
  fc.assert(
    fc.property(fc.array(fc.oneof(address, mac, fc.constant('virtual4'), fc.constantFrom('IPADDR=', 'via', '02:13:31', 'eth0.100')), { maxLength: 12 }), (words) => {
      const text = words.join(' ')
      const { text: shape, values } = shapeOf(text, 'virtual4')
      t.is(shape.replaceAll(/<(?:MAC|address|name) (\d+)>/g, (_, number: string) => values[Number(number) - 1]?.value ?? ''), text)
      t.is(new Set(values.map(({ kind, value }) => `${kind} ${value.toLowerCase()}`)).size, values.length)
    }),
  )
  t.is(shapeOf('HWADDR=00:14:5E:C0:FF:02', 'virtual11').text, 'HWADDR=<MAC 1>')
  t.is(shapeOf('at 02:13:31 on virtual11 and virtual1', 'virtual1').text, 'at 02:13:31 on virtual11 and <name 1>')
  t.is(shapeOf('fe80::1 2001:db8::2/64', 'x').text, '<address 1> <address 2>/64')
})

test('the JSON is what its schema says, a host name or content that attacks included', (t) => {
  const validate = new Ajv({ strict: false }).compile(readSchema('plan'))
  for (const fleet of [planned, hostile]) t.true(validate(JSON.parse(planJson(fleet, { runId: '1114-3f9a' }))), JSON.stringify(validate.errors))
  t.false(validate({ version: 1, hosts: [{ name: 'a', status: 'fine', changes: [] }] }))
})

/** Every tag of a page, without the text between them. */
const tagsOf = (html: string): string[] => [...html.replace(/<style>[^]*?<\/style>/, '').matchAll(/<[a-zA-Z!/][^>]*>/g)].map(([tag]) => tag)

for (const [name, fleet] of [['an ordinary fleet', planned], ['a fleet that attacks whoever shows it', hostile]] as const) {
  test(`the page of ${name} has no scripts and nothing from elsewhere`, (t) => {
    const html = planHtml(fleet, details)
    t.notRegex(html, /<script/i)
    for (const tag of tagsOf(html)) {
      const words = /^<\/?([a-z0-9!]+)/i.exec(tag)?.[1]?.toLowerCase()
      t.true(['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'p', 'h1', 'h2', 'h3', 'h4', 'ul', 'li', 'pre', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'span', 'figure', 'figcaption', 'svg', 'desc', 'text', 'path', 'rect', 'g'].includes(words ?? ''), tag)
      t.notRegex(tag.replace(/http-equiv/, ''), /\b(?:src|href|on\w+)\s*=|http|url\(/i, tag)
    }
    t.regex(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/)
    t.notRegex(html, /url\(|@import|<link/i)
    // Control bytes are what this is about
    t.notRegex(html, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })
  test(`the page of ${name} is well-formed`, (t) => {
    const open: string[] = []
    for (const tag of tagsOf(planHtml(fleet, details))) {
      const [, slash = '', name_ = '', end = ''] = /^<(\/?)([a-z0-9!]+)[^>]*?(\/?)>$/i.exec(tag) ?? []
      if (['!doctype', 'meta'].includes(name_) || end === '/') continue
      if (slash === '') open.push(name_)
      else t.is(open.pop(), name_, tag)
    }
    t.deepEqual(open, [])
  })
}

test('a hostile host name stays text, in the page and in Markdown', (t) => {
  const html = planHtml(hostile, details)
  t.true(html.includes('&lt;script src=&quot;http://evil.example/x.js&quot;&gt;'))
  const markdown = planMarkdown(hostile, details)
  const outside = markdown.replaceAll(/^(`{3,})[^\n]*\n[^]*?\n\1$/gm, '')
  t.notRegex(outside, /(?<!\\)<script/)
  t.notRegex(outside, /(?<!\\)\]\(http/)
  const tables = outside.split('\n').filter((line) => line.startsWith('| virtual4'))
  for (const line of tables) t.is(line.replaceAll(String.raw`\|`, '').split('|').length, 6, 'a bar in a name makes no cell')
  t.notRegex(planText(hostile), /[\u0000-\u0009\u000b-\u001f]/)
})

test('the sections come in their order, and what is not included before the changes', (t) => {
  const headings = [...planHtml(planned, details).matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text]) => text)
  t.deepEqual(headings, ['In one sentence', 'For the approver', 'Who goes when', 'Not included', 'Distinct changes', 'Appendix'])
  t.deepEqual([...planMarkdown(planned, details).matchAll(/^## (.*)$/gm)].map(([, text]) => text), headings)
})

test('nothing that an approver needs is folded away', (t) => {
  t.notRegex(planHtml(planned, details), /<details/)
})

test('before and after: what is new, what goes, and what carries the session', (t) => {
  const [group] = groupPlans(planned).groups
  if (group === undefined) throw new Error('no group')
  const { before, after } = topologiesOf(group.hosts[0])
  const session = (nodes: readonly { id: string; session: boolean }[] | undefined): string[] => (nodes ?? []).filter((node) => node.session).map(({ id }) => id)
  t.deepEqual(session(before?.nodes), ['eth0', 'eth0 10.1.1.104/24'])
  t.deepEqual(session(after.nodes), ['eth0', 'eth1', 'bond0', 'bond0.100', 'vlan100', 'vlan100 10.1.1.104/24'])
  t.deepEqual(before?.nodes.filter(({ status }) => status === 'removed').map(({ id }) => id), ['eth0 10.1.1.104/24', 'eth1 192.168.9.4/24'])
  t.deepEqual(after.nodes.filter(({ status }) => status === 'kept').map(({ id }) => id), ['eth0', 'eth1'])
  const html = planHtml(planned, details)
  t.is(html.match(/<svg /g)?.length, 2, 'one picture before and one after for the one distinct change')
  t.regex(html, /class="line new session"/)
  t.regex(html, />session<\/text>/)
  t.regex(html, /<title>Before: virtual4<\/title><desc>The session comes in over/)
})

test('above 500 hosts names go to the appendix', (t) => {
  const fleet = many(501)
  const html = planHtml(fleet, { ...details, batches: [fleet.map(({ host }) => host.name)] })
  const [before = '', appendix = ''] = html.split('<h2>Appendix</h2>')
  t.notRegex(before, /node499/)
  t.regex(appendix, /node499/)
  t.regex(before, /501 hosts: 501 change\./)
  t.true(Buffer.byteLength(html) < sizeLimit)
})

test('a page that would be too large leaves the diffs out and says where they are', (t) => {
  const [only] = many(1, 'x'.repeat(600_000))
  if (only === undefined) throw new Error('no plan')
  const html = planHtml([only], details)
  t.true(Buffer.byteLength(html) < sizeLimit)
  t.regex(html, /The diffs are left out, since the page would be too large: fleetnet plan --format json has them\./)
})

test('text without colour has no escape codes, and with colour the same words', (t) => {
  const text = planText(planned)
  t.notRegex(text, /\u001b/)
  // Escape codes are what this is about
  t.is(planText(planned, { color: true }).replaceAll(/\u001b\[[0-9;]*m/g, ''), text)
})

test('contents of secrets are in no output', (t) => {
  const [first] = planned
  if (first === undefined || !('plan' in first.result)) throw new Error('no plan')
  const { plan } = first.result
  const secret: PlannedHost = { ...first, result: { status: 'changes', plan: { ...plan, changes: plan.changes.map((change) => (change.kind === 'file' && change.after !== undefined ? { ...change, secret: true as const, after: { ...change.after, content: 'hunter2' } } : change)) } } }
  for (const output of [planText([secret]), planJson([secret]), planHtml([secret], details), planMarkdown([secret], details)]) t.notRegex(output, /hunter2/)
})

test('a line that passes a column does not run through a device there', (t) => {
  const node = { status: 'kept', session: false } as const
  const topology: Topology = {
    nodes: [{ ...node, id: 'eth0', column: 'NIC', label: 'eth0' }, { ...node, id: 'bond0', column: 'bond', label: 'bond0' }, { ...node, id: 'a', column: 'address', label: '10.1.1.4/24' }],
    edges: [{ ...node, from: 'eth0', to: 'a' }],
  }
  const places = placed(topology)
  t.is(places.get('a')?.row, places.get('eth0')?.row)
  t.not(places.get('bond0')?.row, places.get('eth0')?.row)
})

test('a created file has its name once above mode and content, and a digest keeps more than the name of its kind', async (t) => {
  const planned = await plannedFleet()
  const html = planHtml(planned, details)
  t.regex(html, /network-dummy +create[^<]*<\/pre><pre>mode 0755\n@@ /)
  t.notRegex(html, /network-dummy[^<]*continued/)
  const long = planned.map((host) => (host.facts === undefined ? host : { ...host, facts: { ...host.facts, digest: `sha256sum:${'0123456789abcdef'.repeat(4)}` } }))
  t.regex(planHtml(long, details), /digest sha256sum:0123456789ab</)
})

test('only a saved plan is said to be applied as it is', async (t) => {
  const planned = await plannedFleet()
  const { applyCommand: _, ...unsaved } = details
  t.regex(planHtml(planned, unsaved), /The plan was not saved: an apply plans anew/)
  t.notRegex(planHtml(planned, unsaved), /fleetnet apply -i/)
  t.regex(planHtml(planned, { ...details, applyCommand: 'fleetnet apply change.plan' }), /<pre class="command">fleetnet apply change.plan</)
})
