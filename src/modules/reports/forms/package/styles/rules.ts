import { type Book, xmlOf } from '../rules.ts'
import {
  attribute,
  childOf,
  childrenOf,
  copyOf,
  type Element,
  element,
  escaped,
  rootOf,
  setAttribute,
} from '../xml/rules.ts'

export type Kind = 'number' | 'percent' | 'date' | 'time' | 'text'
/** What a cell's format says of what stands in it. */
export type Style = {
  code: string
  kind: Kind
  bordered: boolean
  bold: boolean
  size: number
  decimals: number | null
  align: string | null
}

const builtIn: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
  50: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

export function kindOf(code: string): Kind {
  const first = code.split(';')[0] ?? ''
  if (first.trim() === '@') return 'text'
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/AM\/PM|A\/P|上午\/下午/gi, '')
  if (bare.includes('%')) return 'percent'
  if (/0\.?0*e[+-]/i.test(bare)) return 'number'
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return 'date'
  return /[hs]/i.test(bare) ? 'time' : 'number'
}

const decimalsOf = (code: string): number | null => {
  if (/general|@/i.test(code)) return null
  const match = /[0#?](?:\.([0#?]+))?/.exec(code.replace(/"[^"]*"/g, ''))
  return match ? (match[1]?.length ?? 0) : null
}

const isOn = (of: Element | undefined): boolean => of !== undefined && !/^(0|false)$/.test(attribute(of, 'val') ?? '1')

export const stylesRoot = (book: Book): Element | null => (book.styles ? rootOf(xmlOf(book, book.styles)) : null)
const list = (root: Element | null, name: string, of: string): Element[] => {
  const parent = root ? childOf(root, name) : undefined
  return parent ? childrenOf(parent, of) : []
}

export function readStyles(book: Book): Style[] {
  const root = stylesRoot(book)
  const codes = new Map(
    list(root, 'numFmts', 'numFmt').map((own) => [
      Number(attribute(own, 'numFmtId')),
      attribute(own, 'formatCode') ?? '',
    ]),
  )
  const borders = list(root, 'borders', 'border').map(
    (border) =>
      ['left', 'right', 'top', 'bottom'].filter(
        (side) => !['none', undefined].includes(attribute(childOf(border, side) ?? border, 'style')),
      ).length >= 2,
  )
  const fonts = list(root, 'fonts', 'font').map((font) => ({
    bold: isOn(childOf(font, 'b')),
    size: Number(attribute(childOf(font, 'sz') ?? font, 'val') ?? 11) || 11,
  }))
  return list(root, 'cellXfs', 'xf').map((xf) => {
    const id = Number(attribute(xf, 'numFmtId') ?? 0)
    const code = codes.get(id) ?? builtIn[id] ?? 'General'
    const font = fonts[Number(attribute(xf, 'fontId') ?? 0)] ?? { bold: false, size: 11 }
    return {
      code,
      kind: kindOf(code),
      bordered: borders[Number(attribute(xf, 'borderId') ?? 0)] ?? false,
      ...font,
      decimals: decimalsOf(code),
      align: attribute(childOf(xf, 'alignment') ?? xf, 'horizontal') ?? null,
    }
  })
}

const markColour = 'FFFFE699'

/** The same format with the colour of what could not be filled; added once for each format. */
export function markedStyles(book: Book): (style: number) => number {
  const root = stylesRoot(book)
  const [fills, formats] = [root && childOf(root, 'fills'), root && childOf(root, 'cellXfs')]
  if (!root || !fills || !formats || !book.styles) return (style) => style
  const known = new Map<number, number>()
  let fill = -1
  return (style) => {
    const own = known.get(style)
    if (own !== undefined) return own
    if (fill < 0) fill = addTo(fills, 'fill', solid(fills))
    const like = childrenOf(formats, 'xf')[style]
    if (!like) return style
    const copy = copyOf(like)
    setAttribute(copy, 'fillId', String(fill))
    setAttribute(copy, 'applyFill', '1')
    const made = addTo(formats, 'xf', copy)
    known.set(style, made)
    book.changed.add(book.styles as string)
    return made
  }
}

function addTo(parent: Element, name: string, child: Element): number {
  const at = childrenOf(parent, name).length
  parent.children.push(child)
  setAttribute(parent, 'count', String(at + 1))
  return at
}

const solid = (like: Element): Element =>
  element(like, 'fill', '', [
    element(like, 'patternFill', 'patternType="solid"', [
      element(like, 'fgColor', `rgb="${markColour}"`),
      element(like, 'bgColor', 'indexed="64"'),
    ]),
  ])

/** The same format with another way to write numbers; added once for each. */
export function formattedStyles(book: Book): (style: number, code: string) => number {
  const root = stylesRoot(book)
  const formats = root && childOf(root, 'cellXfs')
  if (!root || !formats || !book.styles) return (style) => style
  const known = new Map<string, number>()
  return (style, code) => {
    const own = known.get(`${style} ${code}`)
    if (own !== undefined) return own
    const like = childrenOf(formats, 'xf')[style]
    if (!like) return style
    const copy = copyOf(like)
    setAttribute(copy, 'numFmtId', String(numberFormat(root, code)))
    setAttribute(copy, 'applyNumberFormat', '1')
    const made = addTo(formats, 'xf', copy)
    known.set(`${style} ${code}`, made)
    book.changed.add(book.styles as string)
    return made
  }
}

function numberFormat(root: Element, code: string): number {
  let all = childOf(root, 'numFmts')
  if (!all) {
    all = element(root, 'numFmts', 'count="0"')
    root.children.unshift(all)
  }
  const own = childrenOf(all, 'numFmt')
  const known = own.find((format) => attribute(format, 'formatCode') === code)
  if (known) return Number(attribute(known, 'numFmtId'))
  const id = Math.max(163, ...own.map((format) => Number(attribute(format, 'numFmtId')))) + 1
  addTo(all, 'numFmt', element(root, 'numFmt', `numFmtId="${id}" formatCode="${escaped(code)}"`))
  return id
}
