import type { Cell, Row } from './cell.ts'
import type { SheetColumn } from './sheet.ts'
import { readDate } from './values/date.ts'
import { readLength } from './values/length.ts'
import { readMark } from './values/mark.ts'
import { bareName } from './values/names.ts'
import { readPhone } from './values/phone.ts'
import { han, narrow, readName, simplified } from './values/text.ts'
import { readMoment, readTimes } from './values/time.ts'

/** A heading and what it was taken for; of what stands across: a day or month, an activity's title, a person's name. */
export type Heading = {
  column: number
  text: string
  key: string | null
  likeness: number
  isPrivate: boolean
  /** 2023-03-05 or 2023-03; `?` where the year is not known. */
  day?: string
  across?: 'title' | 'name'
}

/** Columns that Linli keeps no field for, whatever the workbook holds in them. */
const neverKept =
  /身份证|证件|居民证|性别|民族|政治面貌|党派|宗教|信仰|籍贯|婚姻|健康状况|病史|银行|账号|收入|年龄|出生|gender|^sex$|ethnic|nationality|religio|politic|party|id ?(?:card|number|no)|passport|birth|^age$|bank/i

export const isPrivate = (heading: string): boolean => neverKept.test(heading)

/** A heading freed of spaces, marks, units and remarks in brackets: `所属 社区*`, `面积（㎡）`. */
export const plainHeading = (text: string): string =>
  simplified(narrow(text))
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s:：*＊_"“”.、。·-]/g, '')
    .toLowerCase()

export const headingText = (cell: Cell | undefined): string =>
  cell && (cell.kind === 'text' || cell.kind === 'date' || cell.kind === 'number') ? cell.text : ''

/** How well a heading's words name a column: 1 the same, less when one is part of the other. */
export function likeness(heading: string, column: SheetColumn): number {
  const plain = plainHeading(heading)
  if (plain === '') return 0
  if (column.never?.test(plain)) return 0
  let best = 0
  // 单位及职务 is neither of the two.
  if (
    ['text', 'choice'].includes(column.type) &&
    /.[及和与]./.test(plain) &&
    !column.words.some((word) => plainHeading(word) === plain)
  )
    return 0
  for (const word of column.words.map(plainHeading)) {
    if (word === plain) return 1
    const [short, long] = word.length < plain.length ? [word, plain] : [plain, word]
    const least = new RegExp(`[${han}]`, 'u').test(short) ? 2 : 4
    if (short.length >= least && long.includes(short)) best = Math.max(best, 0.5 + (0.3 * short.length) / long.length)
  }
  return best
}

/** How much of what stands in a column can be read as this type: 0 to 1; undefined when nothing stands there. */
export function contentShare(column: SheetColumn, cells: readonly (Cell | undefined)[]): number | undefined {
  const filled = cells.filter((cell): cell is Cell => cell !== undefined)
  if (filled.length === 0) return undefined
  return filled.filter((cell) => fits(column, cell)).length / filled.length
}

function fits(column: SheetColumn, cell: Cell): boolean {
  switch (column.type) {
    case 'phone':
      return 'value' in readPhone(cell.text)
    case 'day':
      return 'value' in readDate(cell, { year: 2000, dayFirst: false })
    case 'times':
      return (
        cell.kind === 'text' &&
        (cell.text.match(/\d/g)?.length ?? 0) > 1 &&
        !/年|月.*日|\d{4}[./-]\d/.test(cell.text) &&
        !isWrong(readTimes(cell.text))
      )
    case 'moment':
      return 'value' in readMoment(cell) && (cell.kind !== 'number' || cell.number < 1)
    case 'length':
      return 'value' in readLength(cell) || 'value' in readLength(cell, 'minutes')
    case 'number':
      return cell.kind === 'number' || /^\d+(?:\.\d+)?\D{0,2}$/.test(narrow(cell.text))
    case 'mark':
      return (
        'value' in readMark(cell.text) ||
        (column.signed === true && (looksLikeName(cell.text) || 'value' in readMoment(cell)))
      )
    case 'name':
      return cell.kind === 'text' && looksLikeName(bareName(cell.text).name)
    case 'names':
      return cell.kind === 'text'
    case 'choice':
      return choiceOf(column, cell.text) !== undefined || column.open === true
    default:
      return cell.kind !== 'error'
  }
}

const isWrong = (read: object): boolean => 'problem' in read && read.problem === 'badTime'

export function looksLikeName(text: string): boolean {
  const name = readName(text)
  if ('problem' in name) return false
  return (
    /^[\p{Script=Han}]{2,4}$/u.test(name.value) ||
    /^[\p{Script=Han}]+·[\p{Script=Han}·]+$/u.test(name.value) ||
    /^\p{Lu}[\p{L}'’.-]*( \p{L}[\p{L}'’.-]*){1,3}$/u.test(name.value)
  )
}

/** The value that a choice's words mean; the longest word found wins. */
export function choiceOf(column: SheetColumn, text: string): string | undefined {
  const plain = narrow(text).replace(/ /g, '').toLowerCase()
  let best: { value: string; length: number } | undefined
  for (const [value, words] of Object.entries(column.choices ?? {})) {
    for (const word of [value, ...words]) {
      const own = word.toLowerCase().replace(/ /g, '')
      if (own === plain) return value
      if (plain.includes(own) && own.length > (best?.length ?? 1)) best = { value, length: own.length }
    }
  }
  return best?.value
}

const remark =
  /^(?:备注|注|注释|说明|填表说明)[:：]|^(?:备注|说明|以下空白)$|^(?:制表|填报|填表|审核|复核|批准|单位负责人|负责人签|签字|盖章|统计人|经办|(?:被?检查人员?|检查员|受检人|考核人|评分人|陪同人员?)(?:签|[:：]|$))|^(?:联系人|联系电话|日期|负责人)[:：]|^以上|^第\d+页|^(?:notes?|remarks?)(?::|$)|^(?:prepared|reviewed|approved|signed) by|^signature/i
const sum =
  /^(?:合计|总计|小计|共计|本页合计|总数|累计|(?:应到|实到|出勤|缺勤|请假|参加|签到)人[数次]|出勤率|sub-?total|(?:grand )?total|sum)(?:$|[:：\d(（])/i

/** Lines that are not data: who filled it in, remarks, sums, and lines of a single text across the table. */
export function isNote(row: Row): boolean {
  const own = row.cells.filter((cell) => cell !== undefined)
  const first = own[0]
  if (!first) return true
  const text = narrow(first.text)
  if (remark.test(text) && new Set(own.map((cell) => cell.text)).size <= 3) return true
  if (own.slice(0, 2).some((cell) => sum.test(narrow(cell.text).replace(/ /g, '')))) return true
  return (
    own.length > 1 &&
    first.kind === 'text' &&
    own.every((cell) => cell.text === first.text && (cell === first || cell.filled))
  )
}

/** The texts of a row, each once. */
export const textLines = (row: Row): string[] => [
  ...new Set(row.cells.filter((cell) => cell?.kind === 'text').map((cell) => (cell as Cell).text)),
]
