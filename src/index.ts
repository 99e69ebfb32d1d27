/**
 * What a playbook imports from 'fleetnet'.
 *
 * @example
 * import { definePlaybook, restartNetwork, writeBonds, writeSlaves } from 'fleetnet'
 * export default definePlaybook({ name: 'bonds', steps: [writeBonds(), writeSlaves(), restartNetwork()] })
 */
export { definePlaybook, type PlaybookInput } from './playbook/define.ts'
export {
  assignAddresses,
  command,
  createBridges,
  createVlans,
  file,
  line,
  loadBondingModule,
  module,
  removeXendState,
  restartNetwork,
  service,
  stubXendNetworkScript,
  sysctl,
  writeBonds,
  writeInterfaces,
  writeSlaves,
} from './steps/index.ts'
export type { CommandArguments, FileArguments, Harmless, LineArguments, NetworkStub, ServiceArguments, SysctlArguments, Value } from './steps/index.ts'
// For steps of your own.
export { FleetError } from './model/errors.ts'
export type { Change } from './model/changes.ts'
export type { Facts, FactsRequest, FileFact } from './model/facts.ts'
export type { Host } from './model/host.ts'
export type { Network } from './model/network.ts'
export type { Coverage, Playbook, Rolling, Step, StepContext } from './model/playbook.ts'
