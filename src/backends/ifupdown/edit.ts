import type { FileFact } from '../../model/facts.ts'
import { header } from '../comments.ts'
import { deviceOf } from './configs.ts'
import { folder, mainFile, ownFiles } from './paths.ts'
import { isSourced } from './interfaces.ts'
import { commentsOf, readStanzas } from './stanzas.ts'

/** What is left of a file without the stanzas of some devices. */
export interface Rest {
  readonly content: string
  /** Something was taken out, and nothing but comments is left. */
  readonly emptied: boolean
}

/**
 * Takes the stanzas of devices out of a file, and their names out of `auto` and `allow-` lines; every other line stays as it
 * is, comments too. Blank lines after what was taken out go where one stands before it.
 */
export const withoutDevices = (path: string, content: string, devices: ReadonlySet<string>): Rest => {
  const lines: (string | undefined)[] = content.split('\n')
  const stanzas = readStanzas(path, content)
  let left = 0
  let taken = false
  const cut = (from: number, to: number, replacement?: string): void => {
    taken = true
    for (let line = from; line < to; line += 1) lines[line] = undefined
    if (replacement !== undefined) lines[from] = replacement
    else for (const before = lines.slice(0, from).findLastIndex((line) => line !== undefined); lines[to]?.trim() === '' && (before === -1 || lines[before]?.trim() === ''); to += 1) lines[to] = undefined
  }
  for (const stanza of stanzas) {
    if (stanza.kind === 'iface' && devices.has(deviceOf(stanza.name))) cut(stanza.from, stanza.to)
    else if (stanza.kind === 'selection' && stanza.names.some((name) => devices.has(deviceOf(name)))) {
      const kept = stanza.names.filter((name) => !devices.has(deviceOf(name)))
      if (kept.length > 0) left += 1
      cut(stanza.from, stanza.to, kept.length === 0 ? undefined : [/^\s*\S+/.exec(content.split('\n')[stanza.from] ?? '')?.[0] ?? stanza.word, ...kept].join(' '))
    } else left += 1
  }
  return { content: lines.filter((line) => line !== undefined).join('\n'), emptied: taken && left === 0 }
}

const ownName = `${folder}/10-eth0.conf`

/**
 * /etc/network/interfaces without the stanzas of devices that have a file of their own, and with a line that reads these
 * files where it has none: Debian 7's has none, and `source-directory` passes over names with dots.
 */
export const mainWithout = (content: string, devices: ReadonlySet<string>): string => {
  const rest = withoutDevices(mainFile, content, devices).content
  if (isSourced(readStanzas(mainFile, rest), ownName)) return rest
  const start = rest === '' || rest.endsWith('\n') ? rest : `${rest}\n`
  return `${start}${start === '' ? '' : '\n'}source ${ownFiles}\n`
}

/** Whether a file of the folder was written by us, whatever it is called now. */
export const isOurs = (file: FileFact): boolean => file.path.startsWith(`${folder}/`) && commentsOf(file.content)[0] === header
