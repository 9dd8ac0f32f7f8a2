import { v5 } from 'uuid'
import type { Context } from './context.ts'
import type { Words } from './i18n.ts'

const starting = 'c1a3f0de-52d8-5b7e-9d0e-6a4f2b8c7d10'

/** Ids of starting indicators are made of their keys: the same in every office, so that templates can name them. */
export const startingId = (key: string): string => v5(key, starting)

/** Something that holds on to an indicator by its id: where it is, and what it is called. */
export type IndicatorUse = { indicatorId: string; title: string; link: `/${string}` }

/** What a module keeps that shows named indicators: whoever changes one is told where it will show. */
export type IndicatorUser = {
  /** What kind of thing it is: 'Report', '报告'. */
  kind: Words
  /** Those of these indicators that it uses, as far as the asker may see the users. */
  uses: (context: Context, indicatorIds: readonly string[]) => Promise<IndicatorUse[]>
}

let users: readonly IndicatorUser[] = []

/** Called once by whoever wires the modules. */
export function declareIndicatorUsers(all: readonly IndicatorUser[]): void {
  users = all
}

export const indicatorUsers = (): readonly IndicatorUser[] => users
