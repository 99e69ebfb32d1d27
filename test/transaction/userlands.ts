import test, { type ExecutionContext } from 'ava'
import { missingPackage, TestHost, type Userland } from './host.ts'

/** A test on a fresh host. When the shell is missing here it is reported as skipped with its package; in CI it fails. */
export const onHost = (title: string, userlands: readonly Userland[], body: (t: ExecutionContext, host: TestHost) => Promise<void>): void => {
  for (const userland of userlands) {
    const missing = missingPackage(userland)
    const name = userlands.length > 1 ? `${title} (${userland})` : title
    if (missing !== undefined && !process.env['CI']) {
      test.skip(`${name}: install ${missing}`, () => undefined)
      continue
    }
    test(name, async (t) => {
      if (missing !== undefined) t.fail(`install ${missing}`)
      using host = new TestHost(userland)
      await body(t, host)
    })
  }
}

export const all: readonly Userland[] = ['dash', 'bash', 'busybox']
