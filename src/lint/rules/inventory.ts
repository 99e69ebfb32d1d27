import type { Rule } from '../finding.ts'

export const inventoryRules = {
  I01: {
    code: 'I01', severity: 'error', what: 'an inventory that cannot be read: no YAML, an unknown key, a value of the wrong kind, two hosts with one address',
    reality: 'plan and apply stop before any host is touched', fix: 'as the finding says', source: 'the inventory\'s schema',
  },
} as const satisfies Record<string, Rule>
