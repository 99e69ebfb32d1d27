import type { FileFact } from '../model/facts.ts'
import { probeError } from './frame.ts'

interface Entry extends Pick<FileFact, 'path' | 'mode' | 'uid' | 'gid' | 'links'> {
  readonly size: number
}

const entry = /^(\d{1,9}) (\d{1,9}) ([0-7]{1,5}) (\d{1,10}) (\d{1,10}) (\S.*)$/

const entryOf = (line: string): Entry | undefined => {
  const [, links, size, mode = '', uid, gid, path = ''] = entry.exec(line) ?? []
  if (size === undefined) return undefined
  return { links: Number(links), size: Number(size), mode: Number.parseInt(mode, 8), uid: Number(uid), gid: Number(gid), path: `/${path}` }
}

/** Why the host could not read a file that was asked for. */
const refuse = (complaint: string): never => {
  const [word = '', ...rest] = complaint.split(' ')
  const path = JSON.stringify(`/${rest.at(-1) ?? ''}`)
  switch (word) {
    case 'large':
      throw probeError(
        `${path} has ${rest[0] ?? ''} bytes: up to 1 MiB a file, and 8 MiB for all, are read`,
        'is it really a configuration file? Take it out of the playbook, or shorten it',
      )
    case 'unreadable':
      throw probeError(`${path} may not be read by this user`, 'become root by sudo: ssh.become: true in the inventory, or --become')
    case 'odd':
      throw probeError(
        `${path} is there and is no file: a folder, a device, or a symlink to nothing`,
        'look at it on the host, then move it away or correct the path',
      )
    case 'newline':
      throw probeError(
        'a file that was asked for has a newline in its name',
        'look for it in /etc/sysconfig/network-scripts on the host, and remove it',
      )
    case 'many':
      throw probeError('more than 2000 files match what was asked for', 'ask for fewer in the playbook')
    case 'stat':
      throw probeError('the host has no stat', 'install coreutils on it')
    default:
      throw probeError('the host complains about files in words that this fleetnet does not know')
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text where it is UTF-8 without NUL bytes, else byte by byte, so that nothing is lost. */
export const decodeFile = (bytes: Buffer): Pick<FileFact, 'content' | 'binary'> => {
  if (!bytes.includes(0)) {
    try {
      return { content: decoder.decode(bytes), binary: false }
    } catch {
      // not UTF-8
    }
  }
  return { content: bytes.toString('latin1'), binary: true }
}

/**
 * The files that were asked for and are there, by path.
 *
 * @param lines `LINKS SIZE MODE UID GID PATH` as stat prints them, pairs `symlink PATH` and `target TEXT`, complaints with `!`
 * @param contents all contents in one piece, in the order of the lines
 * @throws FleetError of kind probe when a file cannot be read, or when their sizes do not add up to the contents
 */
export const readFiles = (lines: readonly string[], contents: Buffer | undefined): Record<string, FileFact> => {
  const targets = new Map<string, string>()
  const entries: Entry[] = []
  lines.forEach((line, index) => {
    if (line.startsWith('! ')) refuse(line.slice(2))
    const found = entryOf(line)
    const target = /^target (.*)$/.exec(lines[index + 1] ?? '')?.[1] ?? ''
    if (found) entries.push(found)
    else if (line.startsWith('symlink ')) targets.set(`/${line.slice('symlink '.length)}`, target)
    else if (!line.startsWith('target ')) throw probeError('the host’s answer lists a file in a way that makes no sense')
  })
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (contents === undefined || total !== contents.length) {
    throw probeError(
      'a file changed while it was being read',
      'run again',
      'if it stays so, look at what writes to the host’s network files',
    )
  }
  let offset = 0
  return Object.fromEntries(entries.map(({ size, path, ...rest }) => {
    const bytes = contents.subarray(offset, offset + size)
    offset += size
    const symlink = targets.get(path)
    return [path, { path, ...decodeFile(bytes), ...rest, ...(symlink === undefined ? {} : { symlink }) }]
  }))
}
