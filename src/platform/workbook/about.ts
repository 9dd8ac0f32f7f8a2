import { distinctTexts, type Row } from './cell.ts'
import type { About, SheetKind } from './sheet.ts'
import { readDateText } from './values/date.ts'
import { narrow } from './values/text.ts'
import { readTimes } from './values/time.ts'

const kinds = '活动|会议|培训|学习|课程|讲座|服务|本次|开展'
const labels = {
  title: `(?:${kinds})?(?:主题|名称|内容|题目|议题)|事由|activity|event|topic|title|subject|meeting|course`,
  day: `(?:${kinds}|签到)?(?:日期|时间)|date(?: and time)?|when|time`,
  other: `(?:${kinds})?(?:地点|场地|地址)|会场|主办(?:单位|方)?|承办(?:单位)?|主持人?|记录人?|应到(?:人数)?|实到(?:人数)?|人数|venue|place|location|where|host|organi[sz]er`,
}
const label = new RegExp(
  `(?:^|[\\s;,、])(?:(?<title>${labels.title})|(?<day>${labels.day})|(?<other>${labels.other}))\\s*:\\s*`,
  'gi',
)
const lone = new RegExp(`^(?:(?<title>${labels.title})|(?<day>${labels.day})|(?<other>${labels.other}))\\s*:?$`, 'i')

type Said = { title?: string; days: string[] }

/** Does a line above a table say something under a label: `时间：3月5日　地点：会议室`, or label and value in two cells? */
export const saysAbout = (row: Row): boolean =>
  isLabelled(row) || distinctTexts(row).some((text) => lone.test(narrow(text)))

/** Is anything said under a label with a colon? No row of headings does that. */
export const isLabelled = (row: Row): boolean => distinctTexts(row).some((text) => narrow(text).search(label) >= 0)

/** The activity that an own sheet is about, if the lines above say on which day it was. */
export function aboutOf(
  kind: SheetKind,
  lines: readonly Row[],
  sheet: string,
  year: number | undefined,
): About | undefined {
  const texts = lines.map(distinctTexts)
  if (!kind.about || ![sheet, ...texts.flat()].some((text) => kind.about?.words.test(text))) return undefined
  const said: Said = { days: [] }
  for (const line of texts) readLine(line, said)
  const about: Partial<About> = {}
  const plain = texts.flat().map(narrow)
  // What no label says may stand in the title itself: 3月5日义诊签到表.
  for (const text of [...said.days, ...plain.flatMap(daysIn), ...daysIn(narrow(sheet))]) {
    const read = readDateText(text, { year: year ?? 2000 })
    if ('value' in read && read.value.precision === 'day')
      about.day ??= year || read.value.yearGiven ? read.value.date : `?${read.value.date.slice(4)}`
    const times = readTimes('value' in read ? read.value.rest : text)
    if ('value' in times && about.from === undefined && (said.days.includes(text) || 'value' in read)) {
      about.from = times.value.from
      if (times.value.to !== undefined) about.to = times.value.to
    }
  }
  if (!about.day) return undefined
  const title = said.title ?? titleIn(plain, kind.about.words) ?? titleIn([narrow(sheet)], kind.about.words)
  return { ...about, day: about.day, ...(title ? { title: title.slice(0, 200).toWellFormed() } : {}) }
}

function readLine(texts: readonly string[], said: Said): void {
  texts.forEach((text, at) => {
    const plain = narrow(text)
    const alone = lone.exec(plain)?.groups
    if (alone) keep(alone, narrow(texts[at + 1] ?? ''), said)
    const found = [...plain.matchAll(label)]
    found.forEach((match, i) => {
      const end = found[i + 1]?.index ?? plain.length
      const value = plain.slice(match.index + match[0].length, end).trim()
      if (value) keep(match.groups ?? {}, value, said)
    })
  })
}

function keep(groups: Record<string, string | undefined>, value: string, said: Said): void {
  if (groups.title && value) said.title ??= value
  if (groups.day && value) said.days.push(value)
}

const day = /(?:(?:19|20)?\d{2}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}(?:\s*[日号])?/g
const daysIn = (text: string): string[] => [...text.matchAll(day)].map(([found]) => found)

function titleIn(lines: readonly string[], words: RegExp): string | undefined {
  const line = lines.find((text) => words.test(text))
  const title = line
    ?.replace(day, ' ')
    .replace(
      /(?:人员)?(?:签到|签名|考勤|出勤)(?:情况)?(?:登记)?[表册簿单]?|(?:sign[- ]?in|attendance)(?: sheet| list| register)?/gi,
      ' ',
    )
    .replace(/[()（）[\]【】]/g, ' ')
    .trim()
  return title && title.length > 1 ? title : undefined
}
