import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'ava'
import fc from 'fast-check'
import { ifupdown } from '../../src/backends/ifupdown/index.ts'
import { netmaskOf, parseAddress } from '../../src/model/address.ts'
import { devicesOf, type Network } from '../../src/model/network.ts'
import { bareFacts, hostWith } from './facts.ts'
import { caseNames, readCase, readTree } from './golden.ts'
import { networks } from './networks.ts'

/** What Debian's own ifup makes of our files, without doing it: `--no-act` shows its commands. */
const installed = spawnSync('ifup', ['--version']).stdout?.toString().includes('ifup version') === true
const oracle = installed || process.env['CI'] ? test : test.skip
const needs = installed ? '' : ' (needs the Debian package ifupdown)'

/** Files below a folder of their own: absolute names of sources are moved into it. */
const inFolder = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'fleetnet-ifup-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content.replaceAll(/^(source\S* )\/etc/gm, `$1${root}/etc`))
  }
  return root
}

interface Answer {
  readonly commands: string
  readonly complaints: string
  readonly list: readonly string[]
}

const ask = (files: Readonly<Record<string, string>>): Answer => {
  const root = inFolder(files)
  const main = join(root, '/etc/network/interfaces')
  const run = (command: string, ...words: string[]) => spawnSync(command, [`--interfaces=${main}`, `--state-dir=${root}`, ...words], { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } })
  const up = run('ifup', '--no-act', '--verbose', '--all', '--force')
  const list = run('ifquery', '--list')
  rmSync(root, { recursive: true })
  const said = up.stderr.toString().split('\n')
  return { commands: said.join('\n'), list: list.stdout.toString().split('\n').filter((name) => name !== '' && name !== 'lo'),
    complaints: said.filter((line) => line.startsWith('ifup: ') && !/^ifup: (configuring interface|parsing file|reading directory) /.test(line)).join('\n') }
}

/** What a network has to make ifup do. */
const expectations = (network: Network): string[] => devicesOf(network).flatMap(({ name, addresses = [], gateway }) => [
  ...addresses.flatMap((text) => {
    const own = parseAddress(text)
    return own === undefined ? [] : [own.family === 4 ? `ip addr add ${own.address}/${netmaskOf(own.prefix)} ` : `ip -6 addr add ${own.address}/${own.prefix} `]
  }),
  ...(gateway === undefined ? [] : [gateway.includes(':') ? `default via ${parseAddress(gateway)?.address}  dev ${name} ` : `ip route add default via ${gateway}  dev ${name} `]),
])

/** A device comes after everything that it stands on, or a bridge would come up without its port. */
const inOrder = (network: Network, list: readonly string[]): boolean => devicesOf(network).every((device) => {
  const lower = device.kind === 'bridge' ? device.ports : device.kind === 'vlan' ? [device.parent] : []
  return lower.every((name) => !list.includes(name) || list.indexOf(name) < list.indexOf(device.name))
})

for (const name of caseNames(ifupdown)) {
  oracle(`ifup reads the files of ${name}${needs}`, (t) => {
    const { folder, host } = readCase(ifupdown, name)
    const { commands, complaints, list } = ask(readTree(join(folder, 'expected')))
    t.is(complaints, '')
    for (const expected of expectations(host.network)) t.true(commands.includes(expected), `${expected}\n${commands}`)
    const slaves = new Set(Object.values(host.network.bonds).flatMap((bond) => bond.slaves as readonly string[]))
    t.deepEqual(devicesOf(host.network).map((device) => device.name).filter((device) => list.includes(device) === slaves.has(device)), [])
    t.true(inOrder(host.network, list), list.join(' '))
  })
}

oracle(`ifup reads any network's files, each device after what it stands on${needs}`, (t) => {
  fc.assert(fc.property(networks('debian12'), (network) => {
    const facts = bareFacts('debian12')
    const rendered = ifupdown.render({ host: hostWith(network), facts }, { addresses: true })
    const { commands, complaints, list } = ask(Object.fromEntries(rendered.map(({ path, content }) => [path, content])))
    t.is(complaints, '')
    for (const expected of expectations(network)) t.true(commands.includes(expected), `${expected}\n${commands}`)
    t.true(inOrder(network, list), list.join(' '))
  }), { numRuns: 12, endOnFailure: true })
})
