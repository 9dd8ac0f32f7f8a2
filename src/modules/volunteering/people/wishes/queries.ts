import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { DayPart, Wishes } from './contract.ts'

type Named = { id: string; name: string }

export async function wishesOf(tx: Tx, personId: string): Promise<Wishes> {
  const row = await tx
    .selectFrom('volunteer')
    .where('personId', '=', personId)
    .select(['weeklyAsks', 'placeIds', 'homePlaceId', 'companionIds'])
    .select(({ ref }) => ref('wishedTimes').$castTo<DayPart[]>().as('times'))
    .executeTakeFirst()
  return {
    weeklyAsks: row?.weeklyAsks ?? 2,
    times: row?.times ?? [],
    places: await placesNamed(tx, row?.placeIds ?? []),
    homePlaceId: row?.homePlaceId ?? null,
    companions: await peopleNamed(tx, row?.companionIds ?? []),
  }
}

export const placesNamed = async (tx: Tx, ids: readonly string[]): Promise<Named[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('place')
        .where('id', 'in', [...ids])
        .select(['id', 'name'])
        .orderBy('name')
        .execute()

const peopleNamed = async (tx: Tx, ids: readonly string[]): Promise<Named[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('person')
        .where('id', 'in', [...ids])
        .where('forgottenAt', 'is', null)
        .select(['id', 'name'])
        .orderBy('name')
        .execute()

/** Whoever is in a team with this person today. */
export const companionsFor = async (tx: Tx, personId: string, today: string): Promise<Named[]> =>
  (
    await sql<Named>`
      select distinct p.id, p.name from membership mine
      join organization o on o.tenant_id = mine.tenant_id and o.id = mine.organization_id and o.kind = 'team'
      join membership m on m.tenant_id = mine.tenant_id and m.organization_id = mine.organization_id
        and m.from_date <= ${today}::date and (m.to_date is null or m.to_date > ${today}::date)
      join person p on p.tenant_id = m.tenant_id and p.id = m.person_id and p.forgotten_at is null
      where mine.tenant_id = current_tenant() and mine.person_id = ${personId}::uuid and p.id <> ${personId}::uuid
        and mine.from_date <= ${today}::date and (mine.to_date is null or mine.to_date > ${today}::date)
      order by p.name, p.id`.execute(tx)
  ).rows

type Written = {
  weeklyAsks: number
  wishedTimes: string[]
  placeIds: string[]
  homePlaceId: string | null
  companionIds: string[]
}

export const writeWishes = (tx: Tx, personId: string, wishes: Written) =>
  tx
    .insertInto('volunteer')
    .values({ personId, ...wishes })
    .onConflict((on) => on.columns(['tenantId', 'personId']).doUpdateSet(wishes))
    .execute()
