import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import test from 'ava'

const ladder = fileURLToPath(new URL('../../src/transaction/ladder.sh', import.meta.url))

/** Climbs down with a clock that only commands move. Each takes its seconds, or is ended at its limit and a second for TERM. */
const climb = (down: string, up: string, deleting = ':'): { readonly lines: readonly string[]; readonly seconds: number } => {
  const script = `
    . '${ladder}'
    now=100000 settle_time=4500 tries=0
    clock() { :; }
    say() { :; }
    warn() { :; }
    report_output() { :; }
    for nothing in read_tries load_guests record_guests put_files_back put_sysctls_back undo_changes put_default_routes_back put_members_back put_guests_back announce; do eval "$nothing() { :; }"; done
    delete_new_devices() { ${deleting}; }
    kernel_level() { now=$rung_end; }
    is_healthy() { now=$((now + $1)); return 1; }
    timed() {
      limit=$1 takes=$3
      if [ "$takes" -le "$limit" ]; then now=$((now + takes * 100)); else now=$((now + limit * 100 + 200)); fi
      echo "$2 $limit"
    }
    each_undo_down() { ${down || ':'}; }
    each_undo_up() { ${up}; }
    climb_down
    echo $((now - 100000))`
  const lines = execFileSync('sh', ['-c', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trimEnd().split('\n')
  return { lines: lines.slice(0, -1), seconds: Number(lines.at(-1)) / 100 }
}
const step = (name: string, limit: number, takes: number): string => `"$1" 1 ${limit} yes ${name} ${name} ${takes}`

test('an ifdown that hangs leaves 35 s to the ifups', (t) => {
  const { lines } = climb([step('down1', 60, 300), step('down2', 60, 300)].join('\n'), [step('up1', 60, 10), step('up2', 60, 20)].join('\n'))
  t.deepEqual(lines, ['down1 29', 'up1 39', 'up2 29'])
})

test('… also when deleting what it left takes its time', (t) => {
  t.deepEqual(climb(step('down1', 60, 300), step('up1', 60, 10), 'now=$((rung_end + 200))').lines, ['down1 29', 'up1 35'])
})

test('what taking down does not use goes to bringing up', (t) => {
  t.deepEqual(climb(step('down1', 60, 4), step('up1', 70, 60)).lines, ['down1 29', 'up1 66'])
})

test('the bound of the whole stays, whatever hangs', (t) => {
  const { seconds } = climb(step('down1', 60, 300), [step('up1', 60, 300), step('up2', 60, 300)].join('\n'))
  t.true(seconds <= 180 + 45, `${seconds} s`)
})

test('what there was no time for is told', (t) => {
  const script = `. '${ladder}'
    now=100000 rung_end=100050
    clock() { :; }
    warn() { echo "$1"; }
    undo 1 60 yes label ifup eth0`
  t.is(execFileSync('sh', ['-c', script], { encoding: 'utf8' }), 'no time was left for: ifup eth0\n')
})
