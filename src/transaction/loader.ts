import { quote } from '../model/quote.ts'
import { checksum } from './checksum.ts'

const environment = (root: string): string =>
  `umask 077; PATH=${quote(['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((folder) => root + folder).join(':'))}; LC_ALL=C; export PATH LC_ALL`

export interface Place {
  readonly root: string
  readonly id: string
}

export const baseOf = (root: string): string => `${root}/etc/fleetnet`
export const folderOf = ({ root, id }: Place): string => `${baseOf(root)}/tx/${id}`

/**
 * The constant line that receives: it acts on nothing. The first line of standard input is the nonce, for its own
 * refusals (argument lists are public); the rest goes into a file, whose length and checksum stand here. Only a whole
 * script gets the name `ctl`, by link(2), which is exclusive: `followLine` may have taken the name to cancel.
 * No newline and no `!`, since the login shell that it passes may be csh.
 */
export const loaderLine = (place: Place, script: Uint8Array): string => {
  const refused = (kind: 'disk' | 'refused', why: string): string => `echo "$n $u refused kind=${kind} why=${why.replaceAll(' ', '%20')}"`
  const sum = `${checksum(script)} ${script.length}`
  const leave = `rm -rf "$t"; exit 3`
  return [
    environment(place.root),
    `b=${quote(baseOf(place.root))}; t=${quote(folderOf(place))}`,
    `IFS= read -r n || exit 3; read -r u x </proc/uptime`,
    `[ -d "$b/tx" ] || mkdir -p "$b/tx" 2>/dev/null`,
    `mkdir "$t" 2>/dev/null || { if [ -d "$t" ]; then ${refused('refused', 'this transaction was received or cancelled before')}; else ${refused('disk', '/etc takes no new folder: it is full or read-only')}; fi; exit 3; }`,
    `{ echo "$$" >"$t/loader" && echo receiving >"$t/state" && cat >"$t/payload"; } 2>/dev/null || { ${refused('disk', '/etc has no room for the transaction')}; ${leave}; }`,
    `[ "$(cksum <"$t/payload")" = ${quote(sum)} ] || { ${refused('refused', 'the transaction did not arrive whole')}; ${leave}; }`,
    `ln "$t/payload" "$t/ctl" 2>/dev/null || { ${refused('refused', 'the transaction was cancelled while it was received')}; ${leave}; }`,
    `exec sh "$t/ctl" launch ${quote(sum)}`,
  ].join('; ')
}

/**
 * Follows the log from its first line. For a transaction that was not received whole it takes the name `ctl`, so that
 * bytes that are still under way cannot start it later, and ends with status 3: then nothing was, and will be, changed.
 */
export const followLine = (place: Place): string =>
  [
    environment(place.root),
    `t=${quote(folderOf(place))}`,
    `mkdir -p ${quote(`${baseOf(place.root)}/tx`)} 2>/dev/null`,
    `mkdir "$t" 2>/dev/null`,
    `( set -C; echo 'echo "this transaction was not received whole, and is cancelled" >&2; exit 3' >"$t/ctl" ) 2>/dev/null`,
    `exec sh "$t/ctl" follow`,
  ].join('; ')

/** Runs the transaction's own script. Example: sh /etc/fleetnet/tx/1114-3f9a-1/ctl status */
export const ctlLine = (place: Place, action: string): string => `sh ${quote(`${folderOf(place)}/ctl`)} ${action}`
