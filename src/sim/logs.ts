import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulatedFault } from './spec.ts'

/** Milliseconds between looks at the logs: well below what a step takes. */
const interval = 10

/** Looks for the text of a fault in the logs of a host's transactions, while there is such a fault. */
export const watchLogs = (
  root: string,
  on: { readonly faults: () => readonly SimulatedFault[]; readonly powerCut: () => void; readonly killed: () => void },
): { open(): void; close(): void } => {
  let timer: NodeJS.Timeout | undefined
  const close = (): void => {
    clearInterval(timer)
    timer = undefined
  }
  const look = (): void => {
    const waiting = on.faults().filter((fault) => fault.type === 'power-cut-at' || fault.type === 'supervisor-killed-at')
    if (waiting.length === 0) return close()
    for (const { folder, log } of transactionLogs(root))
      for (const fault of waiting) {
        if (!log.includes(fault.logged)) continue
        if (fault.type === 'power-cut-at') return on.powerCut()
        killSupervisor(folder)
        on.killed()
      }
  }
  return {
    open() {
      timer ??= setInterval(look, interval)
      timer.unref()
    },
    close,
  }
}

const transactionLogs = (root: string): { readonly folder: string; readonly log: string }[] => {
  const all = join(root, 'etc/fleetnet/tx')
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return ''
    }
  }
  try {
    return readdirSync(all).map((id) => ({ folder: join(all, id), log: read(join(all, id, 'log')) }))
  } catch {
    return []
  }
}

/** The supervisor writes down who it is: process id, start time, boot id. */
const killSupervisor = (folder: string): void => {
  try {
    process.kill(Number(readFileSync(join(folder, 'supervisor'), 'utf8').split(' ')[0]), 'SIGKILL')
  } catch {
    // it has ended
  }
}
