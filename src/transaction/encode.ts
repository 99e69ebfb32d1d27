import { quote } from '../model/quote.ts'

/**
 * Bytes as one word for a shell: the format of a printf that prints them. No here-document (it drops NUL bytes, and bash
 * needs a writable /tmp for it), no base64 (RHEL 5 may lack it), no process at all: printf is built in.
 * Line ends stay, so that a person can read the files in the script.
 *
 * @example printfFormat(Buffer.from("it's 50%\n")) // 'it\047s 50%%⏎'
 */
export const printfFormat = (bytes: Uint8Array): string => {
  let format = ''
  for (const [index, byte] of bytes.entries()) {
    const plain = byte === 0x0a || (byte >= 0x20 && byte < 0x7f)
    if (byte === 0x25) format += '%%'
    else if (!plain || byte === 0x27 || byte === 0x5c || (index === 0 && byte === 0x2d)) format += `\\${byte.toString(8).padStart(3, '0')}`
    else format += String.fromCharCode(byte)
  }
  return `'${format}'`
}

/** A text as the value of a key in a progress line. Example: encodeValue('ifup eth0') // ifup%20eth0 */
export const encodeValue = (text: string): string =>
  [...text].map((character) => (/[ %]/.test(character) ? encodeURIComponent(character) : /[\u0000-\u001f\u007f]/.test(character) ? '?' : character)).join('')

/** The inverse: also of what a host made of it. A % that begins nothing stays. */
export const decodeValue = (value: string): string => value.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

/** Words of a compiled line, quoted. */
export const words = (...values: readonly (string | number)[]): string => values.map((value) => quote(String(value))).join(' ')
