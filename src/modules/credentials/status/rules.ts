/** How many certificates one list speaks of: the least that the W3C asks for, so that nobody stands out. */
export const listLength = 131_072
/** A list is left for the next one when half of it is taken, so that a free place is found at once. */
export const fullAt = listLength / 2

/** One bit a place, the leftmost the first. */
export function bits(revoked: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(listLength / 8)
  for (const index of revoked) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return bytes
}

export const isSet = (bytes: Uint8Array, index: number): boolean =>
  ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
