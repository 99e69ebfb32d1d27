// A view in a process that dies of an error of its own, for terminalStream.test.ts.
import { startLiveView } from '../../../src/ui/liveView.ts'
import { rolling } from '../stories.ts'

const view = startLiveView({ stdout: process.stdout, stdin: process.stdin, env: { LANG: 'C', TERM: 'xterm' }, onInterrupt: () => undefined })
for (const event of rolling().events) view.listener(event)
setTimeout(() => {
  throw new Error('boom')
}, 1_200)
