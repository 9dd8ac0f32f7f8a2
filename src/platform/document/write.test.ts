import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import type { OfficialDocument } from './contract.ts'
import { page } from './rules.ts'
import { writeOfficialDocument } from './write.ts'

const run = promisify(execFile)
const millimetres = 72 / 25.4

const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] })
const report: OfficialDocument = {
  language: 'zh-CN',
  title: ['柳林街道2023年公共服务', '工作报告'],
  addressee: '区民政局：',
  blocks: [
    { kind: 'heading', level: 1, text: '总体情况' },
    { kind: 'heading', level: 2, text: '组织' },
    paragraph('街道共有6个社区。'),
    {
      kind: 'table',
      caption: '表1　按季度',
      columns: [
        { title: '季度', align: 'left', width: 1 },
        { title: '时长', align: 'right', width: 2 },
      ],
      rows: [[{ text: '第一季度' }, { text: '194' }]],
    },
    paragraph('服'.repeat(28 * 40 - 2)),
  ],
  attachments: ['人员名单', '活动台账'],
  signature: { organization: '柳林街道', date: '2023-12-05' },
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-document-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Word = { page: number; text: string; left: number; right: number; top: number; bottom: number }

/** The words of each page with their places, as another program lays them out. */
async function laidOut(document: OfficialDocument, name: string, written = writeOfficialDocument(document)) {
  const docx = join(folder, `${name}.docx`)
  await writeFile(docx, await written)
  const office = [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'pdf']
  await run(process.env.SOFFICE_PATH ?? 'soffice', [...office, '--outdir', folder, docx], { timeout: 90_000 })
  const pdf = join(folder, `${name}.pdf`)
  const info = (await run('pdfinfo', [pdf])).stdout
  const boxes = join(folder, `${name}.html`)
  await run(process.env.PDFTOTEXT_PATH ?? 'pdftotext', ['-bbox', pdf, boxes])
  const words: Word[] = []
  let at = 0
  for (const line of (await readFile(boxes, 'utf8')).split('\n')) {
    if (line.includes('<page ')) at++
    const found = line.match(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/)
    if (!found) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number)
    words.push({ page: at, text: found[5] ?? '', left, right, top, bottom })
  }
  return { info, words, pages: at }
}

const inTypeArea = (word: Word) => word.bottom < page.height / 20 - 33 * millimetres

test('laid out by another program: A4, margins, 22 lines, 28 characters, page numbers outside', async () => {
  const { info, words, pages } = await laidOut(report, 'chinese')
  expect(info).toMatch(/Page size: +595\.\d+ x 84[12]\.\d+ pts \(A4\)/)

  const full = words.filter((word) => /^服{20,}$/.test(word.text))
  expect(new Set(full.filter((word) => word.left < 28 * millimetres + 5).map((word) => word.text.length))).toEqual(
    new Set([28]),
  )
  expect(Math.min(...full.map((word) => word.left))).toBeCloseTo(28 * millimetres, 0)
  for (const word of full) expect(word.right).toBeLessThan(page.width / 20 - 26 * millimetres + 0.5)
  expect(full[0]?.text.length, 'the first line stands two characters in').toBe(26)

  const onSecondPage = full.filter((word) => word.page === 2)
  expect(onSecondPage).toHaveLength(22)
  const pitches = onSecondPage.slice(1).map((word, i) => word.top - (onSecondPage[i]?.top ?? 0))
  for (const pitch of pitches) expect(Math.abs(pitch - page.linePitch / 20)).toBeLessThan(0.11)
  const first = onSecondPage[0]
  const last = onSecondPage[21]
  if (!first || !last) throw new Error('the second page is full')
  expect(first.top).toBeGreaterThan(37 * millimetres - 3)
  expect(first.top).toBeLessThan(37 * millimetres + 15)
  expect(last.bottom).toBeLessThan(page.height / 20 - 35 * millimetres + 3)

  for (let n = 1; n <= pages; n++) {
    const footer = words.filter((word) => word.page === n && !inTypeArea(word))
    expect(footer.map((word) => word.text)).toEqual(['—', String(n), '—'])
    const [left, , right] = footer
    if (n % 2) expect(right?.right).toBeCloseTo(page.width / 20 - 26 * millimetres - 14, -0.5)
    else expect(left?.left).toBeCloseTo(28 * millimetres + 14, -0.5)
    const dash = ((left?.top ?? 0) + (left?.bottom ?? 0)) / 2
    expect(Math.abs(dash - (page.height / 20 - 28 * millimetres))).toBeLessThan(2 * millimetres)
  }
}, 120_000)

