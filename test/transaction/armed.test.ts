import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { rmSync } from 'node:fs'
import { TestHost } from './host.ts'
import { activate, compile, cutOver, file, isOld, traces } from './plans.ts'
import { onHost } from './userlands.ts'

onHost('a guard that the real init does not run is no guard', ['dash'], async (t, host) => {
  host.write('behave/service-fleetnet-guard', 'echo "fleetnet-guard: unrecognized service" >&2; exit 1')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.ended
  t.like(session.progress().at(-1), { type: 'refused', kind: 'refused', why: 'the boot guard was started through the init system, and did not run: fleetnet-guard: unrecognized service' })
  t.true(isOld(host))
  t.deepEqual(traces(host), [])
  t.deepEqual(host.processes(), [])
})

onHost('without cron there is no rescuer, and that is said', ['dash'], async (t, host) => {
  rmSync(host.path('etc/cron.d'), { recursive: true })
  const compiled = compile(host, cutOver(host), { spec: { cron: false }, timeouts: { cutOver: 30, confirm: 0.2, settle: 0.2 } })
  const session = host.start(compiled)
  await session.ended
  t.true(session.progress().some((line) => line.type === 'warning' && line.text.startsWith('no rescuer')))
})

test('what cannot be guarded, or not be said in shell, is refused before anything is sent', (t) => {
  using host = new TestHost('dash')
  const refused = (run: () => unknown): void => void t.throws(run, { instanceOf: FleetError })
  refused(() => compile(host, cutOver(host), { spec: { init: 'none' } }))
  refused(() => compile(host, cutOver(host), { disruptive: false }))
  refused(() => compile(host, [file('/etc/a\nb', 'x')]))
  refused(() => compile(host, [file('/etc/../etc/x', 'x')]))
  refused(() => compile(host, [file('etc/x', 'x')]))
  refused(() => compile(host, [activate({ newDevices: ['a b'] })]))
  refused(() => compile(host, [activate({ up: [{ words: [], timeout: 1, mayFail: false }] })]))
  refused(() => compile(host, [file('/etc/x', 'x')], { spec: { id: '../x' } }))
  refused(() => compile(host, [file('/etc/x', 'x')], { spec: { root: '/tmp/$(id)' } }))
  refused(() => compile(host, [file('/etc/x', 'x')], { spec: { nonce: "'" } }))
  refused(() => compile(host, [file('/etc/x', 'x')], { timeouts: { cutOver: Number.NaN, confirm: 1, settle: 1 } }))
  refused(() => compile(host, [{ kind: 'service', action: 'start', steps: [], target: '-x; id', disruptive: false }]))
})
