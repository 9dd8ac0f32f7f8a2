import type { Me, Role } from '../../../platform/context.ts'
import type { Words } from '../../../platform/i18n.ts'
import { startingId } from '../../../platform/indicator.ts'
import { type Period, periodOf, yearBefore } from '../../indicators/period/rules.ts'
import { can, canEverywhere, pathsOf } from '../../organizations/rules.ts'
import type { FigureName } from '../yearly/rules.ts'
import type { CardPeriod, CardQuestion, Drawing } from './contract.ts'
import { type BoardRefusal, startingNames } from './messages.ts'

/** A card as it is kept: what it asks and how it is drawn. */
export type Card = {
  id: string
  question: CardQuestion
  drawn: Drawing
  by: string | null
  period: CardPeriod
  width: 1 | 2
}
export type Standing = {
  id: string
  name: Words
  role: Role | null
  /** Null: whatever part the reader may count. */
  scope: { id: string; name: string; path: string } | null
  cards: readonly Card[]
  /** Has the office made it its own? */
  kept: boolean
}

type Asker = Pick<Me, 'roles'>

/** A board about a part of the tree is kept by who writes reports there; one about everything by who does so at the top. */
export const mayChange = (me: Asker, { scope }: Pick<Standing, 'scope'>): boolean =>
  scope ? can(me, 'writeReports', scope.path) : canEverywhere(me, 'writeReports')

export const isMine = (me: Asker, { role }: Pick<Standing, 'role'>): boolean =>
  role === null || me.roles.some((held) => held.role === role)

/** Whoever reads figures there sees the boards for everybody and for their roles; who may change one sees it as well. */
export function maySee(me: Asker, board: Pick<Standing, 'scope' | 'role'>): boolean {
  const reads = board.scope ? can(me, 'readFigures', board.scope.path) : pathsOf(me, 'readFigures').length > 0
  return reads && (isMine(me, board) || mayChange(me, board))
}

/** The period that a card is about on a day. */
export function periodAt(period: CardPeriod, today: string): Period {
  if (period === 'thisMonth') return periodOf('month', today)
  if (period === 'thisQuarter') return periodOf('quarter', today)
  const year = periodOf('year', today)
  return period === 'thisYear' ? year : yearBefore(year)
}

const times = ['day', 'month', 'quarter', 'year']

/** Why these parts cannot be drawn so. */
export function drawingRefusal(drawn: Drawing, by: string): BoardRefusal | null {
  if (drawn === 'heat' && by !== 'day') return 'heatNeedsDays'
  return drawn === 'line' && !times.includes(by) ? 'lineNeedsTime' : null
}

/** In what parts it is drawn when nobody says. */
export const usualParts = (drawn: Drawing, usual: string | undefined): string => {
  if (drawn === 'heat') return 'day'
  return drawn === 'line' && usual !== undefined && !times.includes(usual) ? 'month' : (usual ?? 'month')
}

/** How broad each card stands: half the page, or all of it where half would leave the other half of its row empty. */
export function broadened(widths: readonly number[]): (1 | 2)[] {
  const broad: (1 | 2)[] = []
  for (let i = 0; i < widths.length; i++) {
    if (widths[i] !== 1 || widths[i + 1] !== 1) broad.push(2)
    else {
      broad.push(1, 1)
      i++
    }
  }
  return broad
}

type Start = readonly [key: FigureName, drawn: Drawing, more?: { by?: string; period?: CardPeriod; width?: 1 | 2 }]

const starts = {
  coordinator: [
    ['studySessions', 'card'],
    ['studyAttendance', 'card'],
    ['serviceMinutes', 'line', { by: 'month' }],
    ['serviceActivities', 'bar', { by: 'part' }],
    ['publicActivities', 'table', { by: 'part' }],
    ['serviceRecords', 'heat', { width: 2 }],
  ],
  secretary: [
    ['serviceActivities', 'card'],
    ['volunteers', 'card'],
    ['meetings', 'bar', { by: 'month' }],
    ['studyAttendance', 'line', { by: 'month' }],
    ['serviceActivities', 'heat', { width: 2 }],
  ],
  stationManager: [
    ['publicActivities', 'card', { period: 'thisMonth' }],
    ['serviceActivities', 'card', { period: 'thisMonth' }],
    ['serviceMinutes', 'bar', { by: 'month' }],
    ['volunteers', 'line', { by: 'month' }],
  ],
  teamLeader: [
    ['serviceMinutes', 'card', { period: 'thisMonth' }],
    ['volunteers', 'card', { period: 'thisMonth' }],
    ['serviceActivities', 'bar', { by: 'month' }],
    ['serviceMinutes', 'line', { by: 'month' }],
  ],
  auditor: [
    ['overlappingPairs', 'card'],
    ['refusedRows', 'card'],
    ['serviceRecords', 'bar', { by: 'month' }],
    ['minutesEach', 'line', { by: 'month' }],
    ['serviceMinutes', 'table', { by: 'part', width: 2 }],
  ],
} as const satisfies Partial<Record<Role, readonly Start[]>>
export type StartingRole = keyof typeof starts

/** A board for each role from the first day, until an office changes one. */
export const startingBoards: readonly Standing[] = Object.entries(starts).map(([role, cards]) => ({
  id: startingId(`board.${role}`),
  name: startingNames[role as StartingRole],
  role: role as StartingRole,
  scope: null,
  kept: false,
  cards: cards.map(([key, drawn, more = {}]: Start, i) => ({
    id: startingId(`board.${role}.${i}`),
    question: { indicator: startingId(key) },
    drawn,
    by: drawn === 'card' ? null : usualParts(drawn, more.by),
    period: more.period ?? 'thisYear',
    width: more.width ?? 1,
  })),
}))
