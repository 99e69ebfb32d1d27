import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { syntaxError } from './errors.ts'

/** The folder that we run from, src or dist, and what serves `fleetnet` there. */
const ownFolder = new URL('../', import.meta.url).href
const ownIndex = new URL(import.meta.url.endsWith('.ts') ? '../index.ts' : '../index.js', import.meta.url).href

/** Whether a module is fleetnet's own: users' playbooks never are, the shipped ones neither. */
export const isOwn = (url: string): boolean => url.startsWith(ownFolder)

/** What was compiled last of each file, so that a syntax error that has no place of its own can be looked for. */
export const sources = new Map<string, string>()

/** Strips types in place, so that lines and columns stay true. Its warning of being experimental is ours to know. */
const strip = (source: string): string => {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(source, { mode: 'strip' })
  } finally {
    process.emitWarning = emitWarning
  }
}

let registered = false

/**
 * Lets this process import playbooks: TypeScript without a build, below node_modules and in folders of type commonjs too
 * (where plain Node refuses it), and `fleetnet` as the fleetnet that runs, installed beside the playbook or not.
 */
export const registerPlaybookHooks = (): void => {
  if (registered) return
  registered = true
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      specifier === 'fleetnet' ? { url: ownIndex, shortCircuit: true } : nextResolve(specifier, context),
    load: (url, context, nextLoad) => {
      if (!url.startsWith('file:') || isOwn(url)) return nextLoad(url, context)
      const file = fileURLToPath(url)
      if (!/\.m?ts$/.test(file)) return nextLoad(url, context)
      const text = readFileSync(file, 'utf8')
      try {
        const source = strip(text)
        sources.set(url, source)
        return { format: 'module', source, shortCircuit: true }
      } catch (error) {
        throw syntaxError(error, file)
      }
    },
  })
}
