// The matrix: faults at every stage and at random instants, on real kernels. FAULTS=1000 makes it longer, SEED another one,
// HOSTS and PLATFORM as its name says.
import test from 'ava'
import { randomFaults, stagedFaults } from './faults.ts'
import { openRack } from './rack.ts'
import { learn, strike, type Struck } from './strike.ts'

const count = Number(process.env['FAULTS'] ?? 30)
const seed = Number(process.env['SEED'] ?? 20_261_121)
const platform = process.env['PLATFORM'] ?? 'debian'
/** Seconds: a host that was away longer tells its story, though it came back. */
const slow = 120
const hosts = Number(process.env['HOSTS'] ?? 5)

test(`${stagedFaults.length} faults at stages and ${count} at random instants: no host is lost, none is mixed`, async (t) => {
  t.timeout(60 * 60_000 + count * 60_000)
  const rack = await openRack({ name: 'fault', hosts, platform })
  try {
    const known = await Promise.all(rack.hosts.map((host) => learn(host)))
    const span = Math.max(...known.map((each) => each.span))
    t.log(`a transaction takes ${(span / 1000).toFixed(1)} s; seed ${seed}`)
    const waiting = [...stagedFaults, ...randomFaults(seed, count, span)]
    const struck: Struck[] = []
    await Promise.all(
      rack.hosts.map(async (host, index) => {
        for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) {
          const own = known[index]
          if (own === undefined) throw new Error('every host was learnt')
          const result = await strike(host, fault, own)
          struck.push(result)
          const line = `${host.name} ${result.fault}: ${result.verdict} after ${result.seconds.toFixed(1)} s, ${result.files || 'no'} files, the run says ${result.outcome ?? 'nothing'}${result.why === '' ? '' : `: ${result.why}`}`
          console.log(line)
          if (result.verdict !== 'back' || result.seconds > slow) console.log(result.story.replace(/^/gm, '  '))
          if (result.verdict !== 'back' || result.files !== 'old' || result.fault.startsWith('clock')) await host.reset()
        }
      }),
    )
    const of = (verdict: Struck['verdict']): Struck[] => struck.filter((each) => each.verdict === verdict)
    console.log(`${struck.length} faults, ${of('back').length} hosts back, ${of('lost').length} lost, ${of('mixed').length} mixed (seed ${seed}, ${platform})`)
    t.is(struck.length, stagedFaults.length + count)
    t.deepEqual(struck.filter((each) => each.verdict !== 'back'), [])
  } finally {
    await rack.close()
  }
})
