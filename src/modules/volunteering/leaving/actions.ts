import type { Context } from '../../../platform/context.ts'
import { cancelSignup } from '../signing/actions.ts'
import * as queries from './queries.ts'

/** Gives up what is still to come as the person would themselves, so that others move up; then lets go of the rest. */
export async function leaveShifts(context: Context, { personId }: { personId: string }): Promise<void> {
  const { tx, me, now } = context
  const asThem = { ...context, me: { ...me, id: personId } }
  for (const signupId of await queries.comingSignups(tx, personId, now))
    await cancelSignup(asThem, { signupId, reason: null })
  await queries.withoutName(tx, personId)
}
