import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Header, Packer, Paragraph, TextRun } from 'docx'
import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { Window } from '../../../../test/writing.ts'
import type { StoredFile } from '../../../platform/endpoint.ts'
import { contentOf, fileStore, keepFilesIn, keptFiles } from '../../../platform/files.ts'
import { packed } from '../../../platform/workbook/archive.ts'
import { publishedReport, publishReport } from '../publishing/actions.ts'
import { partsOf } from '../publishing/files/marking/actions.ts'
import { filesOf } from '../publishing/queries.ts'
import { verifyReport } from '../publishing/verifying/actions.ts'
import { readBrought } from '../publishing/verifying/reading/actions.ts'
import { createReport } from '../writing/drafts/actions.ts'
import { addPicture } from '../writing/pictures/actions.ts'
import { addWordTemplate, bringBackWordTemplate, draftWord, listWordTemplates, retireWordTemplate } from './actions.ts'

beforeAll(async () => keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-templates-')))))

/** A Word file as an office would make it; each text of a line is a run of its own, as Word likes to break them. */
const wordFile = (...lines: string[][]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('{单位}文件')] }) },
          children: lines.map((runs) => new Paragraph({ children: runs.map((text) => new TextRun(text)) })),
        },
      ],
    }),
  )

async function stored(bytes: Buffer, name = '红头文件.docx'): Promise<StoredFile> {
  const saved = await keptFiles().save(
    (async function* () {
      yield bytes
    })(),
    2 ** 24,
  )
  return { ...saved, name }
}

const letter = [['{标', '题}'], ['本期{集中', '学习}次。'], ['{#下级单位}'], ['{名称}'], ['{/下级单位}'], ['{正文}']]

async function begun() {
  const here = await town()
  const { lina, organizations } = here
  const { id: reportId } = await lina.does(createReport, {
    organizationId: organizations.willow,
    period: '2026-03',
    language: 'zh-CN',
    title: '{scope}{period}工作报告',
    template: null,
    templateId: null,
    campaign: '',
  })
  return { ...here, reportId, lines: letter }
}

test('a sound template is kept, and a report comes in it: title, figures, parts, text and head of the page', async () => {
  const { lina, reportId, lines } = await begun()
  const { kept, faults } = await lina.does(addWordTemplate, { file: await stored(await wordFile(...lines)) })
  expect(faults).toEqual([])
  expect(await lina.does(listWordTemplates, {})).toMatchObject([{ id: kept?.id, name: '红头文件', addedBy: '李娜' }])
  const { body } = await lina.does(draftWord, { reportId, wordTemplateId: kept?.id })
  const read = await readBrought(body as Buffer)
  expect(read.lines).toEqual(expect.arrayContaining(['柳荫街道2026年3月工作报告', '本期0次。', '和平社区', '青松社区']))
  expect(read.lines?.join('')).not.toMatch(/[{}]/)
  const head = String((await partsOf(body as Buffer)).get('word/header1.xml'))
  expect(head.replace(/<[^>]*>/g, '')).toContain('柳荫街道文件')
})

test('a picture of the report stands in the office’s own file, which did not know pictures', async () => {
  const { lina, reportId, lines } = await begun()
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNgwAIAABUAAapll8QAAAAASUVORK5CYII=',
    'base64',
  )
  const { file } = await lina.does(addPicture, { reportId, file: await stored(png, '合影.png') })
  const window = new Window(lina, reportId)
  await window.fetch()
  window.insert({ type: 'picture', attrs: { file, caption: '图一 学习现场', alt: '九人围坐学习' } })
  await window.send('nothing')
  const { kept } = await lina.does(addWordTemplate, { file: await stored(await wordFile(...lines)) })
  const parts = await partsOf((await lina.does(draftWord, { reportId, wordTemplateId: kept?.id })).body as Buffer)
  const textOf = (name: string) => String(parts.get(name))
  const [, name] = /r:embed="([^"]+)"/.exec(textOf('word/document.xml')) ?? []
  const [, target] = new RegExp(`Id="${name}"[^>]*Target="([^"]+)"`).exec(textOf('word/_rels/document.xml.rels')) ?? []
  expect(parts.get(`word/${target}`)?.subarray(1, 4).toString()).toBe('PNG')
  expect(textOf('[Content_Types].xml').match(/Extension="png"/g)).toHaveLength(1)
  expect(textOf('word/document.xml')).toContain('descr="九人围坐学习"')
})

