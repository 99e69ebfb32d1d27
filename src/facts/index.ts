export { parseProbe } from './parse.ts'
export { mergeRequests } from './request.ts'
export { digestFunctions, probeCommand, probeScript, type ScriptPlace } from './script.ts'
export { sysctlPath } from './shellWords.ts'
