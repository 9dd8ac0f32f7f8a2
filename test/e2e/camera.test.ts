import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import encodeQR from 'qr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder } from '../linli.ts'
import { closeBrowser, openBrowser, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { fullCodeOf, openTablet } from './tablet.ts'
import { type Member, openTeam } from './team.ts'

let office: Office
let lin: Member
let activityId: string
let video: string
let remove: () => Promise<void>

beforeAll(async () => {
  const { folder, remove: forget } = await dataFolder()
  remove = forget
  video = join(folder, 'camera.y4m')
  // The camera of this browser shows a file, which is read when a page first looks through it.
  await openBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ])
  office = await openOffice({ imported: false })
  const team = await openTeam(office)
  activityId = (await team.service('社区食堂帮厨', -1)).id
  lin = await team.member('林小雨', '13800000022')
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
  await remove?.()
})

test('a code held to the tablet’s camera checks in, and held there checks in once', async () => {
  const { page, token, window } = await openTablet(office, '北门')
  await writeFile(video, filmOf(await fullCodeOf(office, lin.id, token)))
  await page.getByRole('button', { name: '社区食堂帮厨' }).tap()
  await page.getByRole('button', { name: '打开摄像头' }).tap()
  await page.locator('#said[data-outcome=welcome]').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByText('已全部发送').waitFor()
  const { people } = (await office.api.get(`/api/activities/${activityId}/door`)) as { people: { personId: string }[] }
  expect(people.map((one) => one.personId)).toEqual([lin.id])
  expect(await page.locator('#said').getAttribute('data-outcome')).toBe('welcome')
  await window.close()
})

/** A film of a QR code that is held still: 640 × 480, grey, as Chromium's fake camera reads it (YUV4MPEG2). */
function filmOf(text: string): Buffer {
  const [width, height] = [640, 480]
  const code = encodeQR(text, 'raw', { border: 4 })
  const size = Math.floor(height / code.length)
  const left = Math.floor((width - size * code.length) / 2)
  const grey = Buffer.alloc(width * height, 235)
  for (const [y, row] of code.entries())
    for (const [x, dark] of row.entries())
      for (let line = 0; dark && line < size; line++) {
        const at = (y * size + line) * width + left + x * size
        grey.fill(16, at, at + size)
      }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, Buffer.alloc((width * height) / 2, 128)])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame])
}
