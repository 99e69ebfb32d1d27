import { spawnSync } from 'node:child_process'
import test, { type ExecutionContext } from 'ava'
import type { CompiledTransaction } from '../../src/model/transaction.ts'
import { parseProgress } from '../../src/transaction/progress.ts'
import { TestHost } from './host.ts'
import { compile, cutOver, file } from './plans.ts'

/** How a private mount namespace can be had here: as root, in a namespace of our own users, or through sudo. */
const namespace = [['unshare', '-m'], ['unshare', '-rm'], ['sudo', '-n', 'unshare', '-m']].find(
  ([program, ...options]) => spawnSync(program ?? '', [...options, 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt'], { stdio: 'ignore' }).status === 0,
)

/** The whole host on a small disk of its own, which nobody else sees; then a script there, with `start` for the transaction. */
const onDisk = (host: TestHost, compiled: CompiledTransaction, todo: string): string => {
  host.write('payload', compiled.payload)
  host.write('line', compiled.start)
  const [program = '', ...rest] = namespace ?? []
  const script = `
    set -e
    R=${host.root}
    mount -t tmpfs -o size=1m tmpfs /mnt
    cp -a "$R/." /mnt/
    mount --bind /mnt "$R"
    cd "$R"
    fill() { dd if=/dev/zero of="$R/etc/fill" bs=4096 2>/dev/null || :; dd if=/dev/zero of="$R/etc/fill2" bs=1 count=4096 2>/dev/null || :; }
    start() { sh -c "$(cat "$R/line")" <"$R/payload"; }
    set +e
    ${todo}
    mount -o remount,rw "$R" 2>/dev/null
    echo "== files"; cat etc/modprobe.conf; cat etc/sysconfig/network-scripts/ifcfg-eth0; ls etc/sysconfig/network-scripts etc/fleetnet etc/rc.d/rc3.d etc/cron.d`
  return spawnSync(program, [...rest, 'sh', '-c', script], { encoding: 'latin1', timeout: 60_000, killSignal: 'SIGKILL', env: { ...process.env, FLEETNET_TEST: host.root } }).stdout
}

const onSmallDisk = (title: string, body: (t: ExecutionContext, host: TestHost) => void, make = () => new TestHost('dash')): void => {
  if (namespace === undefined && !process.env['CI']) {
    test.skip(`${title}: needs a mount namespace (root, or the package sudo)`, () => undefined)
    return
  }
  test(title, (t) => {
    if (namespace === undefined) t.fail('needs a mount namespace')
    using host = make()
    body(t, host)
  })
}

const old = 'alias eth0 e1000\nDEVICE=eth0\nIPADDR=10.0.0.5\n'
const progressOf = (output: string, compiled: CompiledTransaction): ReturnType<typeof parseProgress>[] =>
  output.split('\n').map((line) => parseProgress(line, compiled.nonce)).filter((line) => line !== undefined)

for (const [what, prepare] of [['full', 'fill'], ['read-only', 'mount -o remount,ro,bind "$R"'], ['with room for the upload only', 'dd if=/dev/zero of=etc/fill bs=1024 2>/dev/null; truncate -s -65536 etc/fill']] as const)
  onSmallDisk(`an /etc that is ${what} ends in a clear refusal, and in no change`, (t, host) => {
    const compiled = compile(host, cutOver(host))
    const output = onDisk(host, compiled, `${prepare}\nstart`)
    const last = progressOf(output, compiled).at(-1)
    t.like(last, { type: 'refused', kind: 'disk' }, output)
    const files = output.split('== files\n')[1] ?? ''
    t.true(files.startsWith(old), output)
    t.notRegex(files, /ifcfg-br0|pending|fleetnet-guard|fleetnet-rescuer/)
  })

onSmallDisk('a disk that fills up on trial does not stop the rollback', (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 2, settle: 0.3 } })
  const output = onDisk(host, compiled, 'start >out & until grep -q on-trial out; do sleep 0.1; done; fill; wait; rm etc/fill etc/fill2; cat out')
  const files = output.split('== files\n')[1] ?? ''
  t.like(progressOf(output, compiled).find((line) => line?.type === 'rolling-back'), { why: 'it was not confirmed in time' }, output)
  t.is(progressOf(output, compiled).at(-1)?.type, 'rolled-back')
  t.true(files.startsWith(old), output)
  t.notRegex(files, /ifcfg-br0|pending|fleetnet-guard|fleetnet-rescuer/)
})

onSmallDisk('… nor does a full /tmp beside it, where bash keeps what it reads', (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 2, settle: 0.3 } })
  const output = onDisk(host, compiled, 'mount -t tmpfs -o size=4k tmpfs /tmp; dd if=/dev/zero of=/tmp/fill bs=4096 2>/dev/null; start >out & until grep -q on-trial out; do sleep 0.1; done; fill; wait; rm etc/fill etc/fill2; cat out')
  const files = output.split('== files\n')[1] ?? ''
  t.is(progressOf(output, compiled).at(-1)?.type, 'rolled-back', output)
  t.true(files.startsWith(old), output)
  t.notRegex(files, /ifcfg-br0|pending|fleetnet-guard|fleetnet-rescuer/)
}, () => new TestHost('bash', { parent: '/var/tmp' }))

onSmallDisk('an /etc that turns read-only on trial is not rolled back over and over', (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 2, settle: 0.3 } })
  const output = onDisk(host, compiled, `setsid sh -c "$(cat "$R/line")" <payload >out 2>/dev/null & until grep -q on-trial out; do sleep 0.1; done; : >calls
    mount --bind "$R/etc" "$R/etc"; mount -o remount,ro,bind "$R/etc"
    until grep -q '^ifup' calls; do sleep 0.1; done; sh etc/fleetnet/tx/*/ctl rescue; sleep 8
    echo "$(grep -c '^ifdown eth0' calls) times"
    mkdir -p dev/shm; kill -KILL $(cut -d' ' -f1 etc/fleetnet/tx/*/watchdog) -$!
    setsid sh etc/fleetnet/tx/*/ctl rescue & rescuer=$!
    until [ "$(grep -c '^ifup' calls)" -ge 2 ]; do sleep 0.1; done
    sh etc/fleetnet/tx/*/ctl rescue; sleep 5
    echo "$(grep -c '^ifdown eth0' calls) times with a rescuer"
    kill -KILL -$rescuer; umount -l "$R/etc"`)
  t.regex(output, /^1 times$/m, output)
  t.regex(output, /^2 times with a rescuer$/m, output)
})

onSmallDisk('many files that do not fit are refused before the first is in place', (t, host) => {
  const compiled = compile(host, [...cutOver(host), ...Array.from({ length: 40 }, (_, number) => file(`/etc/big${number}`, 'x'.repeat(3000)))])
  const output = onDisk(host, compiled, 'dd if=/dev/zero of=etc/fill bs=1024 2>/dev/null; truncate -s -400000 etc/fill; start; ls etc')
  t.like(progressOf(output, compiled).at(-1), { type: 'refused', kind: 'disk' }, output)
  t.notRegex(output, /^big/m)
})
