import type { Key as InkKey } from 'ink'
import type { Key } from './press.ts'

type Flags = Pick<InkKey, 'upArrow' | 'downArrow' | 'pageUp' | 'pageDown' | 'home' | 'end' | 'return' | 'escape' | 'backspace' | 'delete' | 'ctrl' | 'meta'>

const named = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['pageUp', 'pageUp'],
  ['pageDown', 'pageDown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
] as const

/**
 * The keys of one input. Keys that were typed faster than they are read come together: `jj` is two keys.
 * Anything else with Ctrl or Alt is no key of ours.
 */
export const keysOf = (input: string, flags: Flags): Key[] => {
  const name = named.find(([flag]) => flags[flag])?.[1]
  if (name !== undefined) return [name]
  if (flags.ctrl) return input === 'c' ? ['ctrl-c'] : input === 'z' ? ['ctrl-z'] : []
  if (flags.meta) return []
  return Array.from(input).flatMap((character) => {
    if (character === '\r' || character === '\n') return ['enter']
    if (character === '\u001a') return ['ctrl-z']
    if (character === '\u0003') return ['ctrl-c']
    return character >= ' ' ? [character] : []
  })
}
