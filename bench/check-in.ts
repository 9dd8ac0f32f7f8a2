import { sql } from 'kysely'
import pg from 'pg'
import { endOf } from '../src/modules/activities/doors/code/rules.ts'
import { newId } from '../src/platform/database.ts'
import { hashOfLink, makeLink } from '../src/platform/link.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { report } from './measure.ts'
import { withServing } from './serving.ts'

// 1,000 people came and went before two tablets without a network, half at each, every tenth at both. Both come back together
// and tell it over HTTP, 500 at a time, each batch twice as after a lost answer; against bare inserts into the same table with
// the same indexes, one transaction for each batch.
const people = 1000
const batch = 500
await withServing(async ({ address, db, ownerUrl, tenantId, rootId }) => {
  const ids = Array.from({ length: people }, () => newId())
  const [activityId, other] = [newId(), newId()]
  const tokens = [makeLink(tenantId), makeLink(tenantId)]
  const from = new Date(Date.now() - 3 * 3_600_000)
  await asTenant(db, tenantId, async (tx) => {
    await sql`insert into person (id, name, search) select id, '志愿者', '' from unnest(${ids}::uuid[]) as r(id)`.execute(
      tx,
    )
    for (const id of [activityId, other])
      await tx
        .insertInto('activity')
        .values({
          id,
          kind: 'service',
          title: '义诊',
          hostId: rootId,
          startsAt: from,
          endsAt: new Date(),
          changedAt: from,
        })
        .execute()
    for (const { token } of tokens)
      await tx
        .insertInto('kiosk')
        .values({ id: newId(), organizationId: rootId, name: '平板', tokenHash: hashOfLink(token), createdAt: from })
        .execute()
  })
  const at = (minutes: number): string => new Date(+from + minutes * 60_000).toISOString()
  const passing = (personId: string, direction: 'in' | 'out', minutes: number) => ({
    id: newId(),
    activityId,
    personId,
    code: endOf(personId),
    direction,
    deviceAt: at(minutes),
    ahead: 0,
  })
  const told = tokens.map((_, kiosk) =>
    ids.flatMap((id, i) =>
      i % 2 === kiosk || i % 10 === 0 ? [passing(id, 'in', i % 7), passing(id, 'out', 120 + (i % 11))] : [],
    ),
  )
  const batches = told.map((events) =>
    Array.from({ length: Math.ceil(events.length / batch) }, (_, i) => events.slice(i * batch, (i + 1) * batch)),
  )
  const events = told.flat().length
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  let errors = 0
  const tell = async (token: string, some: (typeof told)[number]): Promise<void> => {
    const answer = await fetch(`${address()}/api/kiosk/${token}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: new Date(), events: some.map(({ personId: _, ...event }) => event) }),
    })
    if (!answer.ok) errors += 1
  }
  const all = (times: number) =>
    Promise.all(
      batches.map(async (own, kiosk) => {
        for (const some of own) for (let i = 0; i < times; i++) await tell(tokens[kiosk]?.token ?? '', some)
      }),
    )
  const ours = await timed(() => all(1))
  const again = await timed(() => all(1))
  const theirs = await timed(() =>
    Promise.all(
      batches.map(async (own) => {
        for (const some of own)
          await asTenant(db, tenantId, async (tx) => {
            for (const one of some)
              await sql`insert into door_event (id, activity_id, person_id, direction, at, device_at, received_at, way, state)
                values (${newId()}, ${other}, ${one.personId}, ${one.direction}, ${one.deviceAt}, ${one.deviceAt}, now(), 'ownCode', 'stands')`.execute(
                tx,
              )
          })
      }),
    ),
  )
  report(`${events} comings and goings from two tablets, judged and counted`, ours, 'bare inserts one by one', theirs)
  report('the same told again', again, 'bare inserts one by one', theirs)
  const client = new pg.Client(ownerUrl)
  await client.connect()
  const { rows } = await client.query(
    `select (select count(*)::int from door_event where activity_id = $1) as events, count(*)::int as people,
       count(*) filter (where p.minutes = (select sum(h.minutes) from hours_entry h where h.tenant_id = p.tenant_id
         and h.activity_id = p.activity_id and h.person_id = p.person_id and h.state = 'approved'))::int as summed,
       (select max(n)::int from (select count(*) as n from hours_entry where activity_id = $1 and state = 'approved' group by person_id) x) as most
     from participation p where p.activity_id = $1 and p.status = 'attended'`,
    [activityId],
  )
  await client.end()
  const [kept] = rows as { events: number; people: number; summed: number; most: number }[]
  console.log(
    `  afterwards: ${kept?.events} records, ${kept?.people} people came, ${kept?.summed} with minutes that are the sum of what is approved, at most ${kept?.most} stay each; errors ${errors}`,
  )
  const whole = kept?.events === events && kept.people === people && kept.summed === people && kept.most === 1
  if (errors > 0 || !whole || ours > 60_000) process.exitCode = 1
})
