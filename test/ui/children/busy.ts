// A run that shows itself on a real standard output, for terminalStream.test.ts. `node busy.ts MODE RESULT-FILE [SECONDS]`
// It measures how long the event loop stood still: that is how long a confirm would have waited.
import { writeFileSync } from 'node:fs'
import { createLines } from '../../../src/report/lines.ts'
import { startLiveView } from '../../../src/ui/liveView.ts'
import { openTerminalStream } from '../../../src/ui/terminalStream.ts'
import { tale } from '../stories.ts'

// The operator's line drops: the command line counts that as one Ctrl-C, the view must survive it.
process.on('SIGHUP', () => undefined)

const [, , mode = '', result = '', seconds = '1.5'] = process.argv
let worst = 0
let ticks = 0
let last = performance.now()
const heart = setInterval(() => {
  worst = Math.max(worst, performance.now() - last - 20)
  last = performance.now()
  ticks += 1
}, 20)

const names = Array.from({ length: 200 }, (_, index) => `host${index}`)
const story = tale()
story.add('02:12:58', { type: 'run-started', runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [names], maxFailures: 0, folder: 'f' } as never)
story.add('02:12:58', { type: 'batch-started', batch: 1, hosts: names } as never)

const stream = openTerminalStream(process.stdout)
const view = mode === 'view' ? startLiveView({ stdout: process.stdout, stdin: process.stdin, env: { LANG: 'C', TERM: 'xterm' }, onInterrupt: () => undefined }) : undefined
const lines = mode === 'lines' ? createLines({ write: (line) => void stream.write(line), verbosity: 2 }) : undefined
const listener = view?.listener ?? lines?.listener ?? ((event) => void process.stdout.write(`${JSON.stringify(event)}\n`))
for (const event of story.events) listener(event)

const until = performance.now() + Number(seconds) * 1000
let events = 0
let memory = 0
// The first moments are spent loading Ink, which stops the event loop for a moment and has nothing to do with the terminal.
await new Promise((resolve) => setTimeout(resolve, 1200))
worst = 0
while (performance.now() < until + 1200) {
  for (let index = 0; index < 20; index += 1) {
    const more = tale()
    const host = `host${(events += 1) % 200}`
    more.state('02:13:00', host, 'verifying', `try ${events}`, 'verify')
    more.log('02:13:00', host, 'verify', `${'x'.repeat(60)} ${events}`)
    for (const event of more.events) listener(event)
  }
  await new Promise((resolve) => setTimeout(resolve, 10))
  memory = Math.max(memory, process.memoryUsage().rss)
}
clearInterval(heart)
writeFileSync(result, JSON.stringify({ worst, ticks, events, memory, gone: stream.isGone(), failure: view?.failure ?? null }))
await view?.stop()
lines?.end()
process.exit(0)
