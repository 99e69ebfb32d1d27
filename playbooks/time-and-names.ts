/**
 * An example of general steps: which time servers and resolvers a host uses. It leaves the network alone, so nothing in it
 * can cut the connection, and no host is put on trial for it. Take it as a start for a playbook of your own.
 *
 * Values of a host come from `vars` in the inventory, merged from defaults through groups to the host:
 *
 *   defaults:
 *     vars: { resolvers: [10.1.1.2, 10.1.1.3], timeServer: 10.1.1.4 }
 */
import { command, definePlaybook, file, type Host, line, service, sysctl } from 'fleetnet'

/** A list of texts among the host's vars, or what is usual. */
const list = (host: Host, name: string, usual: readonly string[]): readonly string[] => {
  const value = host.vars[name]
  return Array.isArray(value) ? value.map(String) : usual
}

export default definePlaybook({
  name: 'time-and-names',
  description: 'Resolvers, time server, and two settings that go with them',
  rolling: { batches: ['10%', '100%'], maxFailures: '5%' },
  steps: [
    // A whole file, made for each host.
    file({
      path: '/etc/resolv.conf',
      content: (host) => list(host, 'resolvers', ['10.1.1.2']).map((address) => `nameserver ${address}\n`).join(''),
      mode: 0o644,
    }),
    // One line of a file: the first `server` line becomes this one, further ones go.
    line({
      path: '/etc/ntp.conf',
      match: /^\s*server\s/,
      line: (host) => `server ${String(host.vars['timeServer'] ?? '10.1.1.4')} iburst`,
    }),
    // A service is presumed to cut the connection, unless it is said why it cannot.
    service({
      name: 'ntpd',
      state: 'running',
      enabled: true,
      restartAfter: ['/etc/ntp.conf'],
      disruptive: false,
      reason: 'it only keeps time',
    }),
    // A kernel setting, now and in /etc/sysctl.conf. Only `net.` settings are presumed to cut the connection.
    sysctl({ key: 'vm.swappiness', value: 10 }),
    // A command runs only where what it creates is missing.
    command({
      run: (host) => `mkdir -p ${host.root}/var/lib/ntp/statistics`,
      creates: '/var/lib/ntp/statistics',
      disruptive: false,
      reason: 'it makes a folder',
    }),
  ],
})
