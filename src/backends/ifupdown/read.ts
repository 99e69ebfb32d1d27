import type { ReadNetwork, ReadNote } from '../../model/backend.ts'
import type { FileFact } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf, lowerDevices } from '../../model/network.ts'
import { shownSetting } from '../shownSetting.ts'
import { optionName, optionOf, readConfigs, type Config } from './configs.ts'
import { extrasOf } from './extras.ts'
import { readInterfaces } from './interfaces.ts'
import { lowerOf, parseConfigs } from './parse.ts'
import { mainFile } from './paths.ts'

const methods = new Set(['inet static', 'inet manual', 'inet dhcp', 'inet bootp', 'inet6 static', 'inet6 manual', 'inet6 auto'])

/** The line of a stanza that begins with a word, counted from 1; its first one where none does. */
const lineIn = (content: string, from: number, to: number, word: string): number => {
  const at = content.split('\n').slice(from, to).findIndex((line) => line.trim().split(/\s+/)[0] === word)
  return from + Math.max(0, at) + 1
}

/** What keeps a device out of the inventory, by its own stanzas alone. */
const reasonOf = (config: Config, network: Network): Pick<ReadNote, 'what' | 'line'> | undefined => {
  const { device, kind, stanzas } = config
  const [first] = stanzas
  const foreign = stanzas.find(({ family, method }) => !methods.has(`${family} ${method}`))
  if (foreign) return { line: foreign.from + 1, what: `${foreign.family} ${foreign.method} is not managed` }
  const radio = stanzas.find(({ options }) => options.some(([name]) => /^(wpa|wireless)[-_]/.test(name)))
  if (radio) return { line: radio.from + 1, what: 'a wireless device is not managed' }
  if (kind === 'bridge' && /\b(regex|all)\b/.test(optionOf(config, 'bridge_ports') ?? '')) return { line: (first?.from ?? 0) + 1, what: 'a bridge whose ports are picked by a pattern is not managed' }
  if (devicesOf(network).some(({ name }) => name === device)) return undefined
  return kind === 'bond' && config.started ? { line: (first?.from ?? 0) + 1, what: 'a bond without slaves is not managed' }
    : { line: (first?.from ?? 0) + 1, what: 'nothing starts it: there is no auto and no allow-hotplug line for it' }
}

const extraNotes = ({ device, stanzas }: Config, files: Readonly<Record<string, FileFact>>): ReadNote[] => stanzas.flatMap((stanza) => extrasOf({ stanzas: [stanza] }).map((text): ReadNote => {
  const word = text.split(' ')[0] ?? ''
  const { from, to, path } = stanza
  const content = files[path]?.content ?? ''
  const option = stanza.options.find(([name, value]) => `${name} ${value}` === text)
  return { kind: 'kept', path, device, line: lineIn(content, from, to, option?.[0] ?? word), what: `${shownSetting(word, text.slice(word.length + 1), ' ')} has no place in the inventory` }
}))

/** NICs that stanzas stand on without a stanza of their own: a bond's slaves, a VLAN's parent, a bridge's ports. */
const withBareNics = (network: Network): Network => {
  const known = new Set(devicesOf(network).map(({ name }) => name))
  const lower = devicesOf(network).flatMap(({ name }) => lowerDevices(network, name)).filter((name) => name !== '' && !known.has(name))
  return { ...network, interfaces: { ...network.interfaces, ...Object.fromEntries(lower.map((name) => [name, {}])) } }
}

/** What /etc/network/interfaces and its folder say in the inventory's words, stanza by stanza with all that they hold beyond it. */
export const readNetwork = (files: Readonly<Record<string, FileFact>>): ReadNetwork => {
  const { stanzas, unread } = readInterfaces(files)
  const configs = readConfigs(files)
  const network = parseConfigs(configs)
  return {
    network: withBareNics(network),
    // A VLAN that nothing starts lays no claim to its parent.
    standing: configs.map((config) => ({ device: config.device, on: config.kind === 'vlan' && !config.started ? [] : lowerOf(config, configs) })),
    paths: new Map(configs.flatMap(({ device, stanzas: [first] }) => (first === undefined ? [] : [[device, first.path] as const]))),
    notes: [
      ...configs.flatMap((config): ReadNote[] => {
        const reason = reasonOf(config, network)
        const path = config.stanzas[0]?.path ?? mainFile
        return reason === undefined ? extraNotes(config, files) : [{ kind: 'left out', path, device: config.device, ...reason }]
      }),
      ...stanzas.flatMap((stanza): ReadNote[] => (stanza.kind === 'renaming'
        ? [{ kind: 'kept', path: stanza.path, line: stanza.from + 1, what: `${stanza.word} ${stanza.names.join(' ')} is not managed` }]
        : stanza.kind === 'iface' && stanza.options.some(([name]) => /^[A-Z]/.test(name) && optionName(name) === name)
          ? [{ kind: 'mistake', path: stanza.path, line: stanza.from + 1, what: `ifup reads options in small letters: ${stanza.options.map(([name]) => name).filter((name) => /^[A-Z]/.test(name)).join(', ')}` }] : [])),
      ...unread.map((source): ReadNote => ({ kind: 'kept', path: source.path, line: source.from + 1, what: `what \`source ${source.patterns.join(' ')}\` names was not read` })),
    ],
  }
}
