import type { Backend } from '../model/backend.ts'
import type { Facts } from '../model/facts.ts'
import { ifcfg } from './ifcfg/index.ts'
import { ifupdown } from './ifupdown/index.ts'

/** Every platform that fleetnet can change, in the order in which they are asked. */
export const backends: readonly Backend[] = [ifcfg, ifupdown]

/** The backend that serves a host, or undefined when none does. */
export const backendFor = (facts: Facts): Backend | undefined => backends.find((backend) => backend.detects(facts))
