import type { Context } from '../../../platform/context.ts'
import { type Registration, upsertRegistrations } from './queries.ts'

/** For modules that sign people up: how they stand to the activity now, for calendar, sheet and figures. */
export async function register(
  { tx, now }: Context,
  activityId: string,
  people: readonly Registration[],
): Promise<void> {
  if (people.length > 0) await upsertRegistrations(tx, activityId, people, now)
}
export type { Registration }
