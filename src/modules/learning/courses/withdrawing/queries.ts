import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

export type Withdrawn = { courseId: string; personId: string; doneOn: string; name: string; organizationId: string }

const came = sql`('attended', 'late')`

/**
 * Takes completions back of which a session was a part that nobody of theirs attended after all: not on that day, nor on another of the same
 * round. `which`: about the activity `a` and the completion `d`.
 */
const withdraw = async (tx: Tx, zone: string, which: RawBuilder<unknown>): Promise<Withdrawn[]> => {
  const day = (activity: string) => sql`(${sql.ref(`${activity}.startsAt`)} at time zone ${zone})::date`
  const matches = (activity: string) => sql`(${sql.ref(`${activity}.id`)} = p.activity_id
    or ${sql.ref(`${activity}.topic`)} = p.topic or ${sql.ref(`${activity}.seriesId`)} = p.series_id)`
  const inRound = (activity: string) =>
    sql`${day(activity)} <= d.done_on and (r.before is null or ${day(activity)} > r.before)`
  const { rows } = await sql<Withdrawn>`
    with lost as (
      select distinct d.course_id, d.person_id, d.done_on
      from course_completion d
      join course_part p on p.tenant_id = d.tenant_id and p.course_id = d.course_id and p.kind = 'session' and p.removed_at is null
      join activity a on a.tenant_id = d.tenant_id and ${matches('a')}
      cross join lateral (
        select max(e.done_on) as before from course_completion e
        where e.tenant_id = d.tenant_id and e.course_id = d.course_id and e.person_id = d.person_id and e.done_on < d.done_on) r
      where d.tenant_id = current_tenant() and ${inRound('a')} and ${which} and not exists (
        select from activity b
        join participation x on x.tenant_id = b.tenant_id and x.activity_id = b.id and x.person_id = d.person_id and x.status in ${came}
        where b.tenant_id = d.tenant_id and b.cancelled_at is null and ${matches('b')} and ${inRound('b')})
    ), gone as (
      delete from course_completion d using lost
      where d.tenant_id = current_tenant() and d.course_id = lost.course_id and d.person_id = lost.person_id and d.done_on = lost.done_on
      returning d.tenant_id, d.course_id, d.person_id, d.done_on
    )
    select g.course_id, g.person_id, g.done_on, c.name, c.organization_id
    from gone g join course c on c.tenant_id = g.tenant_id and c.id = g.course_id`.execute(tx)
  return rows
}

/** Of these people, who were at this activity and are not any more. */
export const withdrawFor = (tx: Tx, zone: string, activityId: string, personIds: readonly string[]) =>
  withdraw(tx, zone, sql`a.id = ${activityId}::uuid and d.person_id = any(${sql.val([...personIds])}::uuid[])`)

/** Of everybody whose attendance was written as something else since, by whatever way. */
export const withdrawCorrected = (tx: Tx, zone: string) =>
  withdraw(
    tx,
    zone,
    sql`exists (select from participation w where w.tenant_id = a.tenant_id and w.activity_id = a.id and w.person_id = d.person_id
      and w.status not in ${came} and w.recorded_at > d.noted_at)`,
  )
