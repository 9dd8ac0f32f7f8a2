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
import type { Audience, Difference, Names } from './contract.ts'
import { differencesOf, membersIn, namesOf, sizeOf } from './queries.ts'
import { applyRefusal, idsOf } from './rules.ts'

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

/** Nobody is required to do anything by somebody who does not organize where they are. */
export async function checkAudience(context: Context, audience: Audience): Promise<void> {
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

/** Who would come in and who would fall out, were another audience in force today. */
export const audienceDifference = (context: Context, now: Audience, next: Audience): Promise<Difference> =>
  differencesOf(context.tx, now, next, todayOf(context))

/** What an audience speaks of, by name. */
export const audienceNames = ({ tx }: Pick<Context, 'tx'>, audience: Audience): Promise<Names> =>
  namesOf(tx, idsOf(audience))

/** Who is in it on a day, each once, with the place where they have stood longest. */
export const audienceWithPlaces = ({ tx }: Pick<Context, 'tx'>, audience: Audience, day: string) =>
  membersIn(tx, audience, day)
