import type { Facts } from '../model/facts.ts'
import { deviceWith, readAddresses } from './addresses.ts'
import { readFiles } from './files.ts'
import { findAnswer, probeError } from './frame.ts'
import { readHost } from './host.ts'
import { byKey } from './lines.ts'
import { readLinks } from './links.ts'
import { readDefaultRoutes6, readRoutes } from './routes.ts'
import { readServices } from './services.ts'
import { readTransactions } from './transactions.ts'

/** Lines `PATH KEY` with `sysctl` in front, then lines `PATH:VALUE`. Values of several words are parted by one blank, as sysctl -w takes them. */
const readSysctls = (lines: readonly string[]): Record<string, string> => {
  const values = new Map<string, string>()
  const keys: { readonly path: string; readonly key: string }[] = []
  for (const line of lines) {
    const [, path = '', key = ''] = /^sysctl (\S+) (\S+)$/.exec(line) ?? []
    if (key !== '') keys.push({ path, key })
    else if (line.includes(':')) {
      const colon = line.indexOf(':')
      const known = values.get(line.slice(0, colon))
      if (known === undefined) values.set(line.slice(0, colon), line.slice(colon + 1).trim().replaceAll(/\s+/g, ' '))
    }
  }
  return Object.fromEntries(keys.flatMap(({ path, key }) => {
    const value = values.get(path)
    return value === undefined ? [] : [[key, value]]
  }))
}

const readGuards = (lines: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(lines.map((line) => {
    const blank = line.indexOf(' ')
    const [answer, id] = [line.slice(0, blank), line.slice(blank + 1)]
    if (answer === 'late') {
      throw probeError(
        `the guard ${JSON.stringify(id)} did not end within 10 s`,
        'run its `unless` on the host: a guard only asks, and answers at once',
      )
    }
    return [id, answer === 'yes']
  }))

/**
 * Reads what a probe printed. When the output holds several answers, the last complete one counts.
 *
 * @param nonce the one that the script was made with
 * @throws FleetError of kind probe that says what was wrong, and what to do; nothing else, whatever the bytes
 */
export const parseProbe = (output: Buffer, nonce: string): Facts => {
  const { lines, contents } = findAnswer(output, nonce)
  const host = readHost(lines('host'))
  const printed = readAddresses(lines('addresses'))
  const asked = byKey(lines('asked'))
  const device = host.session && deviceWith(printed, host.session.serverAddress)
  return {
    ...host,
    session: host.session && { ...host.session, ...(device === undefined ? {} : { device }) },
    ...readLinks(lines('links'), printed),
    routes: [...readRoutes(lines('routes')), ...readDefaultRoutes6(asked('route6'))],
    files: readFiles(lines('files'), contents),
    modules: [...asked('module')],
    sysctls: readSysctls(lines('sysctls')),
    services: readServices(asked('service'), lines('units')),
    guards: readGuards(asked('guard')),
    ...readTransactions(lines('asked'), host),
  }
}
