import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { refuse } from '../../../../platform/errors.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { groupNamed } from '../../../organizations/groups/actions.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { can } from '../../../organizations/rules.ts'
import { kept } from '../keeping/actions.ts'
import { partsOf } from '../parts/queries.ts'
import { updateCourse } from '../queries.ts'
import { todayOf } from '../seeing/actions.ts'
import { settleCourse } from '../settling/actions.ts'
import type * as contract from './contract.ts'
import type { Audience, Difference } from './contract.ts'
import { differencesOf, sizeOf } from './queries.ts'
import { applyRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export async function proposeAudience(
  context: Context,
  input: In<typeof contract.proposeAudience>,
): Promise<Difference> {
  const { tx, now } = context
  const { courseId, audience } = input
  const course = await kept(context, courseId)
  await checkAudience(context, audience)
  await updateCourse(tx, courseId, { nextAudience: JSON.stringify(audience), changedAt: now })
  return differencesOf(tx, course.audience, audience, todayOf(context))
}

/** Nobody is required to learn by somebody who does not organize where they are. */
async function checkAudience(context: Context, audience: Audience): Promise<void> {
  const { me } = context
  for (const condition of audience.flat()) {
    if (condition.is === 'named') for (const id of condition.personIds) await knownPerson(context, id)
    else {
      const { path } =
        condition.is === 'inGroup'
          ? await groupNamed(context, condition.groupId)
          : await organizationNamed(context, condition.organizationId)
      refuse(can(me, 'organize', path) ? null : 'audienceElsewhere')
    }
  }
}

export async function applyAudience(context: Context, input: In<typeof contract.applyAudience>) {
  const { tx, now } = context
  const { courseId, ...seen } = input
  const today = todayOf(context)
  const { audience, nextAudience, openedAt } = await kept(context, courseId)
  const parts = await partsOf(tx, courseId)
  const is = nextAudience ? await differencesOf(tx, audience, nextAudience, today) : seen
  refuse(applyRefusal(nextAudience, parts.length, seen, is))
  await updateCourse(tx, courseId, {
    audience: JSON.stringify(nextAudience),
    nextAudience: null,
    changedAt: now,
    ...(openedAt ? {} : { openedAt: now }),
  })
  await settleCourse(context, courseId)
  return { people: await sizeOf(tx, nextAudience ?? [], today) }
}
