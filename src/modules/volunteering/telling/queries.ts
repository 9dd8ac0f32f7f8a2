import type { Tx } from '../../../platform/database.ts'

/** Shifts that begin in a span of time, and who has a place in them. */
export const holdersBetween = (tx: Tx, from: Date, to: Date) =>
  tx
    .selectFrom('signup')
    .where('state', '=', 'confirmed')
    .where('startsAt', '>', from)
    .where('startsAt', '<=', to)
    .select(['shiftId', 'personId'])
    .orderBy('shiftId')
    .execute()
