const table = Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

/**
 * The checksum that POSIX cksum(1) prints: CRC-32 of the bytes and then of their number, most significant bit first,
 * complemented. Every host has cksum; md5sum and sha1sum are not in POSIX.
 *
 * @example checksum(Buffer.from('123456789')) // 930766865
 */
export const checksum = (bytes: Uint8Array): number => {
  let value = 0
  const take = (byte: number): void => {
    value = ((value << 8) ^ (table[((value >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0
  }
  for (const byte of bytes) take(byte)
  for (let length = bytes.length; length > 0; length = Math.floor(length / 256)) take(length & 0xff)
  return ~value >>> 0
}
