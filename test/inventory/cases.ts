import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadInventory, selectHosts } from '../../src/inventory/index.ts'
import { FleetError, FleetErrors } from '../../src/model/errors.ts'

const fixtures = fileURLToPath(new URL('../fixtures/inventory/', import.meta.url))

/** Names of the golden cases: folders of test/fixtures/inventory. */
export const caseNames = (): string[] => readdirSync(fixtures).sort()

export const casePath = (name: string, file = ''): string => `${fixtures}${name}/${file}`

interface Options {
  readonly reference?: string
  readonly set?: readonly string[]
  readonly limit?: string
}

/** What a case comes to: the file that tells it, and its content. Paths of this machine are taken out. */
export const outcome = async (name: string): Promise<{ readonly file: 'expected.json' | 'errors.txt'; readonly content: string }> => {
  const cwd = casePath(name).replace(/\/$/, '')
  const options = existsSync(casePath(name, 'options.json')) ? (JSON.parse(readFileSync(casePath(name, 'options.json'), 'utf8')) as Options) : {}
  const portable = (text: string): string => text.replaceAll(cwd, 'CASE').replaceAll(fileURLToPath(new URL('../..', import.meta.url)), 'PACKAGE/')
  try {
    const inventory = await loadInventory(options.reference ?? 'inventory.yaml', { cwd, home: '/home/operator', set: options.set ?? [] })
    const hosts = selectHosts(inventory, options.limit)
    return { file: 'expected.json', content: `${portable(JSON.stringify({ ...inventory, hosts }, undefined, 2))}\n` }
  } catch (error) {
    if (error instanceof FleetError) return { file: 'errors.txt', content: portable(tell(error)) }
    if (error instanceof FleetErrors) return { file: 'errors.txt', content: portable(error.errors.map(tell).join('')) }
    throw error
  }
}

const tell = ({ kind, position, path, host, what, next }: FleetError): string => {
  const place = [position?.file, position?.line, position?.column].filter((part) => part !== undefined).join(':')
  const about = [...(path === undefined ? [] : [`  path: ${path}`]), ...(host === undefined ? [] : [`  host: ${host}`])]
  return [`${kind} ${place || '-'}: ${what}`, ...about, ...next.map((line) => `  next: ${line}`), ''].join('\n')
}
