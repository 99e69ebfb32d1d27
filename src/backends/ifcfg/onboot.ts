import { masterOf, type Config } from './configs.ts'

/** Only no and NO keep a device down at boot; its bond starts a slave whatever its own file says. */
export const startsAtBoot = (config: Pick<Config, 'values'>): boolean => masterOf(config) !== undefined || !/^no$/i.test(config.values.get('ONBOOT') ?? '')
