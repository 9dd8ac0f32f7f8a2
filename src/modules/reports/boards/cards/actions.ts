import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { BadInput, found, refuse } from '../../../../platform/errors.ts'
import { factNamed } from '../../../../platform/facts.ts'
import { parseFilter } from '../../../indicators/filter/rules.ts'
import { indicatorQuestions } from '../../../indicators/named/actions.ts'
import { personRefusal } from '../../../indicators/named/rules.ts'
import { groupingRefusal } from '../../../indicators/rules.ts'
import { holdBoard } from '../actions.ts'
import type { CardQuestion, Drawn } from '../contract.ts'
import * as queries from '../queries.ts'
import { type Card, drawingRefusal, usualParts } from '../rules.ts'

type OnBoard = { boardId: string; cardId: string }
const finished = { done: true } as const

export async function addCard(
  context: Context,
  { boardId, question, ...drawn }: { boardId: string; question: CardQuestion } & Drawn,
): Promise<{ id: string }> {
  const { tx } = context
  await holdBoard(context, boardId)
  const card = { id: newId(), question, ...(await judged(context, question, drawn)) }
  await queries.insertCards(tx, boardId, [card], (await queries.lastPosition(tx, boardId)) + 1)
  return { id: card.id }
}

export async function changeCard(context: Context, { boardId, cardId, ...drawn }: OnBoard & Drawn) {
  const board = await holdBoard(context, boardId)
  const { question } = found(board.cards.find(({ id }) => id === cardId))
  const { by, ...rest } = await judged(context, question, drawn)
  await queries.updateCard(context.tx, cardId, { ...rest, partsBy: by })
  return finished
}

/** Can this be asked, and drawn so? */
async function judged(context: Context, asked: CardQuestion, drawn: Drawn): Promise<Omit<Card, 'id' | 'question'>> {
  const question =
    'indicator' in asked
      ? found((await indicatorQuestions(context, [asked.indicator])).get(asked.indicator)).question
      : { ...asked, by: undefined }
  const fact = factNamed(question.fact)
  if (!fact?.measures[question.measure]) throw new BadInput('invalidInput')
  // Work is looked at on a board, not people.
  refuse(personRefusal(fact, parseFilter(question.filter)))
  const { period, width } = drawn
  if (drawn.drawn === 'card') return { drawn: 'card', by: null, period, width }
  const by = drawn.by ?? usualParts(drawn.drawn, question.by)
  const unknown = groupingRefusal(fact, by)
  if (unknown) throw new BadInput(unknown, { column: by })
  refuse(drawingRefusal(drawn.drawn, by))
  return { drawn: drawn.drawn, by, period, width }
}

export async function removeCard(context: Context, { boardId, cardId }: OnBoard) {
  const board = await holdBoard(context, boardId)
  found(board.cards.find(({ id }) => id === cardId))
  await queries.updateCard(context.tx, cardId, { removedAt: context.now })
  return finished
}

export async function bringBackCard(context: Context, { boardId, cardId }: OnBoard) {
  await holdBoard(context, boardId)
  found(await queries.cardOn(context.tx, boardId, cardId))
  await queries.updateCard(context.tx, cardId, { removedAt: null })
  return finished
}

export async function orderCards(context: Context, { boardId, cardIds }: { boardId: string; cardIds: string[] }) {
  const board = await holdBoard(context, boardId)
  const wanted = new Set(cardIds)
  const same = wanted.size === board.cards.length && board.cards.every(({ id }) => wanted.has(id))
  refuse(same ? null : 'cardsChangedMeanwhile')
  for (const [position, cardId] of [...wanted].entries()) await queries.updateCard(context.tx, cardId, { position })
  return finished
}
