import test from 'ava'
import type { Connection, ExecRequest } from '../../src/model/connection.ts'
import { FleetError } from '../../src/model/errors.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import type { CompiledTransaction } from '../../src/model/transaction.ts'
import type { HostTurn, RunContext } from '../../src/run/context.ts'
import { settle } from '../../src/run/settle.ts'
import { newTrial } from '../../src/run/transact.ts'
import { hostNamed } from './hosts.ts'

const nonce = '0123456789abcdef0123456789abcdef'
const compiled: CompiledTransaction = { id: 'tx-1', nonce, start: 'start', payload: Buffer.alloc(0), follow: 'follow', followReceived: 'follow received', converse: 'converse' }
const plan: HostPlan = {
  host: 'h1', playbook: 'p', platform: 'el5', backend: 'ifcfg', changes: [], disruptive: true, pathBefore: undefined, pathAfter: undefined, addressAfter: 'h1', warnings: [],
  digest: 'd', request: { globs: [], files: [], modules: [], sysctls: [], services: [], guards: [] }, timeouts: { cutOver: 10, confirm: 10, settle: 5 },
}
const turn: HostTurn = { host: hostNamed('h1'), playbook: { name: 'p', description: '', rolling: { batches: [1], maxFailures: 0 }, steps: [] }, number: 1 }
const options = { plan, compiled, hostKey: 'SHA256:x', why: 'not verified in time' }

/** A run whose host answers every exec with these lines and this status; `connect` may refuse. */
const world = (answer: (request: ExecRequest) => { readonly lines: readonly string[]; readonly code: number }, more: { readonly connect?: () => void; readonly jump?: () => number; readonly canary?: boolean } = {}) => {
  let now = 1_000_000
  const commands: string[] = []
  const connection: Connection = {
    hostKey: 'SHA256:x',
    exec: (request) => {
      commands.push(request.command)
      const { lines, code } = answer(request)
      for (const line of lines) request.onLine?.(line)
      return { result: Promise.resolve({ ended: 'exited', code, stdout: Buffer.alloc(0), stderr: '' }), output: () => Buffer.alloc(0), write: () => undefined, endInput: () => undefined, abort: () => undefined }
    },
    closed: Promise.resolve(),
    close: () => undefined,
  }
  const context: RunContext = {
    runId: 'r', inventory: 'prod', command: 'apply', emit: () => undefined, synced: async () => undefined, strict: false,
    stopping: new AbortController().signal, abandoned: new AbortController().signal, canary: async () => more.canary ?? true, reach: async () => undefined,
    clock: {
      now: () => now,
      sleep: async (milliseconds) => {
        now += more.jump?.() ?? milliseconds
      },
    },
    transport: {
      connect: async () => {
        more.connect?.()
        return connection
      },
      close: async () => undefined,
    },
  }
  return { context, commands }
}

const refuse = (): void => {
  throw new FleetError({ kind: 'connect', what: 'refused', next: ['wait'] })
}

test('a host that never heard of the transaction failed before any change', async (t) => {
  const { context, commands } = world(() => ({ lines: [], code: 3 }))
  const end = await settle(context, turn, newTrial(), options)
  t.is(end.outcome, 'failed')
  t.deepEqual(commands, ['follow'])
})

test('a stranger at the address cannot say so of a host that had told of the transaction', async (t) => {
  const { context, commands } = world(() => ({ lines: [], code: 3 }))
  const end = await settle(context, turn, { ...newTrial(), heard: 4, cutAt: 1_000_000, backAt: 1_010_000 }, options)
  t.is(end.outcome, 'unknown')
  t.deepEqual([...new Set(commands)], ['follow received'])
})

test('a controller that was suspended asks once more before it calls a host lost', async (t) => {
  let asleep = false
  const { context } = world(() => ({ lines: [`${nonce} 12.00 rolling-back why=late`, `${nonce} 13.00 rolled-back degraded=`], code: 0 }), {
    connect: () => {
      if (!asleep) refuse()
    },
    jump: () => {
      asleep = true
      return 600_000
    },
  })
  const end = await settle(context, turn, { ...newTrial(), heard: 0, cutAt: 1_000_000, backAt: 1_010_000 }, options)
  t.is(end.outcome, 'rolled back')
})

test('a host that stays silent is lost when another answers, and unknown when none does', async (t) => {
  const silent = (canary: boolean) => world(() => ({ lines: [], code: 0 }), { connect: refuse, canary })
  t.is((await settle(silent(true).context, turn, newTrial(), options)).outcome, 'lost')
  t.is((await settle(silent(false).context, turn, newTrial(), options)).outcome, 'unknown')
})

test('an end that was heard before is still an end', async (t) => {
  const { context } = world(() => ({ lines: [`${nonce} 12.00 rolling-back why=late`, `${nonce} 13.00 rollback-failed why=no%20gateway`], code: 0 }))
  const end = await settle(context, turn, { ...newTrial(), heard: 2, why: 'late' }, options)
  t.is(end.outcome, 'rolled back')
  t.deepEqual(end.degraded, ['network'])
})

test('a session that falls silent on a settled host is left for another one', async (t) => {
  let sessions = 0
  const { context } = world(() => ({ lines: [`${nonce} 13.00 rolled-back degraded=`], code: 0 }))
  const first: RunContext = {
    ...context,
    transport: {
      ...context.transport,
      connect: async (...given) => {
        const connection = await context.transport.connect(...given)
        sessions += 1
        if (sessions > 1) return connection
        return { ...connection, exec: () => ({ result: new Promise(() => undefined), output: () => Buffer.alloc(0), write: () => undefined, endInput: () => undefined, abort: () => undefined }) }
      },
    },
  }
  const end = await settle(first, turn, newTrial(), { ...options, historySilence: 50 })
  t.is(end.outcome, 'rolled back')
  t.is(sessions, 2)
})

test('a host cannot fill the journal with what it says', async (t) => {
  const told: string[] = []
  const flood = Array.from({ length: 5_000 }, (_, index) => `${nonce} 12.00 warning text=${index}`)
  const { context } = world(() => ({ lines: [...flood, `${nonce} 13.00 rolled-back degraded=`], code: 0 }))
  const end = await settle({ ...context, emit: (event) => void (event.type === 'run-warning' && told.push(event.text)) }, turn, newTrial(), options)
  t.is(end.outcome, 'rolled back')
  t.is(told.length, 500)
  t.regex(told.at(-1) ?? '', /more than is kept/)
})

test('what nothing has activated is told of a host that had committed while nobody heard', async (t) => {
  const { context } = world(() => ({ lines: [`${nonce} 13.00 committed`], code: 0 }))
  const untested: HostPlan = { ...plan, disruptive: false, changes: [{ kind: 'file', action: 'create', steps: ['file'], target: '/etc/sysconfig/network-scripts/ifcfg-br0', disruptive: false, when: 'cut over', after: { content: '', mode: 0o644, uid: 0, gid: 0 } }] }
  const end = await settle(context, turn, newTrial(), { ...options, plan: untested })
  t.is(end.outcome, 'committed')
  t.deepEqual(end.untested, ['/etc/sysconfig/network-scripts/ifcfg-br0'])
})
