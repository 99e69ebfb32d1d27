import { Text, useInput } from 'ink'
import { createElement, type ReactElement } from 'react'
import { keysOf } from './keys.ts'
import type { Key } from './press.ts'

/**
 * The Ink side of the view: one text as large as the window, and the keyboard. What is in the text is decided by
 * frame(), which is pure; rows are cut to the window there, so that nothing is left to lay out.
 *
 * Plain createElement instead of JSX: so this file, too, runs under Node's type stripping, and tests need no build.
 */
export const Screen = ({ text, onKey }: { readonly text: string; readonly onKey: (key: Key) => void }): ReactElement => {
  useInput((input, key) => {
    for (const name of keysOf(input, key)) onKey(name)
  })
  return createElement(Text, { wrap: 'truncate' }, text)
}
