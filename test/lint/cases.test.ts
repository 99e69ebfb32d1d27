import { readFileSync } from 'node:fs'
import test from 'ava'
import { fixes, readFolder, rules } from '../../src/lint/index.ts'
import { caseNames, casePath, runCase } from './cases.ts'

for (const name of caseNames()) test(`lint case ${name}`, async (t) => t.is((await runCase(name)).expected, readFileSync(casePath(name, 'expected'), 'utf8')))

/** What the lint table names of each seed. Of E11 and E21 seed 000 has the one half: they are notes. */
const seeds = {
  'seed-000': ['E01', 'E02', 'E09', 'E11', 'E13', 'E18', 'E19', 'E21', 'X02'],
  'seed-001': ['E03', 'E04', 'X01'],
  'seed-002': ['E02', 'E06', 'E07', 'E16', 'E18', 'E22'],
  'seed-003': ['E05', 'E08', 'E09', 'E12', 'E13', 'E16', 'E18'],
  'seed-004': ['E19', 'X11'],
}

for (const [seed, codes] of Object.entries(seeds)) test(`every mistake that the table names of ${seed} is found`, async (t) => {
  const found = new Set((await runCase(seed)).findings.map(({ code }) => code))
  t.deepEqual(codes.filter((code) => !found.has(code)), [])
})

for (const name of caseNames()) test(`lint case ${name}: mending twice changes nothing more`, async (t) => {
  const { trees } = await readFolder(casePath(name, 'files'))
  for (const { files } of trees) {
    const mended = { ...files }
    for (const { path, after } of fixes({ files, release: undefined })) { const file = files[path]; if (file) mended[path] = { ...file, content: after } }
    t.deepEqual(fixes({ files: mended, release: undefined }), [])
  }
})

const codes = caseNames().filter((name) => /^[A-Z]\d\d$/.test(name))

for (const code of codes) test(`${code} is found in its wrong files, and not in its right ones`, async (t) => {
  const { findings } = await runCase(code)
  const sides = findings.filter((finding) => finding.code === code).map(({ file }) => file.split('/')[0])
  t.true(sides.includes('wrong'))
  t.false(sides.includes('right'))
})

test('every rule has its case; E20 needs a live host, I01 an inventory', (t) => t.deepEqual(rules.map(({ code }) => code).filter((code) => !codes.includes(code)), ['E20', 'I01']))

test('the table is plain ASCII, whatever the terminal', (t) => {
  for (const rule of rules) t.regex(Object.values(rule).join(''), /^[\x20-\x7e]*$/)
})
