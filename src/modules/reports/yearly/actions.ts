import type { Context } from '../../../platform/context.ts'
import { writeOfficialDocument } from '../../../platform/document/write.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { found } from '../../../platform/errors.ts'
import { factNamed } from '../../../platform/facts.ts'
import type { Language } from '../../../platform/i18n.ts'
import { wallClock } from '../../../platform/zone.ts'
import { compared, figureRecords, figures, inParts } from '../../indicators/actions.ts'
import { Question } from '../../indicators/contract.ts'
import type { Year, YearInFigures } from './contract.ts'
import { figuresByName, type RefusedRow } from './names/rules.ts'
import { comparedOfYear, type FigureName, figuresOfYear, questionOf, seriesOfYear } from './rules.ts'
import { composeYear } from './text/rules.ts'

const names = Object.keys(figuresOfYear) as FigureName[]
/** A module that is not there declares nothing, and the report does without. */
const isCounted = (name: FigureName): boolean => factNamed(figuresOfYear[name].fact) !== undefined

/** Everything that the report of a year says, as figures that each open to their records. */
export async function yearInFigures(context: Context, { year, scope }: Year): Promise<YearInFigures> {
  const counted = names.filter(isCounted)
  const asked = counted.map((name) => Question.parse(questionOf(name, year, scope)))
  const before = comparedOfYear.map((name) => Question.parse(questionOf(name, year - 1, scope)))
  const all = await figures(context, [...asked, ...before])
  const answer: Pick<YearInFigures, 'figures' | 'compared' | 'series'> = { figures: {}, compared: {}, series: {} }
  for (const [i, name] of counted.entries()) answer.figures[name] = found(all[i])
  for (const [i, name] of comparedOfYear.entries())
    answer.compared[name] = compared(found(answer.figures[name]), found(all[counted.length + i]))
  for (const [name, [of, by]] of Object.entries(seriesOfYear))
    answer.series[name] = await inParts(context, found(answer.figures[of]), by)
  const [first] = Object.values(answer.figures)
  if (!first) throw new Error('nothing is declared that a report could count')
  return { year, scope: first.scope, counted: wallClock(context.now, context.me.timeZone).slice(0, 10), ...answer }
}

/** The figures of a year under the names that other programs read. */
export async function yearByName(context: Context, year: Year) {
  const data = await yearInFigures(context, year)
  const rows = data.figures.refusedRows ? await everyRefusedRow(context, data.figures.refusedRows.question) : []
  return figuresByName(data, rows)
}

async function everyRefusedRow(context: Context, question: Question): Promise<RefusedRow[]> {
  const { rows } = await figureRecords(context, { ...question, search: '', offset: 0, limit: 100_000 })
  return rows
    .map(({ cells }) => ({ sheet: String(cells.sheet), row: Number(cells.row), reason: String(cells.reason) }))
    .sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1))
}

/** The same report as an official document. */
export async function yearlyReportFile(
  context: Context,
  { language, ...year }: Year & { language: Language },
): Promise<Download> {
  const document = composeYear(await yearInFigures(context, year), language)
  return {
    name: `${document.title.join(language === 'en' ? ': ' : '')}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await writeOfficialDocument(document),
  }
}
