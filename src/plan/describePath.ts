import type { ManagementPath } from '../model/plan.ts'

/**
 * A management path in words; a VLAN on the device before it is written without that device's name.
 *
 * @example describePath({ address: '10.1.1.101/24', devices: ['eth0+eth1', 'bond0', 'bond0.100', 'vlan100'] })
 *   // eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.101/24
 */
export const describePath = (path: ManagementPath | undefined): string => {
  if (path === undefined) return 'unknown'
  const short = path.devices.map((device, index) => {
    const below = path.devices[index - 1]
    return below !== undefined && device.startsWith(`${below}.`) ? device.slice(below.length) : device
  })
  return `${short.join(' -> ')}  ${path.address}`
}
