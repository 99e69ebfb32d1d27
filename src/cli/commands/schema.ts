import { FleetError } from '../../model/errors.ts'
import { bundledSchema, schemaNames } from '../../schema/bundle.ts'

/**
 * A schema as text, in one file, for editors and other programs.
 *
 * @throws FleetError kind usage for a name that is none
 */
export const schemaText = (name: string): string => {
  const names = schemaNames()
  if (!names.includes(name))
    throw new FleetError({ kind: 'usage', what: `expected one of ${names.join(', ')}, found ${name}`, next: ['fleetnet schema inventory'] })
  return `${JSON.stringify(bundledSchema(name), undefined, 2)}\n`
}

/** `fleetnet schema [NAME]` */
export const schema = async (name: string): Promise<number> => {
  process.stdout.write(schemaText(name))
  return 0
}
