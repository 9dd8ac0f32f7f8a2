import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'

/** Sign-ups for what has not begun. */
export const comingSignups = async (tx: Tx, personId: string, now: Date): Promise<string[]> =>
  (
    await tx
      .selectFrom('signup')
      .where('personId', '=', personId)
      .where('startsAt', '>', now)
      .where('state', 'not in', ['cancelled', 'declined'])
      .select('id')
      .orderBy('shiftId')
      .execute()
  ).map(({ id }) => id)

/** Wishes, skills, consents and asks are of use for coming shifts only. */
export async function withoutName(tx: Tx, personId: string): Promise<void> {
  await about(tx, []).updateTable('signup').set({ reason: null }).where('personId', '=', personId).execute()
  const own = ['qualification', 'minor', 'volunteer', 'availability', 'coverAsk', 'teamRequest'] as const
  for (const table of own) await tx.deleteFrom(table).where('personId', '=', personId).execute()
  await tx
    .deleteFrom('helperConsent')
    .where((eb) => eb.or([eb('personId', '=', personId), eb('helperId', '=', personId)]))
    .execute()
  await tx
    .deleteFrom('keptApart')
    .where((eb) => eb.or([eb('oneId', '=', personId), eb('otherId', '=', personId)]))
    .execute()
  await tx
    .updateTable('swap')
    .set({ state: 'withdrawn' })
    .where('toPerson', '=', personId)
    .where('state', 'in', ['asked', 'agreed'])
    .execute()
}
