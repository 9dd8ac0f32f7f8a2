import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cleaned } from './cleaned.ts'

const part = (name: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)])
}
const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const head = part('IHDR', Buffer.from('00000001000000010802000000', 'hex'))
const dots = part('IDAT', deflateSync(Buffer.alloc(4)))
const end = part('IEND', Buffer.alloc(0))

test('a PNG keeps its picture and loses what it tells of itself and what hangs behind it', () => {
  const told = Buffer.concat([
    signature,
    head,
    part('eXIf', Buffer.from('31.2N 121.4E')),
    dots,
    end,
    Buffer.from('<script>'),
  ])
  expect(cleaned(told, 'png')).toEqual(Buffer.concat([signature, head, dots, end]))
})

const segment = (mark: string, content: string): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length + 2)
  return Buffer.concat([Buffer.from(mark, 'hex'), length, Buffer.from(content, 'latin1')])
}
const start = Buffer.from('ffd8', 'hex')
const scan = Buffer.concat([segment('ffda', 'scan'), Buffer.from('1234ff00ffd9', 'hex')])

test('a JPEG loses where it was taken, remarks, and what hangs behind it', () => {
  const frame = segment('ffc0', '\x08\x00\x01\x00\x01\x00')
  const told = Buffer.concat([
    start,
    segment('ffe1', 'Exif GPS'),
    frame,
    segment('fffe', 'by me'),
    scan,
    Buffer.from('PK'),
  ])
  expect(cleaned(told, 'jpg')).toEqual(Buffer.concat([start, frame, scan]))
})

test('a picture that breaks off is none', () => {
  expect(cleaned(Buffer.concat([signature, head, dots]), 'png')).toBeNull()
  expect(cleaned(Buffer.concat([signature, head, dots]).subarray(0, 50), 'png')).toBeNull()
  expect(cleaned(Buffer.concat([start, segment('ffe1', 'Exif')]), 'jpg')).toBeNull()
})
