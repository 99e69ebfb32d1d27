import { createServer, type Server, type Socket } from 'node:net'
import test, { type ExecutionContext } from 'ava'
import { bounded, type Question, type Reach, reachOverTcp } from '../../src/run/reach.ts'
import { watchOutage, type WatchOptions } from '../../src/run/watchOutage.ts'

/** A clock that goes only when it is told to; what waits for a moment is called when it has come. */
const handClock = () => {
  let now = 0
  let waiting: { readonly at: number; readonly call: () => void }[] = []
  const goOn = async (until: number): Promise<void> => {
    for (;;) {
      // What was answered meanwhile is taken in first.
      await new Promise((resolve) => setImmediate(resolve))
      const next = waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      waiting = waiting.filter((one) => one !== next)
      now = next.at
      next.call()
    }
    now = until
  }
  return {
    goOn,
    now: () => now,
    later: (milliseconds: number, call: () => void): (() => void) => {
      const mine = { at: now + milliseconds, call }
      waiting.push(mine)
      return () => {
        waiting = waiting.filter((one) => one !== mine)
      }
    },
  }
}

const way = ({ address, port, answer }: Question): string => `${address}:${port} ${answer}`

/** A host on a clock that is moved by hand. `answers` decides for each question. */
const world = (answers: (question: Question, now: number) => boolean | undefined, more: Partial<WatchOptions> = {}) => {
  const clock = handClock()
  const questions: string[] = []
  const changes: string[] = []
  const reach: Reach = async (question, timeout) => {
    questions.push(way(question))
    const answer = answers(question, clock.now())
    if (answer !== false) return answer
    return new Promise((resolve) => void clock.later(timeout, () => resolve(false)))
  }
  const watch = watchOutage({
    before: '10.1.1.4', after: '10.1.1.4', port: 22, reach, resolve: async (name) => name, now: clock.now, later: clock.later,
    onChange: (silent) => changes.push(`${silent ? 'silent' : 'answers'} ${clock.now()}`), ...more,
  })
  return { watch, clock, questions, changes }
}

test('where the kernel refuses port 9, nothing else is asked, four times a second', async (t) => {
  const { watch, clock, questions, changes } = world((_, now) => now < 2_100 || now >= 5_300)
  watch.prepare()
  await clock.goOn(100)
  watch.start()
  await clock.goOn(10_000)
  watch.stop()
  t.deepEqual(new Set(questions), new Set(['10.1.1.4:9 kernel']))
  t.true(questions.length <= 42)
  const away = watch.outage()
  t.true(Math.abs(3.2 - (away?.seconds ?? 0)) <= (away?.plusMinus ?? 0), JSON.stringify(away))
  t.true((away?.plusMinus ?? 1) <= 0.26)
  t.deepEqual(changes.map((change) => change.split(' ')[0]), ['silent', 'answers'])
})

test('where a firewall drops port 9, the SSH port is asked once a second, and left alone while the run is connected', async (t) => {
  const { watch, clock, questions } = world(({ port }, now) => port === 22 && (now < 3_000 || now >= 9_000))
  watch.prepare()
  await clock.goOn(2_000)
  t.deepEqual(questions, ['10.1.1.4:9 kernel'])
  watch.start()
  await clock.goOn(12_000)
  t.true(questions.filter((question) => question === '10.1.1.4:22 kernel').length <= 11)
  const before = questions.length
  watch.connected()
  await clock.goOn(60_000)
  t.is(questions.length, before)
  watch.disconnected()
  await clock.goOn(62_000)
  t.true(questions.length > before)
  watch.stop()
  const recovery = watch.recovery()
  t.true(Math.abs(6 - (recovery?.seconds ?? 0)) <= (recovery?.plusMinus ?? 0) && (recovery?.plusMinus ?? 9) <= 1, JSON.stringify(recovery))
})

test('on loopback the SSH server has to greet: a refusal would be this machine’s own', async (t) => {
  const { watch, clock, questions } = world(() => true, { before: '127.0.0.7', after: '127.0.0.7', port: 2222 })
  watch.prepare()
  watch.start()
  await clock.goOn(5_000)
  watch.stop()
  t.deepEqual(new Set(questions), new Set(['127.0.0.7:2222 greeting']))
})

test('an address that changes: from the last answer of the old one to the first of the new one', async (t) => {
  const { watch, clock } = world(({ address, port }, now) => (address === '10.1.1.4' ? now < 2_000 : now >= 6_000 && port === 22), { after: '10.1.9.4' })
  watch.prepare()
  await clock.goOn(1)
  watch.start()
  await clock.goOn(9_000)
  watch.stop()
  const away = watch.outage()
  t.true(Math.abs(4 - (away?.seconds ?? 0)) <= (away?.plusMinus ?? 0) && (away?.plusMinus ?? 9) <= 1.1, JSON.stringify(away))
})

