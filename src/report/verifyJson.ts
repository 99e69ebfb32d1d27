import type { DifferenceDocument, VerifiedHostDocument, VerifyDocument } from '../schema/generated/verify.ts'
import type { Difference } from '../model/backend.ts'
import { clean, cleanLines } from './clean.ts'
import type { VerifiedHost } from './verifyText.ts'

/** What is found of a file is a diff already; of what runs it is one line against another. */
const differenceDocument = ({ device, expected, found, mendable }: Difference): DifferenceDocument => {
  const file = found.includes('\n')
  return {
    kind: file ? 'file' : 'running',
    device: clean(device),
    expected: clean(expected),
    found: file ? 'otherwise' : clean(found),
    diff: file ? cleanLines(found) : `-${clean(found)}\n+${clean(expected)}\n`,
    ...(mendable === undefined ? {} : { mendable }),
  }
}

const hostDocument = ({ host, differences, error }: VerifiedHost): VerifiedHostDocument => ({
  name: host.name,
  status: error !== undefined ? 'not verified' : differences.length > 0 ? 'differs' : 'as desired',
  differences: differences.map(differenceDocument),
  ...(error === undefined ? {} : { error: cleanLines(error.what), next: error.next.map(clean) }),
})

/** The one document of `verify --format json`, as its schema (verify.schema.json) says, with a newline at its end. */
export const verifyJson = (verified: readonly VerifiedHost[]): string => {
  const document: VerifyDocument = { version: 1, hosts: verified.map(hostDocument) }
  return `${JSON.stringify(document, undefined, 2)}\n`
}
