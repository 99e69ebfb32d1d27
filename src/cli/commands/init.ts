import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FleetError } from '../../model/errors.ts'
import { bundledSchema } from '../../schema/bundle.ts'
import { firstInventory, firstPlaybook } from './initialTexts.ts'

export interface InitialFile {
  /** Relative to the working folder. */
  readonly path: string
  readonly content: string
}

/** The folder of this package, seen from src and from dist. */
const ownPackage = fileURLToPath(new URL('../../../', import.meta.url))

/** What `fleetnet init` writes into `cwd`: an inventory, a playbook, and what an editor needs to complete both. */
export const initialFiles = (cwd: string, packageFolder: string = ownPackage): InitialFile[] => [
  { path: 'inventory/prod.yaml', content: firstInventory },
  { path: 'playbooks/first.ts', content: firstPlaybook },
  { path: '.fleetnet/schema/inventory.schema.json', content: `${JSON.stringify(bundledSchema('inventory'), undefined, 2)}\n` },
  { path: 'tsconfig.json', content: `${JSON.stringify(tsconfig(cwd, packageFolder), undefined, 2)}\n` },
]

/** A package in a node_modules above `cwd` is found by itself; one that is installed elsewhere has to be pointed to. */
const tsconfig = (cwd: string, packageFolder: string): object => {
  const [owner] = packageFolder.split(`${sep}node_modules${sep}`)
  const reachable = owner !== undefined && owner !== packageFolder && `${cwd}${sep}`.startsWith(`${owner}${sep}`)
  return {
    compilerOptions: {
      target: 'ES2023',
      module: 'Preserve',
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      erasableSyntaxOnly: true,
      skipLibCheck: true,
      types: [],
      ...(reachable ? {} : { paths: { fleetnet: [join(packageFolder, 'dist', 'index.d.ts')] } }),
    },
    include: ['playbooks'],
  }
}

/**
 * Writes them, all or none.
 *
 * @returns the paths that were written, relative to `cwd`
 * @throws FleetError kind usage: files that are there already, each by its name, or a folder that cannot be written
 */
export const writeInitialFiles = async (cwd: string): Promise<string[]> => {
  const files = initialFiles(cwd)
  const there = (await Promise.all(files.map(async ({ path }) => ((await exists(join(cwd, path))) ? [path] : [])))).flat()
  if (there.length > 0)
    throw new FleetError({
      kind: 'usage',
      what: `expected a folder without ${there.join(', ')}, found ${there.length === 1 ? 'it' : 'them'}`,
      next: ['nothing was written; run it in an empty folder, or move the files away'],
    })
  try {
    for (const { path, content } of files) {
      await mkdir(dirname(join(cwd, path)), { recursive: true })
      // `wx`: a file that came between is not overwritten either.
      await writeFile(join(cwd, path), content, { flag: 'wx' })
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FleetError({ kind: 'usage', what: `expected to write into ${cwd}, found: ${why}`, next: ['look at the folder: ls -ld .'], cause })
  }
  return files.map(({ path }) => path)
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, (error: NodeJS.ErrnoException) => error.code !== 'ENOENT')

/** What to do after `fleetnet init`. */
export const nextSteps: readonly string[] = [
  'write your hosts, their addresses and MACs into inventory/prod.yaml',
  'fleetnet facts --inventory prod    # what each host is now',
  'fleetnet plan --inventory prod     # what would change; nothing is touched',
]

/** `fleetnet init` */
export const init = async (): Promise<number> => {
  const written = await writeInitialFiles(process.cwd())
  process.stdout.write(`${['Written:', ...written.map((path) => `  ${path}`), 'Next:', ...nextSteps.map((step) => `  ${step}`)].join('\n')}\n`)
  return 0
}
