import type { ViewState } from './viewState.ts'

/** A key, by what it is called; printable characters are themselves. */
export type Key = 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end' | 'enter' | 'escape' | 'backspace' | 'ctrl-c' | 'ctrl-z' | (string & {})

/** What a key asks for outside of the view's own state. */
export type Wish = 'none' | 'interrupt' | 'leave' | 'repaint'

export interface Pressed {
  readonly state: ViewState
  readonly wish: Wish
}

export const stay = (state: ViewState): Pressed => ({ state, wish: 'none' })