test('published with it, the office’s own file is sealed and verified as well', async () => {
  const { lina, reportId, lines, unasked } = await begun()
  const { kept } = await lina.does(addWordTemplate, { file: await stored(await wordFile(...lines)) })
  const { id: publishedId } = await lina.does(publishReport, { reportId, wordTemplateId: kept?.id })
  expect((await lina.does(publishedReport, { publishedId })).files.map(({ kind }) => kind)).toEqual([
    'docx',
    'own',
    'xlsx',
  ])
  const own = await unasked(async ({ tx }) => (await filesOf(tx, publishedId)).find(({ kind }) => kind === 'own'))
  const content = await contentOf(own?.hash ?? '')
  expect(await lina.does(verifyReport, { content })).toMatchObject({ verdict: 'genuine', report: { kind: 'own' } })
  const parts = await partsOf(content)
  parts.set('word/document.xml', Buffer.from(String(parts.get('word/document.xml')).replace('青松社区', '红松社区')))
  expect(await lina.does(verifyReport, { content: await packed(parts) })).toMatchObject({
    verdict: 'altered',
    lines: [{ was: '青松社区', is: '红松社区' }],
  })
})

test('what is wrong is said with its place, and nothing is kept', async () => {
  const { lina } = await begun()
  const bytes = await wordFile(['标题'], ['全年{集中学习次'], ['{没有这个数字}'])
  const { kept, faults } = await lina.does(addWordTemplate, { file: await stored(bytes) })
  expect(kept).toBeNull()
  expect(faults.map(({ fault, part, number }) => [fault, part, number])).toEqual([
    ['unclosed', 'body', 2],
    ['unknown', 'body', 3],
  ])
  expect(await lina.does(listWordTemplates, {})).toEqual([])
})

test('a file that runs, fetches or is no Word file is refused', async () => {
  const { lina, xiaoyu } = await begun()
  const parts = await partsOf(await wordFile(['{标题}']))
  const bring = async (change: (parts: Map<string, Buffer>) => void) => {
    const changed = new Map(parts)
    change(changed)
    return lina.does(addWordTemplate, { file: await stored(await packed(changed)) })
  }
  await expect(bring((all) => all.set('word/vbaProject.bin', Buffer.from('x')))).rejects.toThrow('templateRuns')
  const rels = 'word/_rels/document.xml.rels'
  const link = '<Relationship Id="x" Type="http://x/image" Target="http://x.example/a.png" TargetMode="External"/>'
  const fetching = String(parts.get(rels)).replace('</Relationships>', `${link}</Relationships>`)
  await expect(bring((all) => all.set(rels, Buffer.from(fetching)))).rejects.toThrow('templateFetches')
  await expect(bring((all) => all.delete('word/document.xml'))).rejects.toThrow('notAWordFile')
  const text = await stored(Buffer.from('not a zip'))
  await expect(lina.does(addWordTemplate, { file: text })).rejects.toThrow('notAWordFile')
  await expect(xiaoyu.does(addWordTemplate, { file: text })).rejects.toThrow('notAllowed')
})

test('a secretary of one community uses the templates of the office and changes none', async () => {
  const { lina, qian, lines } = await begun()
  const { kept } = await lina.does(addWordTemplate, { file: await stored(await wordFile(...lines)) })
  expect(await qian.does(listWordTemplates, {})).toHaveLength(1)
  const wordTemplateId = kept?.id ?? ''
  await expect(qian.does(retireWordTemplate, { wordTemplateId })).rejects.toThrow('notAllowed')
})

test('a removed template is not offered, until it is brought back', async () => {
  const { lina, lines } = await begun()
  const { kept } = await lina.does(addWordTemplate, { file: await stored(await wordFile(...lines)) })
  const wordTemplateId = kept?.id ?? ''
  await lina.does(retireWordTemplate, { wordTemplateId })
  expect(await lina.does(listWordTemplates, {})).toEqual([])
  await lina.does(bringBackWordTemplate, { wordTemplateId })
  expect(await lina.does(listWordTemplates, {})).toHaveLength(1)
})
