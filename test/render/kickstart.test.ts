import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'ava'
import { filesOf, renderKickstart } from '../../src/render/index.ts'
import { missingPackage } from '../transaction/host.ts'
import { all } from '../transaction/userlands.ts'
import { hostsOf } from './cases.ts'

/** What the installer runs of a section: the lines between its marks. */
const bodyOf = (section: string): string => section.split('\n').filter((line) => !/^%(post|end)/.test(line)).join('\n')

const installed = {
  '/etc/modprobe.conf': 'alias eth0 bnx2\nalias bond0 off\n',
  '/etc/sysconfig/network': 'NETWORKING=no\nHOSTNAME=virtual4\nGATEWAY=10.9.9.9\nNOZEROCONF=maybe',
  '/etc/sysconfig/network-scripts/ifcfg-eth0': 'DEVICE=eth0\nBOOTPROTO=dhcp\n',
} as const

for (const userland of all) {
  const missing = missingPackage(userland)
  const run = missing !== undefined && !process.env['CI'] ? test.skip : test
  run(`${missing === undefined ? '' : `install ${missing}: `}the section writes the files of render files, twice the same, and keeps what is the system’s (${userland})`, async (t) => {
    const [host] = await hostsOf('oracle-trunk')
    if (host === undefined) throw new Error('the case has no host')
    const root = mkdtempSync(join(tmpdir(), 'fleetnet-kickstart-'))
    try {
      for (const [path, content] of Object.entries(installed)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), content, { mode: 0o600 })
      }
      const shell = userland === 'busybox' ? ['busybox', 'sh'] : [userland]
      for (const time of ['first', 'second']) {
        execFileSync(shell[0] ?? 'sh', [...shell.slice(1), '-c', bodyOf(renderKickstart(host))], { env: { PATH: process.env['PATH'] ?? '', root } })
        for (const { path, content, mode, shared } of filesOf(host)) {
          if (shared) continue
          t.is(readFileSync(join(root, path), 'utf8'), content, `${time} ${path}`)
          t.is(statSync(join(root, path)).mode & 0o7777, mode, path)
        }
        t.is(readFileSync(join(root, '/etc/modprobe.conf'), 'utf8'), 'alias eth0 bnx2\nalias bond0 bonding\n', time)
        t.is(readFileSync(join(root, '/etc/sysconfig/network'), 'utf8'), 'HOSTNAME=virtual4\nNETWORKING=yes\nNOZEROCONF=yes\n', time)
      }
    } finally {
      rmSync(root, { recursive: true })
    }
  })
}
