import type { FileFact, Release } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { bondModes } from '../../model/network.ts'
import { bondingOptions } from '../bondingOptions.ts'
import { linesOf } from './globals.ts'
import { bondingConf, modprobeConf } from './paths.ts'

/** BONDING_OPTS as pairs, to compare module options with. */
const pairsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]))

/** A mode may be written as its number. */
const sameValue = (wanted: string | undefined, found: string): boolean => wanted === found
  || (wanted !== undefined && wanted === bondModes[Number(found || -1)])

/**
 * One line of a modprobe file. Options that disagree with a bond's own are taken out word by word: `options bond0 …`
 * and `options bonding …` act when the module is loaded before ifup, and max_bonds=2 leaves a stray bond behind.
 */
const cleanLine = (line: string, network: Network, othersRely: boolean): string | undefined => {
  const [verb, name, ...words] = line.trim().split(/\s+/)
  if (verb === 'alias' && name !== undefined && network.bonds[name] && words[0] !== 'bonding') return undefined
  if (verb !== 'options' || name === undefined || (name !== 'bonding' && !network.bonds[name])) return line
  // A bond that we do not manage may live by these.
  if (name === 'bonding' && othersRely) return line
  const bonds = name === 'bonding' ? Object.values(network.bonds) : [network.bonds[name]].flatMap((bond) => bond ?? [])
  const options = bonds.map((bond) => pairsOf(bondingOptions(bond)))
  const kept = words.filter((word) => {
    const [key = '', value = ''] = word.split('=', 2)
    return key !== 'max_bonds' && options.every((pairs) => sameValue(pairs.get(key), value) || (!pairs.has(key) && key === 'debug'))
  })
  if (kept.length === words.length) return line
  return kept.length === 0 ? undefined : [verb, name, ...kept].join(' ')
}

/**
 * What bonding needs outside the network scripts. el5: an alias for each bond, without which initscripts before 8.45.30
 * make none; and one for each of Xen's loopback devices. el6 and el7 load and create a bond by its BONDING_OPTS, so nothing is added; options that disagree are
 * taken out of bonding.conf where it is there.
 *
 * @param othersRely a bond that is not managed has no BONDING_OPTS of its own
 */
export const renderModprobe = (
  network: Network,
  release: Release,
  othersRely: boolean,
  read: (path: string) => { readonly content: string; readonly mode: number } | undefined,
): { readonly path: string; readonly content: string; readonly mode: number }[] => {
  const bonds = Object.keys(network.bonds)
  // ifup of el5 loads what an alias names for a device that is not there.
  const pairs = Object.entries(network.interfaces).flatMap(([name, { peer }]) => (peer === undefined ? [] : [name, peer]))
  if (bonds.length + pairs.length === 0) return []
  const clean = (path: string, aliases: readonly string[]): { path: string; content: string; mode: number } => {
    const present = read(path)
    const lines = linesOf(present?.content ?? '').flatMap((line) => cleanLine(line, network, othersRely) ?? [])
    const has = new Set(lines.map((line) => line.trim().split(/\s+/)).filter(([verb]) => verb === 'alias').map(([, name]) => name))
    const all = [...lines, ...aliases.filter((name) => !has.has(name)).map((name) => `alias ${name} ${network.bonds[name] ? 'bonding' : 'netloop'}`)]
    return { path, content: all.map((line) => `${line}\n`).join(''), mode: present?.mode ?? 0o644 }
  }
  return [...(release === 'el5' ? [clean(modprobeConf, [...bonds, ...pairs])] : []), ...(read(bondingConf) ? [clean(bondingConf, [])] : [])]
}

/**
 * What a bond without BONDING_OPTS comes up with: the driver's own options, and over them those of the alias by which it is
 * loaded. Options that are about the driver alone are left out.
 *
 * @example moduleOptions(files, 'bond0') // mode=1 miimon=100
 */
export const moduleOptions = (files: Readonly<Record<string, FileFact>>, bond: string): string => {
  const lines = [modprobeConf, bondingConf].flatMap((path) => linesOf(files[path]?.content ?? '')).map((line) => line.trim().split(/\s+/))
  const of = (name: string): string[] => lines.filter(([verb, module]) => verb === 'options' && module === name).flatMap(([, , ...words]) => words)
  return [...of('bonding'), ...of(bond)].filter((word) => /^\w+=/.test(word) && !/^(max_bonds|debug)=/.test(word)).join(' ')
}
