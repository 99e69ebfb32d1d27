/* Generated from verify.schema.json by `npm run schema`. Edit the schema, not this file. */

/**
 * What `verify --format json` prints.
 */
export interface VerifyDocument {
  version: 1
  /**
   * In the order of the inventory.
   */
  hosts: VerifiedHostDocument[]
}
export interface VerifiedHostDocument {
  name: string
  /**
   * not verified: it could not be asked, or its plan cannot be made; `error` says why.
   */
  status: 'as desired' | 'differs' | 'not verified'
  differences: DifferenceDocument[]
  /**
   * What is wrong, in one line.
   */
  error?: string
  /**
   * What to do about it.
   */
  next?: string[]
}
export interface DifferenceDocument {
  /**
   * running: what runs. file: what stands in a file, or another thing that the playbook sees to.
   */
  kind: 'running' | 'file'
  /**
   * A device, or what of the host it is about: a path, a module, a setting.
   */
  device: string
  expected: string
  found: string
  /**
   * From what is there to what should be, as a unified diff.
   */
  diff: string
  /**
   * false: no cut-over of this host could mend it.
   */
  mendable?: false
}
