export { startFleet, type SimulatedFleet } from './fleet.ts'
export type { SimulatedHost } from './host.ts'
export type { ReachableAddress, SimulatedDevice, SimulatedState } from './kernel.ts'
export type { FaultType, FleetOptions, SimulatedFault, SimulatedGuest, SimulatedHostSpec, SimulatedNic, SimulatedReach, SimulatedSwitch } from './spec.ts'
