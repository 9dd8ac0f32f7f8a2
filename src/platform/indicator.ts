import type { Context } from './context.ts'
import type { Words } from './i18n.ts'

/** A question that every office knows by a name from its first day. Its key never comes to mean another question. */
export type StartingIndicator = {
  key: string
  name: Words
  question: { fact: string; measure: string; filter: string }
}

/** Something that holds on to an indicator by its id: where it is, and what it is called. */
export type IndicatorUse = { indicatorId: string; title: string; link: `/${string}` }

/** What a module keeps that shows named indicators: whoever changes one is told where it will show. */
export type IndicatorUser = {
  /** What kind of thing it is: 'Report', '报告'. */
  kind: Words
  /** Those of these indicators that it uses, as far as the asker may see the users. */
  uses: (context: Context, indicatorIds: readonly string[]) => Promise<IndicatorUse[]>
}

let starting: readonly StartingIndicator[] = []
let users: readonly IndicatorUser[] = []

/** Called once by whoever wires the modules. */
export function declareStartingIndicators(all: readonly StartingIndicator[]): void {
  starting = all
}
export function declareIndicatorUsers(all: readonly IndicatorUser[]): void {
  users = all
}

export const startingIndicators = (): readonly StartingIndicator[] => starting
export const indicatorUsers = (): readonly IndicatorUser[] => users
