import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { searchPatterns } from '../../../platform/search.ts'
import type { OrganizationKind } from '../contract.ts'
import { inPart } from '../queries.ts'

type Patterns = NonNullable<ReturnType<typeof searchPatterns>>

/** 0 is the whole word, 1 its beginning, 2 anywhere. */
const rank = ({ whole, begins }: Patterns): RawBuilder<number> =>
  sql`case when search like ${whole} then 0 when search like ${begins} then 1 else 2 end`

/** A higher place in the tree comes before a lower one, a short name before a long one. */
export const organizationsLike = (tx: Tx, patterns: Patterns, limit: number) =>
  tx
    .selectFrom('organization')
    .where('search', 'like', patterns.inside)
    .select(['id', 'name', 'path', 'closedOn', rank(patterns).as('rank')])
    .select(({ ref }) => ref('kind').$castTo<OrganizationKind>().as('kind'))
    .orderBy('rank')
    .orderBy(sql`closed_on is not null`)
    .orderBy(sql`length(name)`)
    .orderBy(sql`length(path)`)
    .orderBy('name')
    .limit(limit)
    .execute()

export const peopleLike = (tx: Tx, patterns: Patterns, part: readonly string[] | 'all', limit: number) =>
  tx
    .selectFrom('person')
    .where('search', 'like', patterns.inside)
    .where('forgottenAt', 'is', null)
    .$if(part !== 'all', (q) =>
      q.where(
        'person.id',
        'in',
        tx
          .selectFrom('membership')
          .innerJoin('organization', 'organization.id', 'membership.organizationId')
          .where(inPart(part as string[]))
          .select('personId'),
      ),
    )
    .select(['id', 'name', 'phone', rank(patterns).as('rank')])
    .orderBy('rank')
    .orderBy(sql`length(name)`)
    .orderBy('name')
    .limit(limit)
    .execute()

export const namesOf = (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('organization').where('id', 'in', ids).select(['id', 'name']).execute()
