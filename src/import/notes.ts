import type { HostNote } from './source.ts'

const where = ({ path, line }: HostNote): string => {
  if (path === '') return ''
  const file = path.slice(path.lastIndexOf('/') + 1)
  return line === undefined ? `${file}: ` : `${file} line ${line}: `
}

/**
 * A note in words. It holds what files on the host say: to be made safe before a terminal gets it.
 *
 * @example noteText(note) // kept by hand: ifcfg-ib0 line 2: type InfiniBand is not managed
 */
export const noteText = (note: HostNote): string => {
  switch (note.kind) {
    case 'left out':
    case 'kept': return `kept by hand: ${where(note)}${note.what}`
    case 'mistake': return `mistake: ${where(note)}${note.what}`
    case 'drift': return `drift: ${note.what}`
  }
}
