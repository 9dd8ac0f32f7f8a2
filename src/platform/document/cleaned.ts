/** The parts of a PNG that make its picture; everything else tells of it: words, times, places, cameras. */
const shown = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'IDAT', 'IEND']

/** The same picture without what it tells of its taking; null when its bytes do not hold together. */
export const cleaned = (data: Buffer, type: 'png' | 'jpg'): Buffer | null =>
  type === 'png' ? cleanedPng(data) : cleanedJpeg(data)

function cleanedPng(data: Buffer): Buffer | null {
  const kept = [data.subarray(0, 8)]
  let at = 8
  while (at + 12 <= data.length) {
    const length = data.readUInt32BE(at)
    const name = data.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > data.length) return null
    if (shown.includes(name)) kept.push(data.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

/** Segments until the scan begins; what is for programs only (APP1 and on) and remarks are left out. */
function cleanedJpeg(data: Buffer): Buffer | null {
  const kept = [data.subarray(0, 2)]
  let at = 2
  while (at + 4 <= data.length && data[at] === 0xff) {
    const mark = data[at + 1] ?? 0
    if (mark === 0xda) {
      const end = data.lastIndexOf(Buffer.from([0xff, 0xd9]))
      return end < at ? null : Buffer.concat([...kept, data.subarray(at, end + 2)])
    }
    const end = at + 2 + data.readUInt16BE(at + 2)
    if (end > data.length) return null
    const tells = (mark >= 0xe1 && mark <= 0xef && mark !== 0xee) || mark === 0xfe
    if (!tells) kept.push(data.subarray(at, end))
    at = end
  }
  return null
}
