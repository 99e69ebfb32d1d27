import type { SwitchFacts } from '../model/network.ts'
import { definedOnly } from './bondingOptions.ts'

/** The first comment of every file that is ours. */
export const header = 'Written by fleetnet'

/**
 * Text for a comment: one line, and never `KEY=`, because the init script greps for `DEVICE=`, `TYPE=` and `SLAVE=`
 * anywhere in a line. No backslash at its end: to ifupdown 0.7 the next line would belong to it.
 */
export const commentText = (text: string): string => text.replace(/[\x00-\x1f\x7f]+/g, ' ').replace(/\s*=\s*/g, ' = ').trim()
  .replace(/[\s\\]+$/, '')

/** What is known of the switch, one line a fact, so that it can be read back. */
export const switchLines = (facts: SwitchFacts): string[] =>
  [
    ['name', facts.name],
    ['port channel', facts.portChannel],
    ['ports', facts.ports?.join(', ')],
    ['LACP', facts.lacp === undefined ? undefined : facts.lacp ? 'yes' : 'no'],
    ['VLANs', facts.vlans?.join(', ')],
  ].flatMap(([what, value]) => (value === undefined || value === '' ? [] : [`Switch ${what}: ${commentText(value)}`]))

const switchFact = /^Switch (?<what>name|port channel|ports|LACP|VLANs): (?<value>.*)$/

/** The inverse of switchLines. */
export const readSwitch = (comments: readonly string[]): SwitchFacts | undefined => {
  const facts = new Map(comments.flatMap((comment) => {
    const { what, value } = switchFact.exec(comment)?.groups ?? {}
    return what === undefined || value === undefined ? [] : [[what, value] as const]
  }))
  const lacp = facts.get('LACP')
  const split = (value: string | undefined): string[] | undefined => value?.split(', ')
  return facts.size === 0 ? undefined : definedOnly({
    name: facts.get('name'),
    portChannel: facts.get('port channel'),
    ports: split(facts.get('ports')),
    lacp: lacp === undefined ? undefined : lacp === 'yes',
    vlans: split(facts.get('VLANs'))?.map(Number),
  })
}

/** The operator's own comment: what is neither our header nor a fact of the switch. */
export const commentOf = (comments: readonly string[]): string | undefined =>
  comments.filter((comment) => comment !== '' && comment !== header && !switchFact.test(comment)).join(' ') || undefined
