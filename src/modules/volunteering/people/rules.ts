import type { Me } from '../../../platform/context.ts'
import { holdsOn } from '../../organizations/people/rules.ts'
import { can, type Right } from '../../organizations/rules.ts'

type Asker = Pick<Me, 'id' | 'roles'>
/** Somebody and where they stand: `memberships` as they hold and held them. */
export type Standing = {
  id: string
  memberships: readonly { path: string; fromDate: string; toDate: string | null }[]
}

/** Do they hold this right where the person stands today? */
export const canAbout = (me: Asker, right: Right, person: Standing, today: string): boolean =>
  person.memberships.some((held) => holdsOn(held, today) && can(me, right, held.path))

/** What somebody lets others know for placing them is theirs to say, or for an older neighbour their leader's. */
export const mayDescribe = (me: Asker, person: Standing, today: string): boolean =>
  me.id === person.id || canAbout(me, 'leadTeams', person, today)
