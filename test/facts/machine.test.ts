import test from 'ava'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, release, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { mergeRequests, parseProbe, probeScript } from '../../src/facts/index.ts'
import { missingShell, nonce, probe, shells, type Shell } from './cases.ts'

// Without a root a probe reads the machine that the tests run on: a real /proc and /sys, which trees of files only imitate.
const keys = { 'net.ipv4.ip_local_port_range': '/proc/sys/net/ipv4/ip_local_port_range', 'vm.swappiness': '/proc/sys/vm/swappiness', 'kernel.ostype': '/proc/sys/kernel/ostype' } as const

for (const shell of Object.keys(shells) as Shell[]) {
  const run = missingShell(shell) && process.env['CI'] === undefined ? test.skip : test
  run(`this machine’s own facts under ${shell}${run === test ? '' : ` (needs the Debian package ${shell})`}`, (t) => {
    const facts = parseProbe(probe('', mergeRequests({ sysctls: Object.keys(keys), files: ['/etc/passwd'], modules: ['no_such_module'] }), shell, '127.0.0.9 40000 127.0.0.1 22'), nonce)
    t.is(facts.hostname, hostname())
    t.is(facts.kernel, release())
    t.is(facts.uid, process.getuid?.() ?? -1)
    t.true(Math.abs(facts.uptime - uptime()) < 60)
    t.is(facts.bootId, readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
    // dash and busybox read byte by byte, and these files answer only the first read.
    for (const [key, path] of Object.entries(keys)) if (existsSync(path)) t.is(facts.sysctls[key], readFileSync(path, 'utf8').trim().replaceAll(/\s+/g, ' '))
    t.is(facts.links.find(({ name }) => name === 'lo')?.kind, 'loopback')
    if (existsSync('/sbin/ip') || existsSync('/usr/sbin/ip')) t.is(facts.session?.device, 'lo')
    t.is(facts.files['/etc/passwd']?.content, readFileSync('/etc/passwd', 'utf8'))
    t.deepEqual(facts.modules, [])
  })

  run(`without a root, a pid file counts only while its process lives, under ${shell}`, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'fleetnet-pids-'))
    const write = (path: string, content: string): void => writeFileSync(join(folder, path), content)
    write('living.pid', `${process.pid}\n`)
    write('dead.pid', '4194305\n')
    write('empty.lock', '')
    write('words.lock', '{"locked": true}\n')
    mkdirSync(join(folder, 'service'))
    const functions = probeScript(mergeRequests(), { root: '', nonce }).replace(/fleetnet_probe [0-9a-f]+ .*\n.*\n$/, '')
    const ask = 'for f in living.pid dead.pid empty.lock words.lock service absent; do fleetnet_any "$f" && echo "$f"; done'
    const [command, ...words] = shells[shell]
    const { stdout } = spawnSync(command, [...words, '-c', `${functions}cd '${folder}'; ${ask}; fleetnet_root=/x; echo; ${ask}`], { encoding: 'utf8' })
    t.is(stdout, 'living.pid\nwords.lock\nservice\n\nliving.pid\ndead.pid\nempty.lock\nwords.lock\nservice\n')
    rmSync(folder, { recursive: true })
  })
}
