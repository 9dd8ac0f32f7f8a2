import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'
import type { ParticipationState } from '../contract.ts'
import type { Mark } from './rules.ts'

export type SheetLine = {
  personId: string
  name: string
  member: boolean
  /** in the group at some time, but not on that day */
  elsewhen: boolean
  walkIn: boolean
  status: ParticipationState | null
  minutes: number | null
  note: string | null
  recordedById: string | null
  recordedBy: string | null
  recordedAt: Date | null
}

/** Everybody whom the sheet concerns, or only some of them: members of the group, whoever was invited, whoever came. */
export const sheetLines = async (
  tx: Tx,
  activityId: string,
  timeZone: string,
  only: readonly string[] | null = null,
): Promise<SheetLine[]> =>
  (
    await sql<SheetLine>`
    with one as (
      select tenant_id, id, group_id, (starts_at at time zone ${timeZone})::date as day
      from activity where tenant_id = current_tenant() and id = ${activityId}
    ), member as (
      select m.person_id, bool_or(m.from_date <= one.day and (m.to_date is null or m.to_date > one.day)) as today
      from one join group_member m on m.tenant_id = one.tenant_id and m.group_id = one.group_id
      group by m.person_id
    ), written as (
      select p.* from one join participation p on p.tenant_id = one.tenant_id and p.activity_id = one.id
    )
    select person.id as "personId", person.name, coalesce(member.today, false) as member,
      coalesce(not member.today, false) as elsewhen, coalesce(written.walk_in, false) as "walkIn", written.status, written.minutes, written.note,
      written.recorded_by as "recordedById", writer.name as "recordedBy", written.recorded_at as "recordedAt"
    from (select person_id from member union select person_id from written
          union select unnest(${sql.val(only ?? [])}::uuid[])) who
    join person on person.tenant_id = current_tenant() and person.id = who.person_id
    left join member on member.person_id = who.person_id
    left join written on written.person_id = who.person_id
    left join person writer on writer.tenant_id = current_tenant() and writer.id = written.recorded_by
    where ${sql.val(only)}::uuid[] is null or who.person_id = any(${sql.val(only)}::uuid[])
    order by person.name, person.id`.execute(tx)
  ).rows

type Writing = {
  activityId: string
  personId: string
  status: Mark | 'invited'
  walkIn: boolean
  minutes: number | null
  note: string | null
  recordedBy: string | null
  recordedAt: Date
}

export const writeLines = (tx: Tx, lines: Writing[]) =>
  about(
    tx,
    lines.map(({ activityId }) => activityId),
  )
    .insertInto('participation')
    .values(lines.map((line) => ({ ...line, id: newId() })))
    .onConflict((on) =>
      on.columns(['tenantId', 'activityId', 'personId']).doUpdateSet((eb) => ({
        status: eb.ref('excluded.status'),
        minutes: eb.ref('excluded.minutes'),
        note: eb.ref('excluded.note'),
        walkIn: eb.ref('excluded.walkIn'),
        recordedBy: eb.ref('excluded.recordedBy'),
        recordedAt: eb.ref('excluded.recordedAt'),
      })),
    )
    .execute()

export const clearLines = (tx: Tx, activityId: string, personIds: string[]) =>
  about(tx, [activityId])
    .deleteFrom('participation')
    .where('activityId', '=', activityId)
    .where('personId', 'in', personIds)
    .execute()
