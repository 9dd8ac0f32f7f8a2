import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { type Db, newId } from '../src/platform/database.ts'
import { servingUrl } from '../src/platform/migrate.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { type Serving, signedInPeople, withServing } from './serving.ts'

// 5,000 people with sessions ask over HTTP for 500 places in one shift, 64 at a time, against pgbench running the bare SQL of
// one sign-up (lock, count, insert, audit) for as many people on the same server, tables and role.
const people = 5000
const places = 500
const clients = 64
await withServing(async (serving) => {
  const { db, tenantId } = serving
  const crowd = await asTenant(db, tenantId, (tx) => signedInPeople(tx, serving, people))
  const [ours, bare] = [await shift(serving), await shift(serving)]
  const http = await storm(
    serving.address(),
    ours,
    crowd.map(({ cookie }) => cookie),
  )
  const theirs = await pgbench(serving, bare)
  const kept = await counts(db, tenantId, ours.roleId)
  console.log(
    `  ${people} people, ${places} places, ${clients} at a time: ${Math.round(http.rate)} sign-ups a second, ` +
      `${(http.rate / theirs).toFixed(2)} × the bare SQL in pgbench (${Math.round(theirs)})`,
  )
  console.log(`  p50 ${http.p50.toFixed(0)} ms, p99 ${http.p99.toFixed(0)} ms, errors ${http.errors} of ${people}`)
  console.log(`  afterwards: ${kept.confirmed} confirmed, ${kept.waiting} waiting, ${kept.audited} audit entries`)
  const whole = kept.confirmed === places && kept.waiting === people - places && kept.audited === people
  if (http.errors > 0 || !whole || http.rate < theirs / 2) process.exitCode = 1
})

type Place = { shiftId: string; roleId: string }

async function shift({ db, tenantId, rootId }: Serving): Promise<Place> {
  const [activityId, shiftId, roleId] = [newId(), newId(), newId()]
  const startsAt = new Date(Date.now() + 10 * 86_400_000)
  const endsAt = new Date(+startsAt + 7_200_000)
  await asTenant(db, tenantId, async (tx) => {
    await tx
      .insertInto('activity')
      .values({
        id: activityId,
        kind: 'service',
        title: '马拉松',
        hostId: rootId,
        startsAt,
        endsAt,
        changedAt: new Date(),
      })
      .execute()
    await tx.insertInto('shift').values({ id: shiftId, activityId, hostId: rootId, startsAt, endsAt }).execute()
    await tx
      .insertInto('shiftRole')
      .values({ id: roleId, shiftId, name: '引导员', target: places, most: places })
      .execute()
  })
  return { shiftId, roleId }
}

async function storm(address: string, { shiftId, roleId }: Place, cookies: string[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let errors = 0
  const one = (cookie: string): Promise<void> =>
    new Promise((done) => {
      const began = performance.now()
      const headers = { cookie, 'content-type': 'application/json', 'accept-language': 'zh-CN' }
      const asked = request(
        `${address}/api/shifts/${shiftId}/signups`,
        { agent, method: 'POST', headers },
        (answer) => {
          if (answer.statusCode !== 200) errors += 1
          answer.resume().on('end', () => {
            times.push(performance.now() - began)
            done()
          })
        },
      )
      asked.on('error', () => {
        errors += 1
        done()
      })
      asked.end(JSON.stringify({ roleId }))
    })
  const waiting = [...cookies]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let cookie = waiting.pop(); cookie; cookie = waiting.pop()) await one(cookie)
    }),
  )
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN
  return { rate: cookies.length / seconds, p50: at(0.5), p99: at(0.99), errors }
}

/** Sign-ups a second of the bare SQL. Each is another person's, as in the storm. */
async function pgbench({ ownerUrl, tenantId, folder }: Serving, { shiftId, roleId }: Place): Promise<number> {
  const program = ['/usr/lib/postgresql/15/bin/pgbench', '/usr/bin/pgbench'].find(existsSync)
  if (!program) throw new Error('pgbench is missing: on Debian it comes with the package postgresql-15')
  const url = new URL(servingUrl(ownerUrl))
  const script = join(folder, 'sign-up.sql')
  writeFileSync(
    script,
    `begin;
set local app.tenant = '${tenantId}';
select id from shift where tenant_id = '${tenantId}' and id = '${shiftId}' for update;
select count(*) from signup where tenant_id = '${tenantId}' and shift_role_id = '${roleId}' and state in ('confirmed', 'offered') \\gset taken_
select nextval('bench_next') as n \\gset next_
insert into signup (tenant_id, id, shift_id, shift_role_id, person_id, state, arrival, at, changed_at, starts_at, ends_at)
select s.tenant_id, gen_random_uuid(), s.id, '${roleId}', p.id, case when :taken_count < ${places} then 'confirmed' else 'waiting' end,
       nextval('signup_arrival'), now(), now(), s.starts_at, s.ends_at
from shift s, bench_person p where s.tenant_id = '${tenantId}' and s.id = '${shiftId}' and p.n = :next_n;
insert into audit_entry (tenant_id, id, at, action, digest, salt, detail)
values ('${tenantId}', gen_random_uuid(), now(), 'signUp', sha256('x'), '\\x00', '{"shiftId": "${shiftId}"}');
commit;
`,
  )
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`create table bench_person as select row_number() over () as n, id from person;
    create unique index on bench_person (n); create sequence bench_next; analyze bench_person;
    grant select on bench_person to linli_app; grant usage on sequence bench_next to linli_app`)
  await owner.end()
  const args = [
    '-n',
    '-M',
    'prepared',
    '-f',
    script,
    '-c',
    String(clients),
    '-j',
    '2',
    '-t',
    String(Math.floor(people / clients)),
  ]
  const where = ['-h', url.searchParams.get('host') ?? url.hostname, '-U', 'linli_app', url.pathname.slice(1)]
  const child = spawn(program, [...args, ...where], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  await new Promise((done) => child.once('exit', done))
  return Number(/tps = ([\d.]+)/.exec(said)?.[1])
}

async function counts(db: Db, tenantId: string, roleId: string) {
  return asTenant(db, tenantId, async (tx) => {
    const { rows } = await sql<{ confirmed: number; waiting: number; audited: number }>`
      select count(*) filter (where state = 'confirmed')::int as confirmed,
             count(*) filter (where state = 'waiting')::int as waiting,
             (select count(*)::int from audit_entry where action = 'signUp' and actor_id is not null) as audited
      from signup where shift_role_id = ${roleId}`.execute(tx)
    return rows[0] ?? { confirmed: 0, waiting: 0, audited: 0 }
  })
}
