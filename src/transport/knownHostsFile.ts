import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { indexKnownHosts, parseKnownHosts, type KnownHost, type KnownHosts } from './knownHosts.ts'

/** A known_hosts file, read once for the whole run. */
export interface KnownHostsFile {
  readonly path: string
  readonly hosts: KnownHosts
  /** Appends a key and knows it from now on. Lines never mix, however many connections append at the same time. */
  append(name: string, type: string, key: Uint8Array): Promise<void>
}

/** A file that is not there is an empty one; one that cannot be read rejects. */
export const readKnownHostsFile = async (path: string): Promise<KnownHostsFile> => {
  const hosts = indexKnownHosts(parseKnownHosts(await readIfThere(path), path))
  let writing: Promise<void> = Promise.resolve()
  return {
    path,
    hosts,
    append(name, type, key) {
      const base64 = Buffer.from(key).toString('base64')
      const line: KnownHost = { file: path, line: 0, marker: undefined, names: name, type, key: base64 }
      // Known before it is written: twenty connections to one host write one line.
      hosts.add(line)
      const written = writing.then(() => appendLine(path, `${name} ${type} ${base64}`))
      writing = written.catch(() => undefined)
      return written
    },
  }
}

const readIfThere = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return ''
    throw error
  }
}

/** One write(2) with O_APPEND, so that another process that appends does not cut the line in two. */
const appendLine = async (path: string, line: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const last = size > 0 ? (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] : 10
    await file.write(Buffer.from(`${last === 10 ? '' : '\n'}${line}\n`))
  } finally {
    await file.close()
  }
}
