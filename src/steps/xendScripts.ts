import { expressionsNamed } from './sxp.ts'

export const xendConfiguration = '/etc/xen/xend-config.sxp'

/** An active `network-script` of xend's configuration. */
export interface XendScript {
  /** Counts from 1. */
  readonly line: number
  /** The whole expression. Example: (network-script network-bridge) */
  readonly text: string
  /** Example: network-bridge */
  readonly script: string
}

/**
 * The active network scripts that do something: all but none, `/bin/true` and `network-dummy`.
 *
 * @example bridgeScripts('(network-script network-bridge)')[0]?.script // network-bridge
 */
export const bridgeScripts = (configuration: string): XendScript[] => expressionsNamed(configuration, 'network-script').flatMap(({ start, end }) => {
  const text = configuration.slice(start, end).replace(/\s+/g, ' ')
  const script = text.replace(/^\(\s*network-script/, '').replace(/\)$/, '').trim().replace(/^(['"])(.*)\1$/, '$2').trim()
  return ['', '/bin/true', 'network-dummy'].includes(script) ? [] : [{ line: configuration.slice(0, start).split('\n').length, text, script }]
})
