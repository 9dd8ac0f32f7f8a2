import type { Grade } from '../../findings/contract.ts'
import { Asked, type AskedKind, type Content, type checklistUses } from '../contract.ts'
import { answersOf, contentRefusal } from '../rules.ts'

/** What a row of the workbook says, by column. */
export type Row = Readonly<Record<string, string | number | undefined>>
export type RowProblem = { problem: string; key: string; values: Record<string, string> }
type Use = (typeof checklistUses)[number]

const said = (row: Row, key: string): string =>
  String(row[key] ?? '')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
const lineOf = (row: Row, key: string, most: number): string =>
  said(row, key).replaceAll('\n', ' ').toWellFormed().slice(0, most)
const wrong = (problem: string, key: string, text = ''): RowProblem => ({
  problem,
  key,
  values: text ? { text: text.slice(0, 100) } : {},
})
const isProblem = <T extends object>(read: T | RowProblem): read is RowProblem => 'problem' in read

/** Full-width and half-width alike, without spaces. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const kinds: readonly [AskedKind, RegExp][] = [
  ['yesNo', /是否|是\/否|是或否|判断|符合性|合格\/不合格|有无|yes|boolean/],
  ['score', /评分|打分|分值|评级|score|rating/],
  ['measure', /测量|数值|读数|数字|温度|measure|number|value/],
  ['choice', /选择|单选|下拉|选项|choice|select/],
  ['photo', /照片|拍照|影像|图片|photo|picture/],
  ['signature', /签名|签字|signature/],
]
function kindOf(row: Row): AskedKind | null {
  const text = plain(said(row, 'kind'))
  if (text === '') {
    if (said(row, 'choices')) return 'choice'
    return /\d/.test(said(row, 'range')) && rangeIn(said(row, 'range')) ? 'measure' : 'yesNo'
  }
  return kinds.find(([, words]) => words.test(text))?.[0] ?? null
}

const gradesIn: readonly [Grade, RegExp][] = [
  ['danger', /重大|危险|紧急|特别|严重|^1级|^一级|danger/],
  ['major', /较重|较大|中|^2级|^二级|major|serious/],
  ['minor', /一般|轻|低|小|^3级|^三级|minor|low/],
]
const yes = /^(?:是|√|✓|✔|对|y|yes|true|关键|否决|必查|重点|★|\*|1)$/
const no = /^(?:|否|×|x|n|no|false|0|-|—|\/|无)$/

const numeral = String.raw`[-−]?\d+(?:\.\d+)?`
type Range = { from: number | null; to: number | null }

/** '0-8', '0～8℃', '≥ 1.2', '不超过 8', 'at most 8': from and to; null when it says none of this. */
export function rangeIn(given: string): Range | null {
  const text = plain(given).replaceAll('−', '-')
  const numbers = (pattern: string) => new RegExp(pattern).exec(text)?.slice(1).map(Number)
  const both = numbers(`^(${numeral})[^\\d~～至到—–-]*(?:~|～|至|到|—|–|-|to)(${numeral})`)
  if (both) return { from: both[0] ?? null, to: both[1] ?? null }
  const below = numbers(`(?:≤|<=|<|不超过|不高于|不大于|低于|小于|atmost|max\\.?)(${numeral})`)
  const above = numbers(`(?:≥|>=|>|不低于|不少于|不小于|高于|大于|至少|atleast|min\\.?)(${numeral})`)
  if (below || above) return { from: above?.[0] ?? null, to: below?.[0] ?? null }
  const upTo = numbers(`^(${numeral})[^\\d]*(?:以下|以内)`)
  const from = numbers(`^(${numeral})[^\\d]*(?:以上)`)
  return upTo ? { from: null, to: upTo[0] ?? null } : from ? { from: from[0] ?? null, to: null } : null
}

function choicesIn(given: string): Asked['choices'] {
  const parts = given
    .split(/[\n;；|｜]|(?<=\S)[、，,](?=\S)/)
    .map((part) => part.replace(/^\s*[A-Ha-h][.、．:：)）]\s*/, '').trim())
    .filter(Boolean)
  const good = /[√✓✔*★]|[（(](?:合格|符合|正常|fine|ok)[)）]/
  const marked = parts.some((part) => good.test(part))
  return parts.map((part, i) => ({
    id: `c${i + 1}`,
    text: part.replace(good, '').trim().slice(0, 200),
    // Where nothing is marked, the first is as it should be.
    fine: marked ? good.test(part) : i === 0,
  }))
}