test('an old address that answers until the new one does was never away', async (t) => {
  const { watch, clock, changes } = world(({ address }, now) => (address === '10.1.1.4' ? now < 4_000 : now >= 3_000), { after: '10.1.9.4' })
  watch.prepare()
  await clock.goOn(1)
  watch.start()
  await clock.goOn(9_000)
  watch.stop()
  t.is(watch.outage()?.seconds, 0)
  t.deepEqual(changes, [])
})

test('a firewall that stands before the host only after the change does not make it silent for ever', async (t) => {
  const { watch, clock } = world(({ port }, now) => (port === 9 ? now < 2_000 : now < 2_000 || now >= 5_000))
  watch.prepare()
  await clock.goOn(1)
  watch.start()
  await clock.goOn(5_500)
  watch.connected()
  await clock.goOn(8_000)
  watch.disconnected()
  await clock.goOn(12_000)
  watch.stop()
  const away = watch.outage()
  t.true(Math.abs(3.2 - (away?.seconds ?? 0)) <= 0.6, JSON.stringify(away))
})

test('what could not be asked is not taken for silence', async (t) => {
  const { watch, clock, changes } = world((_, now) => (now > 2_000 && now < 4_000 ? undefined : true))
  watch.prepare()
  await clock.goOn(1)
  watch.start()
  await clock.goOn(6_000)
  watch.stop()
  t.deepEqual(changes, [])
  const away = watch.outage()
  t.is(away?.seconds, 0)
  t.true((away?.plusMinus ?? 0) >= 1, 'it may have been away for as long as nobody asked')
})

test('a name that nobody knows gives no figure, and no error', async (t) => {
  const { watch, clock } = world(() => true, { resolve: async () => Promise.reject(new Error('ENOTFOUND')) })
  watch.prepare()
  watch.start()
  watch.heard()
  await clock.goOn(3_000)
  watch.stop()
  t.is(watch.outage(), undefined)
})

test('over the fleet no more questions are under way than are allowed', async (t) => {
  let underWay = 0
  let most = 0
  const slowly: Reach = async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((resolve) => setTimeout(resolve, 5))
    underWay -= 1
    return true
  }
  const reach = bounded(slowly, 3)
  const question: Question = { address: '10.1.1.4', port: 9, answer: 'kernel' }
  const answers = await Promise.all(Array.from({ length: 10 }, async () => reach(question, 100)))
  t.is(most, 3)
  t.is(answers.filter((answer) => answer === undefined).length, 7)
  t.true(await reach(question, 100))
})

const listenOn = async (port: number, greet: boolean): Promise<{ readonly port: number; close(): Promise<void> }> => {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    if (greet) socket.write('SSH-2.0-test\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, resolve)
  })
  const bound = server.address()
  return {
    port: bound === null || typeof bound === 'string' ? 0 : bound.port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

const until = async (t: ExecutionContext, what: string, condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 60_000
  while (!condition()) {
    if (Date.now() > deadline) return t.fail(`${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('over TCP: connected, refused, silent', async (t) => {
  const greeting = await listenOn(0, true)
  const mute = await listenOn(0, false)
  const ask = async (port: number, answer: Question['answer'], timeout = 20_000): Promise<boolean | undefined> => reachOverTcp({ address: '127.0.0.1', port, answer }, timeout)
  // Nothing here keeps the process alive: that is how it has to be.
  const alive = setInterval(() => undefined, 1_000)
  t.teardown(() => clearInterval(alive))
  t.true(await ask(greeting.port, 'greeting'))
  t.true(await ask(greeting.port, 'kernel'))
  t.false(await ask(mute.port, 'greeting', 300))
  t.true(await ask(mute.port, 'kernel'))
  await Promise.all([greeting.close(), mute.close()])
  t.true(await ask(mute.port, 'kernel'), 'a refusal is the kernel’s answer')
  t.false(await ask(mute.port, 'greeting'))
})

test('a real server that stops listening for a while', async (t) => {
  const changes: { readonly silent: boolean; readonly at: number }[] = []
  let server = await listenOn(0, true)
  const { port } = server
  t.teardown(async () => server.close())
  const watch = watchOutage({ before: '127.0.0.1', after: '127.0.0.1', port, reach: reachOverTcp, onChange: (silent) => changes.push({ silent, at: performance.now() }) })
  watch.start()
  watch.heard()
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const closing = performance.now()
  await server.close()
  const closed = performance.now()
  await until(t, 'the silence', () => changes.length === 1)
  const opening = performance.now()
  server = await listenOn(port, true)
  const opened = performance.now()
  await until(t, 'the answer', () => changes.length === 2)
  watch.stop()
  const { seconds = 0, plusMinus = 0 } = watch.outage() ?? {}
  const [least, most] = [(opening - closed) / 1000, (opened - closing) / 1000]
  t.true(seconds + plusMinus >= least, `${seconds} +- ${plusMinus}, at least ${least}`)
  // A question that was under way when the server closed was asked a little before.
  t.true(seconds - plusMinus <= most + 1, `${seconds} +- ${plusMinus}, at most ${most}`)
})
