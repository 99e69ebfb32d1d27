import test from 'ava'
import { existsSync, readFileSync } from 'node:fs'
import { caseNames, casePath, outcome } from './cases.ts'

for (const name of caseNames())
  test(`inventory case ${name}`, async (t) => {
    const { file, content } = await outcome(name)
    t.true(existsSync(casePath(name, file)), `${name} has no ${file}, it came to:\n${content}`)
    t.is(content, readFileSync(casePath(name, file), 'utf8'))
    t.notRegex(content, /hunter2/, 'no secret is repeated')
  })