/** A row as a question, without its condition, or why it is none. */
function askedOf(row: Row, id: string): Asked | RowProblem {
  const text = lineOf(row, 'text', 500)
  if (text === '') return wrong('askedMissing', 'text')
  const kind = kindOf(row)
  if (!kind) return wrong('askedKindUnclear', 'kind', said(row, 'kind'))
  const standard = said(row, 'range')
  const more: Record<string, unknown> = {}
  if (kind === 'measure' && standard) {
    const range = rangeIn(standard)
    if (!range) return wrong('rangeUnclear', 'range', standard)
    Object.assign(more, range)
    const unit = lineOf(row, 'unit', 20) || /[℃℉%‰]|mpa|lux|mm|cm|ppm|db/i.exec(standard)?.[0]
    if (unit) more.unit = unit
  }
  if (kind === 'yesNo' && /^(?:否|无|没有|no|none)$/.test(plain(standard))) more.good = 'no'
  const weight = said(row, 'weight')
  if (weight) {
    const points = Number(/^(\d+)(?:\.0+)?(?:分|%|points?)?$/.exec(plain(weight))?.[1] ?? Number.NaN)
    if (!(points <= 100)) return wrong('weightUnclear', 'weight', weight)
    more.weight = points
    if (kind === 'score' && points > 0) {
      const least = rangeIn(standard)?.from ?? Number(/^\d+$/.exec(plain(standard))?.[0] ?? Math.ceil(points * 0.6))
      Object.assign(more, { most: points, least: Math.min(points, Math.floor(least)) })
    }
  }
  const critical = plain(said(row, 'critical'))
  if (!yes.test(critical) && !no.test(critical)) return wrong('criticalUnclear', 'critical', said(row, 'critical'))
  const grade = plain(said(row, 'grade'))
  const known = gradesIn.find(([, words]) => words.test(grade))?.[0]
  if (grade && !known) return wrong('gradeUnclear', 'grade', said(row, 'grade'))
  if (kind === 'choice') more.choices = choicesIn(said(row, 'choices'))
  const read = Asked.safeParse({
    id,
    kind,
    text,
    help: said(row, 'help').slice(0, 1000),
    critical: yes.test(critical),
    grade: known ?? 'minor',
    fault: lineOf(row, 'fault', 40),
    ...more,
  })
  if (!read.success) return wrong('askedMissing', 'text')
  const refusal = contentRefusal({ about: '', enough: 0, sections: [{ id: 's', title: '', questions: [read.data] }] })
  return refusal ? wrong(refusal.reason, kind === 'choice' ? 'choices' : 'range') : read.data
}

/** '第3题=否', '3 为否', 'if 3 = no': the number of the question that it looks at, and the answer. */
function conditionIn(text: string): { number: string; answer: string } | null {
  const found =
    /^(?:仅当|如果|如|若|当|if|only\s*if|)(?:第|question|q|)(\d+)(?:题|项|条|)(?:=|为|是|:|答|is)(.+?)(?:时|)$/.exec(
      plain(text),
    )
  return found ? { number: found[1] as string, answer: found[2] as string } : null
}

const answerWords: readonly [string, RegExp][] = [
  ['yes', /^(?:是|有|yes|y)$/],
  ['no', /^(?:否|无|没有|no|n)$/],
  ['amiss', /不合格|不符合|异常|超标|amiss|notinorder/],
  ['fine', /合格|符合|正常|fine|inorder/],
  ['na', /不适用|na|n\/a/],
]

function conditionOf(text: string, before: ReadonlyMap<string, Asked>): Asked['when'] | RowProblem {
  if (text === '') return null
  const read = conditionIn(text)
  const asked = read && before.get(read.number)
  if (!read || !asked) return wrong('conditionUnclear', 'when', text)
  const choice = asked.choices.find((one) => plain(one.text) === read.answer)?.id
  const is = choice ?? answerWords.find(([, words]) => words.test(read.answer))?.[0]
  if (!is || ![...answersOf(asked), 'fine', 'amiss'].includes(is)) return wrong('conditionUnclear', 'when', text)
  return { id: asked.id, is: [is] }
}

export type Brought = { content: Content; taken: number[]; refused: ({ row_id: number } & RowProblem)[] }

/** The rows of one table as a list; those that cannot be read are said one by one. */
export function listOf(given: readonly { id: number; data: Row }[]): Brought {
  // Where there is one column of words, it is what is asked, whatever it is called.
  const rows = given.some(({ data }) => said(data, 'text'))
    ? given
    : given.map(({ id, data: { section, ...data } }) => ({
        id,
        data: { ...data, ...(section ? { text: section } : {}) },
      }))
  const sections: Content['sections'] = []
  const before = new Map<string, Asked>()
  const refused: Brought['refused'] = []
  const taken: number[] = []
  for (const [i, { id, data }] of rows.entries()) {
    const asked = askedOf(data, `q${i + 1}`)
    const when = isProblem(asked) ? null : conditionOf(said(data, 'when'), before)
    const problem = isProblem(asked) ? asked : when && isProblem(when) ? when : null
    if (problem || isProblem(asked)) {
      refused.push({ row_id: id, ...(problem as RowProblem) })
      continue
    }
    const whole = { ...asked, when: when as Asked['when'] }
    before.set(/\d+/.exec(said(data, 'number'))?.[0] ?? String(i + 1), whole)
    const title = lineOf(data, 'section', 120)
    const last = sections.at(-1)
    // Written once, it holds for the rows below.
    if (last && (title === '' || last.title === title)) last.questions.push(whole)
    else sections.push({ id: `s${sections.length + 1}`, title, questions: [whole] })
    taken.push(id)
  }
  return { content: { about: '', enough: 0, sections }, taken, refused }
}

/** What the list is called: what stands above the headings, else the sheet's name, else the file's. */
export function nameOf({ title, sheet, file }: { title: string; sheet: string; file: string }): string {
  // 被检查单位：…, 检查日期：… are for the paper, not of the list.
  const above = (title.startsWith(sheet) ? title.slice(sheet.length) : title).trim().split(/\s+(?=\S{2,12}[:：])/)[0]
  const named = /^(?:sheet|工作表)\s*\d*$/i.test(sheet.trim()) ? '' : sheet.trim()
  return (above || named || file.replace(/\.[^.]*$/, '')).slice(0, 80)
}

export const purposeOf = (title: string): Use => (/考核|评议|督导|工作检查|review/i.test(title) ? 'review' : 'safety')
