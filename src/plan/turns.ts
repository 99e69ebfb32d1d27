import type { Step } from '../model/playbook.ts'

/**
 * The steps in the order of their turns. It is the playbook's own, with two exceptions, so that steps may be written in any
 * order: who puts addresses into files comes after all who write those files without, and who activates comes last.
 */
export const turnsOf = (steps: readonly Step[]): Step[] => {
  const writing = steps.filter((step) => !step.activates)
  const last = writing.findLastIndex((step) => step.covers.some((part) => part !== 'addresses'))
  const early = writing.slice(0, last + 1)
  const late = (step: Step): boolean => step.covers.includes('addresses') && step.covers.length === 1
  return [...early.filter((step) => !late(step)), ...early.filter(late), ...writing.slice(last + 1), ...steps.filter((step) => step.activates)]
}
