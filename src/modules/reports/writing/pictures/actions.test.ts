import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { Window } from '../../../../../test/writing.ts'
import { contentOf, fileStore, keepFilesIn, keptFiles } from '../../../../platform/files.ts'
import { openPublished, publishedReport, publishReport } from '../../publishing/actions.ts'
import { partsOf } from '../../publishing/files/marking/actions.ts'
import { filesOf } from '../../publishing/queries.ts'
import { createReport, settledReport } from '../drafts/actions.ts'
import { addPicture, readPicture } from './actions.ts'

let there: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-pictures-'))))
  there = await town()
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNgwAIAABUAAapll8QAAAAASUVORK5CYII=',
  'base64',
)

async function* whole(bytes: Buffer) {
  yield bytes
}
const put = async (bytes: Buffer, name = '合影.png') => ({ ...(await keptFiles().save(whole(bytes), 2 ** 30)), name })

const begin = async (): Promise<string> => {
  const fields = { organizationId: there.organizations.willow, period: '2026-03', title: '报告', campaign: '' }
  const more = { language: 'zh-CN' as const, template: null, templateId: null }
  return (await there.lina.does(createReport, { ...fields, ...more })).id
}

test('a picture goes into the text, the published report and its Word file, with the words for those who do not see it', async () => {
  const reportId = await begin()
  const { file, width, height } = await there.lina.does(addPicture, { reportId, file: await put(png) })
  expect([width, height]).toEqual([2, 3])
  const window = new Window(there.lina, reportId)
  await window.fetch()
  window.insert({ type: 'picture', attrs: { file, caption: '图一 学习现场', alt: '九人围坐学习' } })
  await window.send('nothing')
  const { id: publishedId } = await there.lina.does(publishReport, { reportId })
  await there.lina.does(openPublished, { publishedId, open: true })
  const { settled } = await there.lina.does(publishedReport, { publishedId })
  expect(settled.blocks).toContainEqual({ kind: 'picture', file, caption: '图一 学习现场', alt: '九人围坐学习' })
  const files = await there.unasked(({ tx }) => filesOf(tx, publishedId))
  const parts = await partsOf(await contentOf(files.find(({ kind }) => kind === 'docx')?.hash ?? ''))
  expect(parts.get('word/document.xml')?.toString()).toContain('descr="九人围坐学习"')
  expect([...parts.keys()].some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true)
  expect(await there.zhang.does(readPicture, { file })).toMatchObject({ type: 'image/png', inline: true })
})

test.each([
  [
    'a drawing that may run a program',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'noPicture',
  ],
  ['a page under a picture’s name', Buffer.from('<!doctype html><script>alert(1)</script>'), 'noPicture'],
  ['a picture that moves', Buffer.from('47494638396105000700800000000000ffffff', 'hex'), 'noPicture'],
  ['a picture that breaks off', png.subarray(0, 50), 'noPicture'],
  ['more than any camera makes', Buffer.concat([png, Buffer.alloc(10 * 2 ** 20)]), 'pictureTooLarge'],
])('%s is refused', async (_, bytes, reason) => {
  const reportId = await begin()
  const file = await put(bytes)
  await expect(there.lina.does(addPicture, { reportId, file })).rejects.toThrow(reason)
  await expect(there.lina.does(readPicture, { file: file.hash })).rejects.toThrow()
})

test('only who writes there adds one, and a file that nobody added as a picture is none', async () => {
  const reportId = await begin()
  const file = await put(Buffer.from('的秘密名单'))
  await expect(there.zhang.does(addPicture, { reportId, file })).rejects.toThrow('notAllowed')
  const window = new Window(there.lina, reportId)
  await window.fetch()
  window.insert({ type: 'picture', attrs: { file: file.hash, caption: '' } })
  await window.send('nothing')
  const { blocks } = await there.lina.does(settledReport, { reportId })
  expect(JSON.stringify(blocks)).not.toContain(file.hash)
})
