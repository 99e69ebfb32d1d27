import type { Rule } from '../finding.ts'

export const fileRules = {
  F01: {
    code: 'F01', severity: 'error', what: 'a file that could not be looked at: no permission, over 1 MiB, a symlink to nowhere or out of the folder, no regular file',
    reality: 'nothing is known of it, and nothing said', fix: 'make it readable, or look at it by hand', source: 'the file system',
  },
} as const satisfies Record<string, Rule>
