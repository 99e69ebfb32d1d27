import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startProcess } from './processes.ts'
import { readSmall } from './tree.ts'

/** A command that cron runs in a minute, with the settings above it in its file. */
export interface CronJob {
  readonly command: string
  readonly environment: Readonly<Record<string, string>>
}

/** Jobs of every minute in a file of /etc/cron.d: `* * * * * root COMMAND`. Other times never come in a simulated host. */
export const cronJobs = (content: string): CronJob[] => {
  const environment: Record<string, string> = {}
  const jobs: CronJob[] = []
  for (const line of content.split('\n')) {
    const setting = /^\s*(?<name>[A-Za-z_]\w*)\s*=\s*"?(?<value>[^"]*)"?\s*$/.exec(line)?.groups
    const job = /^\s*(?:\*(?:\/1)?\s+){5}\S+\s+(?<command>.+)$/.exec(line)?.groups
    if (setting?.['name'] !== undefined) environment[setting['name']] = setting['value'] ?? ''
    else if (job?.['command'] !== undefined) jobs.push({ command: job['command'], environment: { ...environment } })
  }
  return jobs
}

/** Files that cronie leaves out: backups, and names with a dot in front. */
const ignored = (name: string): boolean => name.startsWith('.') || name.startsWith('#') || name.endsWith('~') || /\.(?:rpm\w+|cfsaved)$/.test(name)

const names = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}

const start = (root: string, command: string, environment: Readonly<Record<string, string>>): void => {
  const child = startProcess(root, ['sh', '-c', command], environment)
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.stdin.end()
  child.stdout.resume()
  child.stderr.resume()
}

/** One minute of cron, if crond runs, and of systemd's active timers. */
export const passMinute = async (root: string): Promise<void> => {
  if (existsSync(join(root, 'var/lock/subsys/crond'))) {
    const folder = join(root, 'etc/cron.d')
    for (const name of await names(folder)) {
      if (ignored(name)) continue
      // A crontab may set PATH; on a simulated host only its own folders lead anywhere.
      for (const { command, environment } of cronJobs(await readSmall(folder, name))) start(root, command, { ...environment, ...pathOnly(root) })
    }
  }
  for (const timer of await names(join(root, '.kernel/units')))
    if (timer.endsWith('.timer')) start(root, `systemctl start ${timer.replace(/\.timer$/, '')}.service`, pathOnly(root))
}

const pathOnly = (root: string): Record<string, string> => ({ PATH: [`${root}/usr/sbin`, `${root}/usr/bin`, `${root}/sbin`, `${root}/bin`].join(':') })
