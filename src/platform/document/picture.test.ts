import { expect, test } from 'vitest'
import { pictureIn } from './picture.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEUlEQVR4nGP4z8DwnxjMgCEAAAZlBPxf5KqPAAAAAElFTkSuQmCC',
  'base64',
)

test('kind and size are read from the bytes, whatever a file is called', () => {
  expect(pictureIn(png)).toMatchObject({ type: 'png', width: 2, height: 3 })
  const gif = Buffer.from('47494638396105000700800000000000ffffff', 'hex')
  expect(pictureIn(gif)).toMatchObject({ type: 'gif', width: 5, height: 7 })
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108000900040301220002110103110100', 'hex')
  expect(pictureIn(jpeg)).toMatchObject({ type: 'jpg', width: 4, height: 9 })
  expect(pictureIn(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  expect(pictureIn(Buffer.from('ffd8', 'hex'))).toBeNull()
})
