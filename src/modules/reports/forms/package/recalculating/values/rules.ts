import { parseReference } from '../../../../../../platform/workbook/cell.ts'
import type { Book } from '../../rules.ts'
import { areaOf, columnOf, formulaOf, rowNumber, rowsOf, type Sheet, saidIn, type Value } from '../../sheet/rules.ts'
import { attribute, childrenOf, type Element, textIn } from '../../xml/rules.ts'
import { type Node, NotSimple, readFormula } from '../reading/rules.ts'

/** What a formula comes to: a value, `error` for what Excel would show as one, or null when it is not simple. */
export type Result = number | string | boolean | null
type Cells = { sheet: Sheet; rows: Map<number, Map<number, Element>> }

class Wrong extends Error {}

const deepest = 200
const mostCells = 200_000

/** Calculates formulas of the usual kind; each once. */
export function calculator(book: Book): (sheet: string, cell: string) => Result {
  const sheets = new Map<string, Cells>(
    book.sheets.map((sheet) => [
      sheet.name.toLowerCase(),
      {
        sheet,
        rows: new Map(
          rowsOf(sheet).map((row) => [
            rowNumber(row),
            new Map(childrenOf(row, 'c').map((cell) => [columnOf(cell), cell])),
          ]),
        ),
      },
    ]),
  )
  const done = new Map<Element, Value | Error>()
  let depth = 0

  const valueIn = (own: Cells, row: number, column: number): Value => {
    const cell = own.rows.get(row)?.get(column)
    const formula = formulaOf(cell)
    if (!cell || !formula) {
      const value = saidIn(own.sheet, cell)
      if (cell && attribute(cell, 't') === 'e') throw new Wrong('an error')
      return value
    }
    const known = done.get(cell)
    if (known instanceof Error) throw known
    if (known !== undefined) return known
    done.set(cell, new NotSimple('a circle'))
    depth += 1
    try {
      if (depth > deepest || attribute(formula, 't') !== undefined) throw new NotSimple('too deep')
      const value = single(evaluate(readFormula(textIn(formula)), own)) ?? 0
      done.set(cell, value)
      return value
    } catch (error) {
      if (!(error instanceof NotSimple || error instanceof Wrong)) throw error
      done.set(cell, error)
      throw error
    } finally {
      depth -= 1
    }
  }

  const range = (node: Node & { kind: 'range' }, here: Cells): Value[] => {
    const own = node.sheet === null ? here : sheets.get(node.sheet.toLowerCase())
    const area = areaOf(`${node.from}:${node.to}`)
    if (!own || !area) throw new NotSimple('no such sheet')
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > mostCells) throw new NotSimple('too many cells')
    const values: Value[] = []
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) values.push(valueIn(own, row, column))
    return values
  }

  const evaluate = (node: Node, here: Cells): Value | Value[] => {
    switch (node.kind) {
      case 'value':
        return node.value
      case 'range': {
        const values = range(node, here)
        return node.from === node.to ? (values[0] ?? null) : values
      }
      case 'minus':
        return -number(single(evaluate(node.of, here)))
      case 'percent':
        return number(single(evaluate(node.of, here))) / 100
      case 'pair':
        return paired(node.sign, single(evaluate(node.left, here)), single(evaluate(node.right, here)))
      case 'call':
        return called(node.name, node.of, (own) => evaluate(own, here))
    }
  }

  return (sheet, reference) => {
    const own = sheets.get(sheet.toLowerCase())
    const at = parseReference(reference)
    if (!own || !at) return null
    try {
      return valueIn(own, at.row, at.column)
    } catch (error) {
      if (error instanceof NotSimple || error instanceof Wrong) return null
      throw error
    }
  }
}

function single(value: Value | Value[]): Value {
  if (Array.isArray(value)) throw new NotSimple('a range')
  return value
}

function number(value: Value): number {
  if (value === null) return 0
  if (typeof value === 'string') {
    if (value.trim() === '' || !Number.isFinite(Number(value))) throw new Wrong('no number')
    return Number(value)
  }
  return Number(value)
}

function paired(sign: string, left: Value, right: Value): Value {
  if (sign === '&') return `${left ?? ''}${right ?? ''}`
  if (['=', '<>', '<', '>', '<=', '>='].includes(sign)) return comparing(sign, left, right)
  const [a, b] = [number(left), number(right)]
  if (sign === '/' && b === 0) throw new Wrong('divided by nothing')
  const result = sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : sign === '/' ? a / b : a ** b
  if (!Number.isFinite(result)) throw new Wrong('no number')
  return result
}

function comparing(sign: string, left: Value, right: Value): boolean {
  const [a, b] = [left ?? (typeof right === 'string' ? '' : 0), right ?? (typeof left === 'string' ? '' : 0)]
  if (typeof a !== typeof b) throw new NotSimple('unlike things')
  const [x, y] = typeof a === 'string' && typeof b === 'string' ? [a.toLowerCase(), b.toLowerCase()] : [a, b]
  const order = x < y ? -1 : x > y ? 1 : 0
  return (
    { '=': order === 0, '<>': order !== 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0 }[sign] ??
    false
  )
}

const numbersOf = (values: (Value | Value[])[]): number[] =>
  values.flatMap((value) =>
    Array.isArray(value) ? value.filter((own) => typeof own === 'number') : value === null ? [] : [number(value)],
  )

const rounded = (value: number, digits: number): number => {
  const [sign, size] = [Math.sign(value), Math.abs(value)]
  return sign * Number(`${Math.round(Number(`${size}e${digits}`))}e${-digits}`)
}

function called(name: string, of: Node[], evaluate: (node: Node) => Value | Value[]): Value {
  const one = (at: number): Value => single(evaluate(of[at] ?? { kind: 'value', value: 0 }))
  if (name === 'IF') return one(0) ? one(1) : of.length > 2 ? one(2) : false
  if (name === 'IFERROR') {
    try {
      return one(0)
    } catch (error) {
      if (error instanceof Wrong) return one(1)
      throw error
    }
  }
  const all = of.map(evaluate)
  const numbers = (): number[] => numbersOf(all)
  switch (name) {
    case 'SUM':
      return numbers().reduce((sum, own) => sum + own, 0)
    case 'AVERAGE': {
      const own = numbers()
      if (own.length === 0) throw new Wrong('divided by nothing')
      return own.reduce((sum, value) => sum + value, 0) / own.length
    }
    case 'COUNT':
      return all.flat().filter((value) => typeof value === 'number').length
    case 'COUNTA':
      return all.flat().filter((value) => value !== null).length
    case 'MAX':
      return numbers().reduce((most, own) => Math.max(most, own), Number.NEGATIVE_INFINITY)
    case 'MIN':
      return numbers().reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY)
    case 'ABS':
      return Math.abs(number(one(0)))
    case 'ROUND':
      return rounded(number(one(0)), number(one(1)))
    default:
      throw new NotSimple(name)
  }
}
