import type { Rule } from '../finding.ts'

/** What has no number of its own: the finding says it all. */
export const otherRule: Rule = {
  code: 'E00', severity: 'error', what: 'what has no number of its own: names that the network scripts take for something else, two devices in one subnet, NETWORKING=no',
  reality: 'as the finding says', fix: 'as the finding says', source: 'the rules that plan and apply hold a network to',
}
