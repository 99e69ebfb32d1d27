import { readRelease } from '../facts/index.ts'
import type { FileFact, Release } from '../model/facts.ts'

/** The release that a tree's own release files tell, or undefined. */
export const releaseOfFiles = (files: Readonly<Record<string, FileFact>>): Release | undefined => {
  const lines = ['oracle', 'enterprise', 'centos', 'redhat'].flatMap((name) => {
    const text = files[`/etc/${name}-release`]?.content.split('\n')[0]
    return text === undefined ? [] : [`${name} ${text}`]
  })
  return readRelease(lines, (files['/etc/os-release']?.content ?? '').split('\n')).release
}
