// The sites that come with fleetnet, on real kernels: applied, nothing to do then, and the same after a reboot.
import { setTimeout as sleep } from 'node:timers/promises'
import test from 'ava'
import { plainAddress } from '../../src/lab/index.ts'
import { differing, filesOf, leftovers } from './files.ts'
import { openRack, type TestHost, type TestRack } from './rack.ts'

interface Site {
  readonly playbook: string
  /** A bond of the host's two NICs and what is on it. */
  readonly network: (host: TestHost, gateway: string) => { readonly interfaces?: object; readonly bonds: { readonly bond0: object }; readonly vlans?: object; readonly bridges: object }
  readonly lacp: boolean
  /** What of the site's system the rack's hosts have otherwise. */
  readonly prepare?: string
}

const sites: Readonly<Record<'el5' | 'el6', readonly Site[]>> = {
  el5: [
    {
      playbook: 'xen-bond-vlan',
      lacp: false,
      network: ({ host }, gateway) => ({
        bonds: { bond0: { mode: 'active-backup', switch: { vlans: [50, 100] } } },
        vlans: { 'bond0.50': {}, 'bond0.100': {} },
        bridges: { xenbr0: { ports: ['bond0.100'], addresses: [host.address], gateway }, xenbr1: { ports: ['bond0.50'], addresses: ['192.168.50.2/24'] } },
      }),
    },
    {
      playbook: 'xen-bond-bridge',
      lacp: false,
      network: ({ host }, gateway) => ({
        interfaces: { veth0: { peer: 'vif0.0', mac: '00:16:3E:00:01:00', addresses: [host.address], gateway }, 'vif0.0': { arp: false } },
        bonds: { bond0: { mode: 'balance-rr', arp: false, switch: { lacp: false } } },
        bridges: { xenbr0: { ports: ['bond0', 'vif0.0'] } },
      }),
      // This kernel has veth instead of Xen's loopback devices, the bridge's settings in a module of their own, and an init
      // that reads no sysctl.conf, which RHEL 5's network script does.
      prepare: `cat >>/etc/modprobe.conf <<END
install netloop ip link add veth0 type veth peer name vif0.0
install bridge /sbin/modprobe --ignore-install bridge && /sbin/modprobe br_netfilter
END
printf '#!/bin/sh\\nsysctl -e -p\\n' >/etc/rc.d/init.d/sysctl; chmod 755 /etc/rc.d/init.d/sysctl; ln -s ../init.d/sysctl /etc/rc.d/rc3.d/S11sysctl; sync`,
    },
  ],
  el6: [
    {
      playbook: 'kvm-bond-bridge',
      lacp: true,
      network: ({ host }, gateway) => ({
        bonds: { bond0: { mode: '802.3ad', lacpRate: 'fast', miimon: 80, xmitHashPolicy: 'layer3+4', switch: { lacp: true } } },
        bridges: { br0: { ports: ['bond0'], addresses: [host.address], gateway } },
      }),
    },
  ],
}

for (const platform of ['el5', 'el6'] as const) {
  test.serial(`${platform}: ${sites[platform].map(({ playbook }) => playbook).join(', ')}`, async (t) => {
    t.timeout(15 * 60_000)
    let rack: TestRack | undefined
    try {
      rack = await openRack({ name: 'seeds', hosts: sites[platform].length, platform })
      const { hosts, rack: { gateway } } = rack
      await Promise.all(sites[platform].map(async (site, index) => {
        const host = hosts[index]
        if (host === undefined) throw new Error('the rack has a host for each site')
        await host.switch('lacp', host.name, site.lacp ? 'on' : 'off')
        if (site.prepare !== undefined) t.is((await host.ssh(site.prepare)).code, 0)
        const own = site.network(host, plainAddress(gateway))
        const nics = host.host.nics
        const network = {
          ...own,
          interfaces: { ...Object.fromEntries(nics.map(({ name, mac }) => [name, { mac }])), ...own.interfaces },
          bonds: { bond0: { slaves: nics.map(({ name }) => name), ...own.bonds.bond0 } },
        }
        const options = { settings: { playbook: site.playbook, network } }
        const first = await host.run(['apply', '--yes', '-i', 'one', '--format', 'json'], options)
        t.is(first.outcome, 'committed', `${site.playbook}\n${first.stdout}${first.stderr}`)
        t.is(await leftovers(host), '')
        const after = await filesOf(host)
        const plan = await host.run(['plan', '-i', 'one', '--detailed-exitcode'], options)
        t.is(plan.code, 0, `${site.playbook}\n${plan.stdout}${plan.stderr}`)
        const second = await host.run(['apply', '--yes', '-i', 'one', '--format', 'json'], options)
        t.is(second.code, 0)
        t.deepEqual(second.events.filter((event) => event.type === 'host-armed'), [], 'no transaction')

        const bootId = async (): Promise<string> => (await host.ssh('cat /proc/sys/kernel/random/boot_id', { seconds: 10 })).stdout.trim()
        const boot = await bootId()
        await host.type('reboot\n')
        for (let look = 0; look < 120 && ['', boot].includes(await bootId()); look++) await sleep(1000)
        t.false(['', boot].includes(await bootId()), `${site.playbook}: it comes back from a reboot`)
        t.deepEqual(differing(after, await filesOf(host)), [])
        const verified = await host.run(['verify', '-i', 'one'], options)
        t.is(verified.code, 0, `${site.playbook}\n${verified.stdout}${verified.stderr}`)
      }))
    } finally {
      await rack?.close()
    }
  })
}
