import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { ActivityKind } from '../contract.ts'
import type { Series } from '../series/queries.ts'

/** What takes place for a group in these days, called off or not, whoever asks. */
export type OfGroup = {
  id: string
  title: string
  topic: string | null
  seriesId: string | null
  startsAt: Date
  endsAt: Date
  cancelledAt: Date | null
}

type Which = { groupId: string; kind: ActivityKind; from: Date; to: Date }
export const activitiesOfGroup = (tx: Tx, { groupId, kind, from, to }: Which): Promise<OfGroup[]> =>
  tx
    .selectFrom('activity')
    .where('groupId', '=', groupId)
    .where('kind', '=', kind)
    .where('startsAt', '>=', from)
    .where('startsAt', '<', to)
    .select(['id', 'title', 'topic', 'seriesId', 'startsAt', 'endsAt', 'cancelledAt'])
    .orderBy('startsAt')
    .orderBy('id')
    .execute()

const series = (tx: Tx, which: RawBuilder<unknown>) =>
  sql<Series>`
    select id, rule, first_date, to_char(starts, 'HH24:MI') as starts, minutes, on_holiday, on_makeup, template, ended_at
    from activity_series where tenant_id = current_tenant() and ended_at is null and ${which}
    order by first_date, id`.execute(tx)

/** The series that still go on for a group. */
export const seriesOfGroup = async (tx: Tx, groupId: string, kind: ActivityKind): Promise<Series[]> =>
  (await series(tx, sql`template->>'groupId' = ${groupId} and template->>'kind' = ${kind}`)).rows

export const seriesById = async (tx: Tx, id: string): Promise<Series | undefined> =>
  (await series(tx, sql`id = ${id}::uuid`)).rows[0]
