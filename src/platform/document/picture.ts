import type { Picture } from './contract.ts'

/** What the bytes of a picture say of its kind and size; null for anything that is no PNG, JPEG or GIF. */
export function pictureIn(data: Buffer): Picture | null {
  if (data.length > 24 && data.toString('latin1', 1, 4) === 'PNG')
    return { data, type: 'png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
  if (data.length > 10 && data.toString('latin1', 0, 4) === 'GIF8')
    return { data, type: 'gif', width: data.readUInt16LE(6), height: data.readUInt16LE(8) }
  return data.length > 4 && data.readUInt16BE(0) === 0xffd8 ? jpegIn(data) : null
}

/** A JPEG is a row of marked segments; the one that begins a frame holds the size. */
function jpegIn(data: Buffer): Picture | null {
  let at = 2
  while (at + 9 < data.length && data[at] === 0xff) {
    const mark = data[at + 1] ?? 0
    const frame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
    if (frame) return { data, type: 'jpg', height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
    at += 2 + data.readUInt16BE(at + 2)
  }
  return null
}
