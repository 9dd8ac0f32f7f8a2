import type { Context } from '../../../../platform/context.ts'
import { BadInput, NotAllowed, NotFound, Refused } from '../../../../platform/errors.ts'
import type { Language } from '../../../../platform/i18n.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { figures } from '../../../indicators/actions.ts'
import { type Asking, type Figure, type Question, questionText } from '../../../indicators/contract.ts'
import { indicatorQuestions } from '../../../indicators/named/actions.ts'
import { parsePeriod, periodText } from '../../../indicators/period/rules.ts'
import { listOrganizations, organizationNamed } from '../../../organizations/actions.ts'
import type { Block, DocumentQuestion, ReportDocument } from '../contract.ts'
import { askingOf, type Named, type Place, questionsOf } from './asking/rules.ts'
import type { Settled } from './contract.ts'
import { type Answer, Drawing, type Placed } from './drawing/actions.ts'
import { titleLines } from './rules.ts'

export type Settling = { title: string; period: string; scope: string; language: Language }

/** What a document says at a period and a scope: every question asked, every condition judged, every part repeated. */
export async function settle(
  context: Context,
  document: ReportDocument,
  { title, period: text, scope: id, language }: Settling,
): Promise<Settled> {
  const period = parsePeriod(text)
  if (!period) throw new BadInput('invalidInput')
  const { name } = await organizationNamed(context, id)
  const place: Place = { scope: { id, name }, period }
  const placed = await expand(context, document.content, place)
  const named = await namedIn(context, placed)
  const answers = await answersTo(context, placed, named)
  const today = dayIn(context.me.timeZone, context.now)
  const drawing = new Drawing(context, { language, answers, named, today })
  const blocks = await drawing.blocks(placed)
  return {
    language,
    title: titleLines(language, title, name),
    period: periodText(period),
    scope: place.scope,
    blocks,
    figures: drawing.figures(),
  }
}

/** Each block with the scope that it stands in; what is repeated stands there as often. */
async function expand(context: Context, blocks: readonly Block[], place: Place): Promise<Placed[]> {
  const placed: Placed[] = []
  for (const block of blocks) {
    if (block.type === 'when')
      placed.push({ when: block.attrs, place, inside: await expand(context, block.content, place) })
    else if (block.type === 'perCommunity')
      for (const scope of await partsBelow(context, place.scope.id))
        placed.push(...(await expand(context, block.content, { ...place, scope })))
    else placed.push({ block, place })
  }
  return placed
}

const parts: readonly string[] = ['city', 'district', 'subdistrict', 'community']
/** The parts of the tree directly below: communities of a sub-district, sub-districts of a district. */
export const partsBelow = async (context: Context, parentId: string) =>
  (await listOrganizations(context, { parentId, closed: false }))
    .filter(({ kind }) => parts.includes(kind))
    .map(({ id, name }) => ({ id, name }))

const asked = (all: readonly Placed[]): { question: DocumentQuestion; place: Place }[] =>
  all.flatMap((one) =>
    'when' in one
      ? [...(one.when.question ? [{ question: one.when.question, place: one.place }] : []), ...asked(one.inside)]
      : questionsOf(one.block).map((question) => ({ question, place: one.place })),
  )

/** What the named indicators of the document ask now; retired ones go on counting where they are used. */
async function namedIn(context: Context, placed: readonly Placed[]): Promise<Named> {
  const ids = asked(placed).flatMap(({ question }) => ('indicator' in question ? [question.indicator] : []))
  const known = ids.length > 0 ? await indicatorQuestions(context, [...new Set(ids)]) : new Map<string, never>()
  return new Map([...known].map(([id, { question }]): [string, Asking] => [id, question as Asking]))
}

/** All figures of the document in as few reads as there are different rows behind them. */
async function answersTo(context: Context, placed: readonly Placed[], named: Named): Promise<Map<string, Answer>> {
  const questions = new Map<string, Question>()
  for (const { question, place } of asked(placed)) {
    const asking = askingOf(question, place, named)
    if (asking) questions.set(questionText(asking), asking)
  }
  return new Map(await askAll(context, [...questions]))
}

type Asked = [key: string, question: Question]

/** Asked together; when one cannot be asked, the half that holds it is asked in halves, so that all others still are. */
async function askAll(context: Context, all: readonly Asked[]): Promise<[string, Answer][]> {
  if (all.length === 0) return []
  try {
    const answers = await figures(
      context,
      all.map(([, question]) => question),
    )
    return all.map(([key], i) => [key, answers[i] as Figure])
  } catch (error) {
    const reason = refusalOf(error)
    if (reason === null) throw error
    const [only] = all
    if (all.length === 1 && only) return [[only[0], { missing: reason }]]
    const middle = Math.ceil(all.length / 2)
    return [...(await askAll(context, all.slice(0, middle))), ...(await askAll(context, all.slice(middle)))]
  }
}

function refusalOf(error: unknown): string | null {
  if (error instanceof BadInput || error instanceof Refused) return error.reason
  if (error instanceof NotAllowed) return 'notAllowed'
  return error instanceof NotFound ? 'notFound' : null
}
