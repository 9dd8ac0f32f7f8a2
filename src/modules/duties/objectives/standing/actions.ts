import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { factNamed } from '../../../../platform/facts.ts'
import { type Language, sayIn } from '../../../../platform/i18n.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { figures, inParts } from '../../../indicators/actions.ts'
import { comparingOf, inWordsAs } from '../../../indicators/comparing/rules.ts'
import { type Figure, Question } from '../../../indicators/contract.ts'
import { indicatorQuestions } from '../../../indicators/named/actions.ts'
import { inWords } from '../../../indicators/rules.ts'
import type { ObjectiveRow } from '../contract.ts'
import { objectiveWords } from '../messages.ts'
import { objectiveById, type Row } from '../queries.ts'
import { curveOf, type Judged, judge, mayChange, maySee, type Verdict } from '../rules.ts'

type Asked = Pick<Row, 'indicatorId' | 'organizationId' | 'year'>
export type Standing = { row: Row; figure: Figure | null; verdict: Verdict }

/** One that the asker may not see does not exist. */
export async function seenObjective(context: Context, id: string): Promise<Row> {
  const row = await objectiveById(context.tx, id)
  return found(row && row.removedAt === null && maySee(context.me, row) ? row : undefined)
}

/** The indicator's question for the year of an objective and its part of the tree; null where nothing is counted under it. */
async function questionsOf(context: Context, rows: readonly Asked[]): Promise<(Question | null)[]> {
  const ids = rows.flatMap(({ indicatorId }) => indicatorId ?? [])
  const named = await indicatorQuestions(context, [...new Set(ids)])
  return rows.map(({ indicatorId, organizationId, year }) => {
    const known = indicatorId ? named.get(indicatorId)?.question : undefined
    const read = Question.safeParse({ ...known, period: String(year), scope: organizationId })
    return read.success && factNamed(read.data.fact)?.measures[read.data.measure] ? read.data : null
  })
}

/** How objectives stand today, all counted together; or only those whose number is counted from records of a fact. */
export async function standings(context: Context, all: readonly Row[], fact?: string): Promise<Standing[]> {
  const questions = await questionsOf(context, all)
  const asked = all.flatMap((row, i) => {
    const question = questions[i] ?? null
    return fact === undefined || question?.fact === fact ? { row, question } : []
  })
  const counted = await figures(
    context,
    asked.flatMap(({ question }) => question ?? []),
  )
  const today = dayIn(context.me.timeZone, context.now)
  let at = 0
  return asked.map(({ row, question }) => {
    const figure = question && (counted[at++] ?? null)
    return { row, figure, verdict: judge(judgedOf(row, figure), today) }
  })
}

const judgedOf = (row: Row, figure: Figure | null): Judged => ({
  year: row.year,
  sense: row.sense,
  target: row.target,
  steps: row.steps,
  grows: row.indicatorId === null || (figure?.additive ?? true),
  value: row.indicatorId === null ? row.confirmed : (figure?.value ?? null),
  curve: row.curve,
})

/** What earlier years had by the end of each month, of the two before; null for what does not add up. */
export async function curveFor(context: Context, asked: Asked): Promise<number[] | null> {
  const [question] = await questionsOf(context, [asked])
  if (!question) return null
  const years = await figures(
    context,
    [1, 2].map((before) => ({ ...question, period: String(asked.year - before) })),
  )
  const months: number[][] = []
  for (const year of years)
    if (year.additive && (year.value ?? 0) > 0)
      months.push((await inParts(context, year, 'month')).parts.map(({ value }) => value ?? 0))
  return months.length > 0 ? curveOf(months) : null
}

/** What turned since the clock last judged is so since today, unless the rules name the day. */
export function shown({ me, now }: Pick<Context, 'me' | 'now'>, { row, figure, verdict }: Standing): ObjectiveRow {
  const amount = (value: number) => ({ value, inWords: wordsOf(row, figure, value) })
  const { projection } = verdict
  return {
    id: row.id,
    title: row.title,
    year: row.year,
    organization: { id: row.organizationId, name: row.organizationName },
    holder: { id: row.holderId, name: row.holderName },
    parentId: row.parentId,
    indicatorId: row.indicatorId,
    sense: row.sense,
    target: amount(row.target),
    steps: row.steps,
    stepsInWords: row.steps?.map((step) => wordsOf(row, figure, step)) ?? null,
    state: verdict.state,
    since: verdict.state === row.state ? row.since : (verdict.lateFrom ?? dayIn(me.timeZone, now)),
    figure,
    confirmed: row.confirmed,
    expected: amount(verdict.expected),
    projection: projection && { ...amount(projection.value), basis: projection.basis },
    mayChange: mayChange(me, row.path),
  }
}

const piecesIn = (language: Language, count: number): string => sayIn(language, objectiveWords.pieces, { count })

function wordsOf(row: Row, figure: Figure | null, value: number): [string, string] {
  const whole = row.indicatorId === null || figure?.additive ? Math.round(value) : value
  if (row.indicatorId === null) return [piecesIn('en', whole), piecesIn('zh-CN', whole)]
  const fact = figure && factNamed(figure.question.fact)
  const measure = fact?.measures[figure?.question.measure ?? '']
  if (!figure || !fact || !measure) return [String(whole), String(whole)]
  const comparing = comparingOf(figure.question)
  return [...(comparing ? inWordsAs(fact, measure, comparing, whole) : inWords(fact, measure, whole))]
}
