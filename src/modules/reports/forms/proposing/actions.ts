import type { Context } from '../../../../platform/context.ts'
import { wallClock } from '../../../../platform/zone.ts'
import { figureRecords, figureSeries } from '../../../indicators/actions.ts'
import { Question } from '../../../indicators/contract.ts'
import type { Binding } from '../contract.ts'
import { gridOf } from '../package/grid/rules.ts'
import type { Book } from '../package/rules.ts'
import { readStyles } from '../package/styles/rules.ts'
import type { Names } from './names/rules.ts'
import { type Lessons, proposeSheet } from './rules.ts'

/** What each blank of a workbook's sheets in sight asks, as far as the words around it tell. */
export async function proposeBook(context: Context, book: Book, lessons?: Lessons): Promise<Binding[]> {
  const names = await namesOf(context)
  const styles = readStyles(book)
  return book.sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => proposeSheet(gridOf(book, sheet, styles), names, lessons))
}

/** The office's own names for its parts and activities, as far as the reader may count them. */
export async function namesOf(context: Context): Promise<Names> {
  const year = Number(wallClock(context.now, context.me.timeZone).slice(0, 4))
  const ask = (fact: string, filter: string, period = String(year)) =>
    Question.parse({ fact, measure: 'count', filter, period })
  const list = async (fact: string, filter: string) => {
    const { rows } = await figureRecords(context, { ...ask(fact, filter), search: '', offset: 0, limit: 2000 })
    return rows.map(({ id, cells }) => ({ id, name: String(cells.name ?? '') }))
  }
  const titles = await figureSeries(context, {
    ...ask('activity', '', `${year - 5}-01-01..${year}-12-31`),
    by: 'title',
  })
  return {
    office: titles.whole.scope.name,
    communities: await list('organization', 'kind=community'),
    teams: await list('organization', 'kind=team'),
    places: await list('place', 'kind=station'),
    titles: titles.parts.map(({ key }) => key).filter((key) => key !== ''),
  }
}
