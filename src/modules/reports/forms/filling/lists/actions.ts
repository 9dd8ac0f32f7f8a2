import type { Context } from '../../../../../platform/context.ts'
import type { Binding, FilledCell, ListBinding } from '../../contract.ts'
import { beside, type Growth, growthOf } from '../../package/growing/rows/rules.ts'
import { growList } from '../../package/growing/rules.ts'
import type { Form } from '../asking/actions.ts'
import { type FilledList, rowsOfList } from '../rows/actions.ts'
import { movedCell, type Pen, placeOf, sheetNamed, writeList, writeMark } from '../writing/rules.ts'

/** Fills the lists of a form, and says how far what stands below them has moved. */
export async function fillLists(
  context: Context,
  pen: Pen,
  bindings: readonly Binding[],
  form: Form,
): Promise<{ cells: FilledCell[]; growths: ReadonlyMap<string, Growth[]> }> {
  const listed: FilledCell[] = []
  const growths = new Map<string, Growth[]>()
  const lists = bindings.filter((own): own is ListBinding => own.kind === 'list')
  for (const [sheet, own] of Map.groupBy(lists, (list) => list.sheet))
    for (const group of beside(own)) {
      const { cells, growth } = await fillGroup(context, pen, group, form)
      // what stands below was filled before
      for (const cell of listed) if (cell.sheet === sheet) cell.cell = movedCell(cell.cell, [growth])
      listed.push(...cells)
      growths.set(sheet, [...(growths.get(sheet) ?? []), growth])
    }
  return { cells: listed, growths }
}

const open = { value: null, question: null, link: null, written: null }

/** Lists beside one another, which grow together. */
async function fillGroup(
  context: Context,
  pen: Pen,
  lists: readonly ListBinding[],
  form: Form,
): Promise<{ cells: FilledCell[]; growth: Growth }> {
  const answered: { list: ListBinding; answer: FilledList }[] = []
  for (const list of lists) answered.push({ list, answer: await rowsOfList(context, list, form) })
  const growth = growthOf(
    answered.map(({ list, answer }) => ({ ...list, wanted: 'rows' in answer ? answer.rows.length : 0 })),
  )
  const sheet = sheetNamed(pen.book, lists[0]?.sheet ?? '')
  if (sheet) growList(pen.book, sheet, growth)
  const cells = answered.flatMap(({ list, answer }) => {
    const others = lists.filter((other) => other !== list)
    return fillList(pen, list, answer, { added: growth.added, others })
  })
  return { cells, growth }
}

function fillList(
  pen: Pen,
  list: ListBinding,
  answer: FilledList,
  beside: { added: number; others: readonly ListBinding[] },
): FilledCell[] {
  const at = { sheet: list.sheet, label: list.label, ...open }
  if ('refused' in answer) {
    for (const { column } of list.columns) {
      const place = placeOf(pen.book, list.sheet, `${column}${list.first}`)
      if (place) writeMark(pen, place.sheet, place.cell)
    }
    const cell = `${list.columns[0]?.column ?? 'A'}${list.first}`
    return [{ ...at, cell, state: 'unfilled', reason: answer.refused }]
  }
  const labels = new Map(list.columns.map(({ column, label }) => [column, label]))
  const told = writeList(pen, list, answer.rows, beside).map(
    ({ column, row, value, question, link }): FilledCell => ({
      ...at,
      cell: `${column}${row}`,
      label: labels.get(column) ?? '',
      value,
      question,
      link,
      state: value === null && question ? 'unfilled' : 'filled',
      reason: value === null && question ? 'nothing' : null,
    }),
  )
  for (const { column, content, label } of list.columns)
    if (content.is === 'unknown')
      told.push({ ...at, cell: `${column}${list.first}`, label, state: 'unfilled', reason: 'unknown' })
  return told
}
