import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'

const standins = fileURLToPath(new URL('../../src/sim/standins', import.meta.url))
const platforms = fileURLToPath(new URL('../rack/platforms', import.meta.url))

/** What `first-config` makes for a host of a platform, laid over the platform's own files as the lab does it. */
const firstDisk = (t: ExecutionContext, platform: string): string => {
  const root = mkdtempSync(join(tmpdir(), 'fleetnet-platform-'))
  t.teardown(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'etc'))
  const tree = join(platforms, platform, 'tree')
  if (existsSync(tree)) execFileSync('cp', ['-R', `${tree}/.`, root])
  execFileSync(join(platforms, platform, 'first-config'), ['virtual4', '10.1.1.101/24', '10.1.1.1', '02:00:00:00:10:00', '02:00:00:00:10:01', root])
  return root
}

const functionsOf = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/^(\w+)\(\) /gm)].map(([, name = '']) => name)

const versions = { el5: /Server release 5\./, el6: /Server release 6\./, el7: /Server release 7\./ }

for (const [platform, version] of Object.entries(versions)) {
  const systemd = platform === 'el7'

  test(`a fresh disk of ${platform} has one address on eth0 and starts the network, sshd and cron`, (t) => {
    const root = firstDisk(t, platform)
    const read = (path: string): string => readFileSync(join(root, path), 'utf8')
    t.regex(read('etc/redhat-release'), version)
    t.is(read('etc/fleetnet-rack/release'), `${platform}\n`)
    t.regex(read('etc/sysconfig/network-scripts/ifcfg-eth0'), /^ONBOOT=yes\nIPADDR=10\.1\.1\.101\nNETMASK=255\.255\.255\.0$/m)
    t.regex(read('etc/sysconfig/network-scripts/ifcfg-eth1'), /^HWADDR=02:00:00:00:10:01$/m)
    t.deepEqual(readdirSync(join(root, 'etc/rc.d/rc3.d')), systemd ? ['S10network'] : ['S10network', 'S55sshd', 'S90crond'])
    if (systemd) t.deepEqual(readdirSync(join(root, 'etc/systemd/system/multi-user.target.wants')), ['network.service', 'sshd.service'])
    else t.true(existsSync(join(root, readFileSync(join(platforms, platform, 'init'), 'utf8').trim())))
    t.is(readlinkSync(join(root, 'etc/rc.d/rc3.d/S10network')), '../init.d/network')
    t.true(existsSync(join(root, 'etc/rc3.d/S10network')))
  })

  test(`every script of ${platform} can be read by sh`, (t) => {
    const root = firstDisk(t, platform)
    const scripts = ['fleetnet-rack', 'rc.d/init.d'].flatMap((folder) => readdirSync(join(root, 'etc', folder)).map((name) => join(root, 'etc', folder, name)))
    const tools = join(platforms, platform, 'overrides/sbin')
    for (const script of [...scripts.filter((path) => !path.endsWith('/release')), ...readdirSync(tools).map((name) => join(tools, name))]) {
      const { status, stderr } = spawnSync('sh', ['-n', script], { encoding: 'utf8' })
      t.is(status, 0, `${script}: ${stderr}`)
    }
  })
}

test('what the network scripts ask of a simulated kernel, a real one is asked as well', (t) => {
  const layer = ['kernel', 'numbers', 'addresses', 'bonds', 'bridges', 'vlans', 'modules', 'writes', 'wire'].flatMap((name) => functionsOf(join(standins, `${name}.sh`)))
  const shared = ['ifcfg', 'ifup', 'ifup-address', 'ifup-bond', 'ifdown', 'network'].map((name) => readFileSync(join(standins, `${name}.sh`), 'utf8').replace(/^\s*#.*$/gm, ''))
  const asked = layer.filter((name) => shared.some((text) => new RegExp(`(?<![\\w$-])${name}(?![\\w=-])`).test(text)))
  const real = new Set([...functionsOf(join(platforms, 'el/tree/etc/fleetnet-rack/devices.sh')), ...functionsOf(join(standins, 'numbers.sh'))])
  t.true(asked.length > 20)
  t.deepEqual(asked.filter((name) => !real.has(name)), [])
  // The simulated kernel's own files are no business of the scripts above it.
  for (const text of shared) t.notRegex(text, /\$K\/(?!\w[\w-]*\.sh")/)
})
