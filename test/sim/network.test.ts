import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { casesFolder, runCases } from './networkCases.ts'

test('the network scripts do what initscripts do, mistakes included; a restart and a boot come to the same', async (t) => {
  t.timeout(60_000)
  for (const { name, text, started, again, booted } of await runCases()) {
    const read = (file: string): string => readFileSync(join(casesFolder, name, file), 'utf8')
    t.is(text, read('expected.txt'), name)
    t.is(again, existsSync(join(casesFolder, name, 'expected-again.txt')) ? read('expected-again.txt') : started, `${name}: restart`)
    t.is(booted, started, `${name}: boot`)
  }
})
