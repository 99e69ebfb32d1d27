export { type LiveView, type LiveViewOptions, startLiveView } from './liveView.ts'
export { openTerminalStream, type TerminalStream } from './terminalStream.ts'
