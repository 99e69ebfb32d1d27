import { FleetError } from '../model/errors.ts'
import { isRedHat } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { devicesOf } from '../model/network.ts'
import { quote } from '../model/quote.ts'
import { printfFormat } from '../transaction/encode.ts'
import { unasked } from './blank.ts'
import { filesOf, type HostFile } from './files.ts'

const bits = (mode: number): string => `0${mode.toString(8).padStart(3, '0')}`

/** A line's name: what a second line of it would contradict. Example: `NOZEROCONF=` or `alias bond0 ` */
const nameOf = (line: string): string => /^(?:[A-Za-z_0-9]+=|\S+ +\S+ +)/.exec(line)?.[0] ?? line

/** A file that is ours alone: as a whole. */
const whole = ({ path, content, mode }: HostFile): string => `put ${quote(path)} ${bits(mode)} ${printfFormat(Buffer.from(content, 'utf8'))}`

/** A file that the installation wrote as well: line by line, each instead of one of its name. */
const lines = ({ path, content, mode }: HostFile): string[] =>
  content.split('\n').filter((line) => line !== '').map((line) => `line ${quote(path)} ${bits(mode)} ${quote(nameOf(line))} ${quote(line)}`)

/**
 * A `%post` section for the kickstart of a host's own release, which writes the files of `render files`. It may be run again. It
 * runs in the installed system; what runs it elsewhere sets `root`, the prefix of every path.
 *
 * @throws FleetError or FleetErrors: no Red Hat release is declared, or the network breaks a rule.
 * @example renderKickstart(host).split('\n')[0] // %post
 */
export const renderKickstart = (host: Host): string => {
  const { release } = unasked(host)
  if (!isRedHat(release))
    throw new FleetError({ kind: 'platform', host: host.name, step: 'render', what: `kickstart installs RHEL, CentOS and Oracle Linux; ${release} is none of them`, next: [`fleetnet render files --host ${host.name} --output DIR gives the files for its own installer`] })
  const files = filesOf(host)
  const gateway = devicesOf(host.network).some((device) => device.gateway !== undefined)
  return [
    '%post',
    `# The network of ${host.name.replaceAll(/[\0-\x1f\x7f]+/g, ' ')} (${release}). Written by fleetnet.`,
    'root=${root:-}',
    '# put PATH MODE FORMAT: a whole file, by the format of a printf',
    'put() {',
    '  mkdir -p "$root${1%/*}" && printf "$3" >"$root/etc/.fleetnet-new" && chmod "$2" "$root/etc/.fleetnet-new" && mv -f "$root/etc/.fleetnet-new" "$root$1" || failed=yes',
    '}',
    '# line PATH MODE NAME [LINE]: instead of every line that begins with NAME',
    'line() {',
    '  mkdir -p "$root${1%/*}" || failed=yes',
    '  [ -e "$root$1" ] || { : >"$root$1" && chmod "$2" "$root$1"; } || failed=yes',
    '  {',
    '    while IFS= read -r text || [ -n "$text" ]; do',
    `      case $text in "$3"*) ;; *) printf '%s\\n' "$text" ;; esac`,
    '    done <"$root$1"',
    `    [ $# -lt 4 ] || printf '%s\\n' "$4"`,
    '  } >"$root/etc/.fleetnet-new" && cat "$root/etc/.fleetnet-new" >"$root$1" && rm -f "$root/etc/.fleetnet-new" || failed=yes',
    '}',
    'failed=no',
    ...files.flatMap((file) => (file.shared ? lines(file) : [whole(file)])),
    // Every device and alias would try a gateway that stands there.
    ...(gateway ? ['GATEWAY=', 'GATEWAYDEV='].map((name) => `line /etc/sysconfig/network 0644 ${name}`) : []),
    `[ "$failed" = no ] || echo 'fleetnet: a file of the network could not be written' >&2`,
    '[ "$failed" = no ]',
    ...(release === 'el5' ? [] : ['%end']),
    '',
  ].join('\n')
}
