import type { Context } from '../../../../platform/context.ts'
import { BadInput } from '../../../../platform/errors.ts'
import { factNamed } from '../../../../platform/facts.ts'
import type { Words } from '../../../../platform/i18n.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { compared, figures, inParts } from '../../../indicators/actions.ts'
import type { Scopes } from '../../../indicators/asking/actions.ts'
import { type Figure, Question } from '../../../indicators/contract.ts'
import { indicatorQuestions } from '../../../indicators/named/actions.ts'
import { parsePeriod, periodText, yearBefore } from '../../../indicators/period/rules.ts'
import type { CountedCard } from '../contract.ts'
import { boardWords } from '../messages.ts'
import { type Card, periodAt } from '../rules.ts'

type At = { period: string | undefined; scope: string | undefined }
type Asked = { card: Card; name: Words | null; question: Question | null }

/**
 * What the cards show: all their figures are counted together, so that those of the same rows are one read. It asks
 * as a report does, so the number is the report's.
 */
export async function countCards(context: Context, cards: readonly Card[], at: At): Promise<CountedCard[]> {
  const asked = await questionsOf(context, cards, at)
  const now = asked.flatMap(({ question }) => question ?? [])
  const then = asked.flatMap((one) => earlierOf(one) ?? [])
  const counted = await figures(context, [...now, ...then])
  const values = new Map([...now, ...then].map((question, i) => [question, counted[i]]))
  const earlier = new Map(then.map((question) => [comparable(question), values.get(question)]))
  const scopes: Scopes = new Map()
  const shown: CountedCard[] = []
  for (const one of asked) {
    const past = earlierOf(one)
    const figure = (one.question && values.get(one.question)) ?? null
    const before = past ? earlier.get(comparable(past)) : undefined
    shown.push(await shownAs(context, one, figure, before, scopes))
  }
  return shown
}

const comparable = (question: Question): string => JSON.stringify(question)

/** Every card's question at its period; null where nothing is counted under it any more. */
async function questionsOf(context: Context, cards: readonly Card[], at: At): Promise<Asked[]> {
  const today = dayIn(context.me.timeZone, context.now)
  const ids = cards.flatMap(({ question }) => ('indicator' in question ? [question.indicator] : []))
  const named = await indicatorQuestions(context, [...new Set(ids)])
  return cards.map((card) => {
    const known = 'indicator' in card.question ? named.get(card.question.indicator) : undefined
    const standing = 'indicator' in card.question ? known?.question : card.question
    const period = at.period ?? periodText(periodAt(card.period, today))
    const read = Question.safeParse({ ...standing, period, scope: at.scope })
    const question = read.success && factNamed(read.data.fact)?.measures[read.data.measure] ? read.data : null
    return { card, name: known?.name ?? null, question }
  })
}

/** A number that stands alone stands beside that of a year earlier. */
function earlierOf({ card, question }: Asked): Question | null {
  const period = question && parsePeriod(question.period)
  if (!period || card.drawn !== 'card' || question.against) return null
  return { ...question, period: periodText(yearBefore(period)) }
}

async function shownAs(
  context: Context,
  { card, name }: Asked,
  figure: Figure | null,
  before: Figure | undefined,
  scopes: Scopes,
): Promise<CountedCard> {
  const comparison = figure && before ? compared(figure, before) : null
  const series = figure && card.by ? await partsOf(context, figure, card.by, scopes) : null
  const { now: _, ...rest } = comparison ?? { now: null }
  const { whole: __, ...parts } = series ?? { whole: null }
  return {
    ...card,
    title: [...(name ?? figure?.definition ?? boardWords.countedNoMore)],
    figure,
    compared: 'before' in rest ? rest : null,
    series: 'parts' in parts ? parts : null,
  }
}

/** An indicator may have been changed to something that has no such parts: then its number stands without them. */
async function partsOf(context: Context, figure: Figure, by: string, scopes: Scopes) {
  try {
    return await inParts(context, figure, by, scopes)
  } catch (error) {
    if (error instanceof BadInput) return null
    throw error
  }
}