test('the English report has the same page', async () => {
  const english: OfficialDocument = {
    language: 'en',
    title: ['Liulin Sub-district: the year 2023'],
    blocks: [
      { kind: 'heading', level: 1, text: 'Overview' },
      { kind: 'heading', level: 2, text: 'Organizations' },
      paragraph('The sub-district has 6 communities. '.repeat(60)),
    ],
    attachments: [],
    signature: { organization: 'Liulin Sub-district', date: '2023-12-05' },
  }
  const { words, info } = await laidOut(english, 'english')
  expect(info).toMatch(/\(A4\)/)
  const text = words.map((word) => word.text).join(' ')
  expect(text).toContain('I. Overview A. Organizations The sub-district has 6 communities.')
  expect(text).toContain('5 December 2023')
  expect(Math.min(...words.filter(inTypeArea).map((word) => word.left))).toBeGreaterThan(28 * millimetres - 0.5)
}, 120_000)

type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

/** Unzips and parses the file without the library that made it. */
async function parts(docx: Buffer): Promise<Map<string, Element>> {
  const found = new Map<string, Element>()
  await new Promise<void>((resolve, reject) =>
    fromBuffer(docx, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure)
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken) return reject(broken)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk as Buffer)
          if (/\.(xml|rels)$/.test(entry.fileName))
            found.set(entry.fileName, parse(Buffer.concat(chunks).toString('utf8')))
          zip.readEntry()
        })
      })
      zip.on('end', () => resolve())
      zip.readEntry()
    }),
  )
  return found
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => {
    const element: Element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void open.at(-1)?.children.push(text))
  parser.on('error', (problem) => {
    throw problem
  })
  parser.write(xml).close()
  return root
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  )
const textOf = (element: Element): string =>
  all(element, 'w:t')
    .flatMap((t) => t.children)
    .join('')

