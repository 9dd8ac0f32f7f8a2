import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红梅建文志国春雨新海东浩晓佳欣涵然子雪桐']

export type Size = { people: number; hours: number; activities: number; communities: number }
export const large: Size = { people: 100_000, hours: 300_000, activities: 6000, communities: 300 }

export type Plan = {
  communities: string[]
  people(): Iterable<{ name: string; phone: string; community: string; since: string }>
  activities(): Iterable<{ number: number; host: string; day: string; times: string; title: string }>
  hours(): Iterable<{ name: string; phone: string; activity: number; minutes: number }>
}

/** A town's worth of records, made as they are asked for. */
export function plan(size: Size, seed: number): Plan {
  const communities = Array.from({ length: size.communities }, (_, i) => `第${i + 1}社区`)
  const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T
  const name = (i: number) =>
    at(surnames, i) +
    at(given, Math.floor(i / surnames.length)) +
    at(given, Math.floor(i / surnames.length / given.length) * 7 + i * 3)
  const phone = (i: number) => `138${String(i).padStart(8, '0')}`
  return {
    communities,
    *people() {
      const random = seeded(seed)
      for (let i = 0; i < size.people; i++) {
        const month = 1 + Math.floor(random() * 12)
        yield {
          name: name(i),
          phone: phone(i),
          community: at(communities, Math.floor(random() * size.communities)),
          since: `2022.${month}.1`,
        }
      }
    },
    *activities() {
      const random = seeded(seed + 1)
      for (let i = 0; i < size.activities; i++) {
        const host = at(communities, i)
        const day = `2023年${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日`
        yield {
          number: i + 1,
          host,
          day,
          times: at(['9:00—11:00', '下午2:00至4:00', '14：00至17：00'], i),
          title: `${host}·${at(['义诊', '敬老理发', '清洁家园'], i)}${i + 1}`,
        }
      }
    },
    *hours() {
      const each = Math.ceil(size.hours / size.people)
      for (let i = 0; i < size.hours; i++) {
        const who = Math.floor(i / each)
        yield {
          name: name(who),
          phone: phone(who),
          activity: ((who * 31 + (i % each) * 977) % size.activities) + 1,
          minutes: 60 + 30 * (i % 4),
        }
      }
    },
  }
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function* sheetOf(rows: Iterable<readonly (string | number)[]>): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
  let number = 0
  for (const row of rows) {
    number++
    const cells = row.map((value, c) => {
      const at = `${String.fromCharCode(65 + c)}${number}`
      return typeof value === 'number'
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${xml(value)}</t></is></c>`
    })
    yield `<row r="${number}">${cells.join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function* pieces(text: Iterable<string>): Generator<Buffer> {
  let part = ''
  for (const piece of text) {
    part += piece
    if (part.length < 65_536) continue
    yield Buffer.from(part)
    part = ''
  }
  yield Buffer.from(part)
}

/** Writes it as a workbook with an office's habits, row by row. */
export async function writeWorkbook(path: string, { communities, people, activities, hours }: Plan): Promise<void> {
  function* organizations() {
    yield ['编号', '名称', '类型', '上级']
    yield [1, '柳林街道', '街道', '']
    for (const [i, name] of communities.entries()) yield [i + 2, name, '社区', '柳林街道']
  }
  function* roster() {
    yield ['柳林街道人员花名册']
    yield ['序号', '姓名', '手机号', '任职时间', '所属社区', '职务']
    let n = 0
    for (const p of people())
      yield [
        ++n,
        p.name,
        n % 3 ? p.phone : `${p.phone.slice(0, 3)} ${p.phone.slice(3, 7)} ${p.phone.slice(7)}`,
        p.since,
        p.community,
        '志愿者',
      ]
  }
  function* ledger() {
    yield ['序号', '主办单位', '活动日期', '起止时间', '主题', '类别']
    for (const a of activities()) yield [a.number, a.host, a.day, a.times, a.title, '志愿服务']
  }
  function* served() {
    yield ['志愿服务时长登记表']
    yield ['序号', '姓名', '手机号', '台账序号', '服务时长']
    let n = 0
    for (const h of hours()) yield [++n, h.name, h.phone, h.activity, n % 2 ? h.minutes / 60 : `${h.minutes}分钟`]
  }
  const sheets: [string, Iterable<(string | number)[]>][] = [
    ['组织架构', organizations()],
    ['人员花名册', roster()],
    ['活动台账', ledger()],
    ['志愿服务时长', served()],
  ]
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const zip = new ZipFile()
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name)
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  )
  add(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  add(
    'xl/workbook.xml',
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${sheets.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
  )
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
  )
  for (const [i, [, rows]] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${i + 1}.xml`, (hand) => hand(null, Readable.from(pieces(sheetOf(rows)))))
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}
