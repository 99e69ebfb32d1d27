/** A timer that can stand still while a person is asked. */
export interface Deadline {
  pause(): void
  resume(): void
  clear(): void
}

/** Node runs a longer timer at once. */
const longest = 2 ** 31 - 1

/** Calls `passed` once, after so many milliseconds that were not paused. */
export const createDeadline = (milliseconds: number, passed: () => void): Deadline => {
  let left = Math.min(Math.max(milliseconds, 0), longest)
  let startedAt = 0
  let pauses = 0
  let timer: NodeJS.Timeout | undefined
  let cleared = false
  const start = (): void => {
    startedAt = performance.now()
    timer = setTimeout(passed, left)
  }
  start()
  return {
    pause() {
      pauses += 1
      if (pauses > 1 || cleared) return
      clearTimeout(timer)
      left = Math.max(0, left - (performance.now() - startedAt))
    },
    resume() {
      pauses -= 1
      if (pauses === 0 && !cleared) start()
    },
    clear() {
      cleared = true
      clearTimeout(timer)
    },
  }
}
