// One fault, and what became of the host.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Fault, nameOf } from './faults.ts'
import { filesOf, type Files, leftovers, whichFiles } from './files.ts'
import type { Running, TestHost } from './rack.ts'

/** What a host has before, and what it has once committed. */
export interface Known {
  readonly before: Files
  readonly after: Files
  /** Milliseconds from the sending of the transaction to the end of the run. */
  readonly span: number
}

export type Verdict = 'back' | 'lost' | 'mixed' | 'wrong'

export interface Struck {
  readonly fault: string
  readonly verdict: Verdict
  /** What the controller said, where it lived to say it. */
  readonly outcome: string | undefined
  readonly files: string
  /** Seconds from the fault until the host answered. */
  readonly seconds: number
  /** What is not as it has to be. */
  readonly why: string
  /** What the run and the host's own log tell, where it ended badly or took long. */
  readonly story: string
}

/** Seconds: T1 and T2 of these runs, a boot, and room for a machine that does four other things. */
export const timeouts = { cutOver: 90, confirm: 40 } as const
const patience = 300

/** A commit as it should be, with its time. The host is as on its first day again afterwards. */
export const learn = async (host: TestHost, attempts = 3): Promise<Known> => {
  const before = await filesOf(host)
  const running = await host.start(['apply', '--yes', '-i', 'one', '--format', 'json'], { timeouts: { cutOver: 180, confirm: 180 } })
  await running.when(sent)
  const began = performance.now()
  const ended = await running.ended
  const span = performance.now() - began
  if (ended.outcome !== 'committed') {
    // Several hosts commit at once here, on a machine that may be busy: one may be too slow once, not three times.
    if (attempts === 1) throw new Error(`${host.name}: ${ended.outcome}\n${ended.stdout}${ended.stderr}`)
    await host.reset()
    return learn(host, attempts - 1)
  }
  const after = await filesOf(host)
  await host.reset()
  return { before, after, span }
}

const sent = (event: Parameters<Parameters<Running['when']>[0]>[0]): boolean => event.type === 'host-state' && event.detail === 'sending the transaction'

/** What cannot be looked at is never `back`. */
export const strike = async (host: TestHost, fault: Fault, known: Known): Promise<Struck> => {
  try {
    return await strikeAndLook(host, fault, known)
  } catch (error) {
    return { fault: nameOf(fault), verdict: 'wrong', outcome: undefined, files: '', seconds: Number.NaN, why: String(error), story: '' }
  }
}

const strikeAndLook = async (host: TestHost, fault: Fault, known: Known): Promise<Struck> => {
  const running = await host.start(['apply', '--yes', '-i', 'one', '--format', 'json'], { timeouts })
  if ('stage' in fault.moment) await running.when(fault.moment.at)
  else {
    await running.when(sent)
    await sleep(fault.moment.milliseconds)
  }
  const mend = await cause(host, fault, running)
  const struck = performance.now()
  const back = host.back(patience).then((answered) => ({ answered, seconds: (performance.now() - struck) / 1000 }))
  await mend()
  const { outcome, stdout } = await Promise.race([running.ended, sleep(patience * 1000, { outcome: 'the run did not end', stdout: '' }, { ref: false })])
  running.process.kill('SIGKILL')
  const { answered, seconds } = await back
  if (!answered || !(await host.back(patience))) return { fault: nameOf(fault), outcome, seconds, verdict: 'lost', files: '', why: `no answer in ${patience} s`, story: stdout }
  const left = await untilClean(host)
  const told = { fault: nameOf(fault), outcome, seconds, story: `${stdout}${(await host.ssh('tail -n 100 /etc/fleetnet/tx/*/log /proc/uptime')).stdout}` }
  const files = whichFiles(await filesOf(host), known)
  if (files.startsWith('mixed')) return { ...told, verdict: 'mixed', files, why: files }
  const contradiction = contradicts(outcome, files)
  if (contradiction || left !== '') return { ...told, verdict: 'wrong', files, why: contradiction || `left on the host: ${left}` }
  return { ...told, verdict: 'back', files, why: '' }
}

/** The controller's word and the host's files are one truth. */
const contradicts = (outcome: string | undefined, files: string): string => {
  if (outcome === 'lost' || outcome === 'the run did not end') return `the run says: ${outcome}`
  if (outcome === 'committed' && files !== 'new') return 'the run says committed, and the files are the old ones'
  if ((outcome === 'rolled back' || outcome === 'failed') && files !== 'old') return `the run says ${outcome}, and the files are the new ones`
  return ''
}

const untilClean = async (host: TestHost): Promise<string> => {
  const end = Date.now() + patience * 1000
  for (;;) {
    const left = await leftovers(host)
    if (left === '' || Date.now() > end) return left
    await sleep(4000)
  }
}

/** Lets it happen; what it resolves to undoes what would last: a cable is plugged in again. */
const cause = async (host: TestHost, { kind }: Fault, running: Running): Promise<() => Promise<void>> => {
  const nothing = async (): Promise<void> => undefined
  switch (kind) {
    case 'power cut':
      await host.powerCut()
      return nothing
    case 'two power cuts':
      await host.powerCut()
      await sleep(4000)
      await host.powerCut()
      return nothing
    case 'restart by a person': {
      const boots = await host.boots()
      await host.type('reboot\n')
      // It still answers for a while.
      const end = Date.now() + patience * 1000
      while ((await host.boots()) === boots) {
        if (Date.now() > end) throw new Error(`${host.name} was told to restart, and did not in ${patience} s`)
        await sleep(500)
      }
      return nothing
    }
    case 'controller killed':
      running.process.kill('SIGKILL')
      return nothing
    case 'link cut': {
      for (const nic of host.host.nics) await host.switch('port', host.name, nic.name, 'down')
      return async () => {
        await sleep(15_000)
        for (const nic of host.host.nics) await host.switch('port', host.name, nic.name, 'up')
      }
    }
    case 'watchdog killed':
      await host.type("pkill -9 -f 'fleetnet/tx/.*/ctl watchdog'\n")
      return nothing
    case 'supervisor killed':
      await host.type("pkill -9 -f 'fleetnet/tx/.*/ctl supervise'\n")
      return nothing
    case 'clock set back':
      await host.type("date -s '1 hour ago'\n")
      return nothing
  }
}
