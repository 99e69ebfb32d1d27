import test from 'ava'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestFunctions, probeCommand, probeScript } from '../../src/facts/index.ts'
import type { FactsRequest } from '../../src/model/facts.ts'
import { makeTree, missingShell, nonce, requestOf, shells, type Shell } from './cases.ts'

// A fork and exec takes 1 ms on a good day and 20 ms on a bad host; a probe of every host waits for all of them.
const strace = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path))
const traced = strace !== undefined && spawnSync(strace, ['-f', '-e', 'trace=clone', 'true']).status === 0
const run = !traced && process.env['CI'] === undefined ? test.skip : test
const needs = traced ? '' : ' (needs the Debian package strace, and permission to trace)'

/** How many processes a shell starts. strace prints a call that takes longer on two lines. */
const forksOf = (shell: Shell, text: string, input: string): number => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetnet-forks-'))
  const log = join(folder, 'log')
  const [command, ...words] = shells[shell]
  const { status } = spawnSync(strace ?? 'strace', ['-f', '-e', 'trace=clone,clone3,fork,vfork', '-o', log, command, ...words, '-c', text], { input, env: { PATH: '/usr/bin:/bin', SHLVL: '1' } })
  const started = [...readFileSync(log, 'utf8').matchAll(/^\d+ +(?:(?:clone3?|v?fork)\(.*|<\.\.\. (?:clone3?|v?fork) resumed>.*) = \d+$/gm)].length
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(`ended with ${status}`)
  return started
}

const counted = new Map<string, number>()

const probeForks = (name: string, request: FactsRequest, shell: Shell): number => {
  const key = JSON.stringify([name, request, shell])
  const known = counted.get(key)
  if (known !== undefined) return known
  const tree = makeTree(name)
  const forks = forksOf(shell, probeCommand, probeScript(request, { root: tree.root, nonce }))
  tree.delete()
  counted.set(key, forks)
  return forks
}

for (const shell of Object.keys(shells) as Shell[]) {
  const own = missingShell(shell) && process.env['CI'] === undefined ? test.skip : run
  // A real host starts 8. In these trees id is asked too, and ip is a script that starts cat, twice.
  own(`a probe of a bonded trunk starts at most 11 processes under ${shell}${needs}`, (t) => {
    const forks = probeForks('el5-xen-bonded-trunk', { ...requestOf('el5-xen-bonded-trunk'), services: [], sysctls: [] }, shell)
    t.true(forks <= 11, `${forks}`)
    t.true(forks >= 6, `${forks}: is anything counted?`)
  })
  own(`ten more files, devices and modules start no process more under ${shell}${needs}`, (t) => {
    const count = (name: string): number => probeForks(name, { ...requestOf(name), services: [], sysctls: [] }, shell)
    t.is(count('el5-xen-one-address'), count('el5-xen-bonded-trunk'))
  })
  own(`services that have a lock, and any number of sysctls, start one process more under ${shell}${needs}`, (t) => {
    const request = requestOf('el5-xen-bonded-trunk')
    const all = probeForks('el5-xen-bonded-trunk', { ...request, services: ['network'], sysctls: ['net.ipv4.ip_forward', 'kernel.hostname', 'kernel.osrelease'] }, shell)
    t.is(all, probeForks('el5-xen-bonded-trunk', { ...request, services: [], sysctls: [] }, shell) + 1)
  })
}

run(`the digest starts at most 8 processes${needs}`, (t) => {
  const tree = makeTree('el5-xen-bonded-trunk')
  const forks = forksOf('dash', `${digestFunctions(requestOf('el5-xen-bonded-trunk'), { root: tree.root })}fleetnet_digest`, '')
  tree.delete()
  t.true(forks <= 8 && forks >= 4, `${forks}`)
})
