import { z } from 'zod'
import { roles } from '../../../platform/context.ts'
import { done, endpoint } from '../../../platform/endpoint.ts'
import { Comparison, Figure, PeriodText, Said, Series } from '../../indicators/contract.ts'
import { NamedQuestion } from '../../indicators/named/contract.ts'

/** How a card shows its figure: the number alone, or in its parts. */
export const drawings = ['card', 'line', 'bar', 'heat', 'table'] as const
export type Drawing = (typeof drawings)[number]
/** What a card is about while nobody chooses another period: it moves with the calendar. */
export const cardPeriods = ['thisMonth', 'thisQuarter', 'thisYear', 'lastYear'] as const
export type CardPeriod = (typeof cardPeriods)[number]

/** A named indicator, or a question of its own. */
export const CardQuestion = z.union([z.object({ indicator: z.uuid() }), NamedQuestion.omit({ by: true })])
export type CardQuestion = z.output<typeof CardQuestion>

const Drawn = z.object({
  drawn: z.enum(drawings),
  /** In what parts it is drawn: left out, as the indicator is usually shown. */
  by: z.string().max(60).optional(),
  period: z.enum(cardPeriods).default('thisYear'),
  /** Half the page, or all of it. */
  width: z.union([z.literal(1), z.literal(2)]).default(1),
})
export type Drawn = z.output<typeof Drawn>

export const BoardRow = z.object({
  id: z.uuid(),
  name: Said,
  role: z.enum(roles).nullable(),
  /** Null: of whatever part its reader may count. */
  scope: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  cards: z.int(),
  mine: z.boolean(),
  mayChange: z.boolean(),
})
export type BoardRow = z.output<typeof BoardRow>

export const CountedCard = z.object({
  id: z.uuid(),
  title: Said,
  question: CardQuestion,
  drawn: z.enum(drawings),
  by: z.string().nullable(),
  period: z.enum(cardPeriods),
  width: z.int(),
  /** Null when what it asks is counted no longer. */
  figure: Figure.nullable(),
  /** Beside the same period a year earlier; only of a number that is shown alone. */
  compared: Comparison.omit({ now: true }).nullable(),
  series: Series.omit({ whole: true }).nullable(),
})
export type CountedCard = z.output<typeof CountedCard>

export const Board = BoardRow.omit({ cards: true }).extend({ cards: z.array(CountedCard), counted: z.coerce.date() })
export type Board = z.output<typeof Board>

const board = z.object({ boardId: z.uuid() })
const card = board.extend({ cardId: z.uuid() })
const Saved = z.object({
  name: z.string().trim().min(1).max(60),
  role: z.enum(roles).nullable().default(null),
  scopeId: z.uuid().nullable().default(null),
})
export type Saved = z.output<typeof Saved>

export const listBoards = endpoint({
  name: 'listBoards',
  method: 'GET',
  path: '/api/boards',
  input: z.object({}),
  /** Those of one's own roles first. */
  output: z.array(BoardRow),
})

export const readBoard = endpoint({
  name: 'readBoard',
  method: 'GET',
  path: '/api/boards/:boardId',
  /** A period is that of all cards; without one each has its own. */
  input: board.extend({ period: PeriodText.optional(), scope: z.uuid().optional() }),
  output: Board,
})

/** Who may not keep boards for the whole office keeps them, without a scope, for their own part of it. */
export const keepBoard = endpoint({
  name: 'keepBoard',
  method: 'POST',
  path: '/api/boards',
  input: Saved,
  output: BoardRow,
})

export const changeBoard = endpoint({
  name: 'changeBoard',
  method: 'PUT',
  path: '/api/boards/:boardId',
  input: board.extend(Saved.shape),
  output: BoardRow,
})

export const removeBoard = endpoint({
  name: 'removeBoard',
  method: 'DELETE',
  path: '/api/boards/:boardId',
  input: board,
  output: done,
})

export const bringBackBoard = endpoint({
  name: 'bringBackBoard',
  method: 'POST',
  path: '/api/boards/:boardId/return',
  input: board,
  output: done,
})

export const addCard = endpoint({
  name: 'addCard',
  method: 'POST',
  path: '/api/boards/:boardId/cards',
  input: board.extend({ question: CardQuestion, ...Drawn.shape }),
  output: z.object({ id: z.uuid() }),
})

export const changeCard = endpoint({
  name: 'changeCard',
  method: 'PUT',
  path: '/api/boards/:boardId/cards/:cardId',
  input: card.extend(Drawn.shape),
  output: done,
})

export const removeCard = endpoint({
  name: 'removeCard',
  method: 'DELETE',
  path: '/api/boards/:boardId/cards/:cardId',
  input: card,
  output: done,
})

export const bringBackCard = endpoint({
  name: 'bringBackCard',
  method: 'POST',
  path: '/api/boards/:boardId/cards/:cardId/return',
  input: card,
  output: done,
})

/** All cards of the board, in the order in which they are to stand. */
export const orderCards = endpoint({
  name: 'orderCards',
  method: 'PUT',
  path: '/api/boards/:boardId/order',
  input: board.extend({ cardIds: z.array(z.uuid()).max(100) }),
  output: done,
})
