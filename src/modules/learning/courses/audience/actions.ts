import type { Context } from '../../../../platform/context.ts'
import { refuse } from '../../../../platform/errors.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { groupNamed } from '../../../organizations/groups/actions.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { can } from '../../../organizations/rules.ts'
import type { Audience, Names } from '../contract.ts'
import * as queries from './queries.ts'
import { idsOf } from './rules.ts'

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

/** What an audience speaks of, by name. */
export const audienceNames = ({ tx }: Pick<Context, 'tx'>, audience: Audience): Promise<Names> =>
  queries.namesOf(tx, idsOf(audience))

/** Who is in it on a day, each once, with the place where they have stood longest. */
export const audienceWithPlaces = ({ tx }: Pick<Context, 'tx'>, audience: Audience, day: string) =>
  queries.membersIn(tx, audience, day)
