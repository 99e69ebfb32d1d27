import { writeFile } from 'node:fs/promises'
import { userInfo, hostname } from 'node:os'
import { extname } from 'node:path'
import { FleetError } from '../model/errors.ts'
import { colourWanted, planHtml, planJson, planMarkdown, planText, type ReportDetails } from '../report/index.ts'
import { failureBudget, localIso, type PlannedHost, planBatches, planSetDigest } from '../run/index.ts'
import type { Fleet } from './fleet.ts'
import type { HostOptions } from './options.ts'
import { version } from './version.ts'

/** Prints a plan on standard output, as text for a person or as one JSON document. */
export const showPlan = (planned: readonly PlannedHost[], fleet: Fleet, options: HostOptions & { readonly diff: boolean }): void => {
  const text =
    options.format === 'json'
      ? planJson(planned)
      : planText(planned, {
          diff: options.diff,
          color: colourWanted(process.env, process.stdout.isTTY === true),
          columns: process.stdout.columns ?? 80,
          ...rollOut(fleet),
        })
  process.stdout.write(text)
}

/** Who goes when, and how many failures are tolerated, when the fleet has one playbook. */
const rollOut = ({ hosts, playbookOf }: Fleet): { batches: string[][]; maxFailures: number } => {
  const [first] = hosts
  if (first === undefined) return { batches: [], maxFailures: 0 }
  const { rolling } = playbookOf(first)
  return { batches: planBatches(hosts, rolling), maxFailures: failureBudget(rolling.maxFailures, hosts.length) }
}

const formats: Readonly<Record<string, (planned: readonly PlannedHost[], details: ReportDetails) => string>> = {
  '.html': planHtml,
  '.md': planMarkdown,
  '.json': (planned) => planJson(planned),
}

/** Refuses a report's name before any host is asked. */
export const checkReportName = (file: string): void => {
  if (formats[extname(file)] === undefined)
    throw new FleetError({ kind: 'usage', what: `--report takes a file that ends in .html, .md or .json, found ${JSON.stringify(file)}`, next: ['--report change.html'] })
}

/** Writes the dry-run report. */
export const writeReport = async (file: string, planned: readonly PlannedHost[], fleet: Fleet, options: HostOptions & { readonly out: string | undefined }): Promise<void> => {
  const details: ReportDetails = {
    inventory: fleet.inventory,
    playbook: [...new Set(fleet.hosts.map((host) => fleet.playbookOf(host).name))].join(', '),
    ...(options.limit === undefined ? {} : { selection: options.limit }),
    madeAt: localIso(Date.now()),
    by: `${userInfo().username}@${hostname()}`,
    version: version(),
    ...rollOut(fleet),
    digest: planSetDigest(planned),
    ...(options.out === undefined ? {} : { applyCommand: `fleetnet apply ${options.out}` }),
  }
  const render = formats[extname(file)] ?? planHtml
  await writeTo(file, render(planned, details))
}

const writeTo = async (file: string, text: string): Promise<void> => {
  try {
    await writeFile(file, text)
  } catch (error) {
    throw new FleetError({ kind: 'usage', what: `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`, next: ['name a file in a folder that you may write to'], cause: error })
  }
}
