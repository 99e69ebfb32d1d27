/** Between single quotes these mean themselves to sh, csh and fish alike: no quote, no backslash (fish), no `!` (csh), no newline (csh). */
const plain = /^[\x20\x22-\x26\x28-\x5b\x5d-\x7e]*$/

/** Between double quotes, inside single quotes, these mean themselves to all of them. */
const literal = /[A-Za-z0-9 _./:=,@%+;()<>|&*?{}[\]~#-]/

/**
 * One line that makes any login shell run a POSIX sh script: it holds only characters that mean the same to sh, bash, csh,
 * tcsh, fish and zsh. A script with other characters is sent as octal escapes, which the builtin printf of sh decodes.
 *
 * @throws TypeError on a NUL byte: no shell can hold one.
 * @example loginShellLine('id -u') // exec /bin/sh -c 'id -u'
 */
export const loginShellLine = (script: string): string => {
  if (script.includes('\0')) throw new TypeError('a NUL byte cannot be passed to a shell')
  if (plain.test(script)) return `exec /bin/sh -c '${script}'`
  const encoded = [...Buffer.from(script)].map(encodeByte).join('')
  return `exec /bin/sh -c 'eval "$(printf %b "${encoded}")"'`
}

const encodeByte = (byte: number): string => {
  const character = String.fromCharCode(byte)
  return byte < 0x80 && literal.test(character) ? character : `\\0${byte.toString(8).padStart(3, '0')}`
}
