import type { Context } from '../../../../platform/context.ts'
import { sayIn } from '../../../../platform/i18n.ts'
import { withdrawCredentials } from '../../../credentials/actions.ts'
import { notify } from '../../../notices/actions.ts'
import { courseReopened } from '../matters.ts'
import { correctedReason } from '../messages.ts'
import * as queries from './queries.ts'

/** Attendance was corrected: what was done by it is to be done again, and its certificate says what is not so. */
export async function followCorrection(
  context: Context,
  { activityId, personIds }: { activityId: string; personIds: readonly string[] },
): Promise<void> {
  const { tx, me } = context
  await reopen(context, await queries.withdrawFor(tx, me.timeZone, activityId, personIds))
}

/** The same for what was corrected by another way, as by a workbook. */
export async function findCorrections(context: Context): Promise<void> {
  await reopen(context, await queries.withdrawCorrected(context.tx, context.me.timeZone))
}

async function reopen(context: Context, withdrawn: readonly queries.Withdrawn[]): Promise<void> {
  const reason = sayIn(context.me.language, correctedReason)
  for (const { courseId, personId, doneOn, name, organizationId } of withdrawn) {
    const certificate = { personId, organizationId, kind: 'course' as const, title: name, toDate: doneOn }
    await withdrawCredentials(context, certificate, reason)
    await notify(context, {
      personIds: [personId],
      matter: courseReopened,
      key: `${courseId} ${doneOn} ${context.now.toISOString()}`,
      values: { course: name },
      link: `/learning/mine/${courseId}`,
    })
  }
}