test('read by another reader: faces, sizes, pitches, no bold', async () => {
  const found = await parts(await writeOfficialDocument(report))
  const body = found.get('word/document.xml')
  const fonts = found.get('word/fontTable.xml')
  const settings = found.get('word/settings.xml')
  if (!body || !fonts || !settings) throw new Error('a part of the document is missing')

  const [margins] = all(body, 'w:pgMar')
  expect(margins?.attributes).toMatchObject({
    'w:top': '2098',
    'w:left': '1587',
    'w:right': '1474',
    'w:bottom': '1984',
  })
  expect(all(settings, 'w:evenAndOddHeaders')).toHaveLength(1)
  expect(
    all(body, 'w:footerReference')
      .map((r) => r.attributes['w:type'])
      .sort(),
  ).toEqual(['default', 'even'])

  const look = (text: string) => {
    const line = all(body, 'w:p').find((p) => textOf(p).startsWith(text))
    if (!line) throw new Error(`no paragraph begins with ${text}`)
    const [properties] = all(line, 'w:r')
    if (!properties) throw new Error('a paragraph has a run')
    return {
      face: all(properties, 'w:rFonts')[0]?.attributes['w:eastAsia'],
      digits: all(properties, 'w:rFonts')[0]?.attributes['w:ascii'],
      size: all(properties, 'w:sz')[0]?.attributes['w:val'],
      spacing: all(properties, 'w:spacing')[0]?.attributes['w:val'],
      line: all(line, 'w:spacing').find((s) => s.attributes['w:line'])?.attributes['w:line'],
      rule: all(line, 'w:spacing').find((s) => s.attributes['w:line'])?.attributes['w:lineRule'],
      indent: all(line, 'w:ind')[0]?.attributes['w:firstLineChars'],
      align: all(line, 'w:jc')[0]?.attributes['w:val'],
    }
  }
  const line = { line: '579', rule: 'exact' }
  const text = { ...line, size: '32', spacing: '-5', indent: '200' }
  expect(look('柳林街道2023年')).toMatchObject({ face: '方正小标宋简体', size: '44', align: 'center', ...line })
  expect(look('一、总体情况')).toMatchObject({ face: '黑体', ...text })
  expect(look('（一）组织')).toMatchObject({ face: '楷体_GB2312', ...text })
  expect(look('街道共有6个社区')).toMatchObject({ face: '仿宋_GB2312', digits: '仿宋_GB2312', ...text })
  expect(look('2023年12月5日').align).toMatch(/right|end/)
  expect(look('附件：1. 人员名单').face).toBe('仿宋_GB2312')
  expect(all(body, 'w:b').filter((b) => b.attributes['w:val'] !== 'false')).toEqual([])

  const standIns = all(fonts, 'w:font').map((f) => [
    f.attributes['w:name'],
    all(f, 'w:altName')[0]?.attributes['w:val'],
  ])
  expect(Object.fromEntries(standIns)).toMatchObject({
    方正小标宋简体: expect.stringContaining('FZXiaoBiaoSong'),
    仿宋_GB2312: expect.stringContaining('FangSong'),
    楷体_GB2312: expect.stringContaining('KaiTi'),
    黑体: expect.stringContaining('SimHei'),
  })
})

test('lists, pictures and charts stand in the type area, each chart one of Word itself, with its numbers', async () => {
  const png = await readFile(join(import.meta.dirname, '../../../docs/screenshot.png'))
  const quarters = ['一季度', '二季度', '三季度', '四季度']
  const document: OfficialDocument = {
    language: 'zh-CN',
    title: ['图示'],
    blocks: [
      { kind: 'list', ordered: true, items: [[{ text: '社区服务' }], [{ text: '学习活动' }]] },
      { kind: 'list', ordered: false, items: [[{ text: '另有一项' }]] },
      {
        kind: 'chart',
        caption: '图1　每季度时长',
        as: 'bar',
        labels: quarters,
        values: [194, 208, null, 231],
        figure: 'a',
      },
      { kind: 'chart', caption: '图2　出席率', as: 'line', labels: quarters, values: [71, 83, null, 92], figure: 'b' },
      {
        kind: 'chart',
        caption: '图3　各队次数',
        as: 'bar',
        labels: ['和平社区志愿服务队', '青年志愿服务队', '文化艺术服务队'],
        values: [17, 29, 6],
        figure: 'c',
      },
      { kind: 'picture', file: 'p', caption: '图4　服务站', alt: '' },
      { kind: 'picture', file: 'gone', caption: '图5　遗失', alt: '' },
    ],
    attachments: [],
  }
  const drawn = writeOfficialDocument(document, ({ file }) =>
    file === 'p' ? { data: png, type: 'png', width: 1440, height: 1010 } : null,
  )
  const { words, pages } = await laidOut(document, 'drawn', drawn)
  expect(pages).toBe(2)
  const said = words.map(({ text }) => text)
  const shown = [
    '1.',
    '社区服务',
    '2.',
    '学习活动',
    '——另有一项',
    '194',
    '208',
    '231',
    '71',
    '83',
    '92',
    '17',
    '29',
    '6',
    '遗失]',
  ]
  expect(said).toEqual(expect.arrayContaining(shown))
  // What has no number is not drawn as nothing.
  expect(said).not.toContain('0')
  for (const word of words.filter(({ text }) => !/^[—12]$/.test(text)))
    expect([word.text, inTypeArea(word), word.left > 27 * millimetres]).toEqual([word.text, true, true])
})
