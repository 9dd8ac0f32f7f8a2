import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { judgeObjectives, judgeTouched } from '../src/modules/duties/objectives/judging/actions.ts'
import { keepTallies } from '../src/modules/indicators/tallies/keeping/actions.ts'
import { createTenant, recognise } from '../src/modules/organizations/actions.ts'
import '../src/modules.ts'
import { about } from '../src/platform/changes.ts'
import type { Context } from '../src/platform/context.ts'
import { connect, type Db, newId } from '../src/platform/database.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { migrate, servingUrl } from '../src/platform/migrate.ts'
import { perform } from '../src/platform/perform.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { fillOffice } from './fill-office.ts'
import { median, report } from './measure.ts'

// The state of 1,000 objectives over a million records of attendance, and of those that one new record reaches, against plain SQL that
// counts the same from the records. `--folder` keeps the filled database for another run.
const { values: wishes, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true })
const size = Number(positionals[0] ?? 1_000_000)
const wanted = 1000
const year = new Date().getFullYear()

/** Of one kind of activity, or of all of them. */
type Define = { fact: string; measure: string; kind: string | null; plain: [value: string, where: string] }
const come = `x.status in ('attended', 'late')`
const kinds = ['meeting', 'study', 'training', 'service', 'event', 'visit', null]
const measures: Record<string, [fact: string, value: string, where: string]> = {
  count: ['activity', 'count(*)', 'true'],
  attended: ['participation', 'count(*)', come],
  people: ['participation', 'count(distinct x.person_id)', come],
  attendance: [
    'participation',
    `count(*) filter (where ${come})::float8 / nullif(count(*), 0)`,
    `x.status not in ('cancelled', 'waitlisted') and x.walk_in is not true`,
  ],
  minutes: ['participation', 'coalesce(sum(x.minutes), 0)', `${come} and x.minutes is not null`],
}
const defines: Define[] = Object.entries(measures).flatMap(([measure, [fact, ...plain]]) =>
  kinds.map((kind) => ({ fact, measure, kind, plain })),
)

const filterOf = (kind: string | null): string => (kind === null ? '' : `kind=${kind}`)

const folder = wishes.folder ?? mkdtempSync(join(tmpdir(), 'linli-bench-'))
const database = await openEmbedded(folder, { durable: false })
await migrate(database.ownerUrl)
const [db, client] = [
  connect(servingUrl(database.ownerUrl)),
  new pg.Client({ connectionString: servingUrl(database.ownerUrl) }),
]
await client.connect()
try {
  const there = await db.selectFrom('tenant').where('slug', '=', 'goals').select('id').executeTakeFirst()
  const made = there ?? (await createTenant(db, { name: '大街道', slug: 'goals' }, new Date()))
  const tenantId = 'id' in made ? made.id : made.tenantId
  if ('rootId' in made) {
    await fillOffice(database.ownerUrl, tenantId, made.rootId, size)
    await setObjectives(tenantId, made.rootId)
  }
  await measure(db, tenantId)
} finally {
  await client.end()
  await db.destroy()
  await database.leave()
  if (!wishes.folder) rmSync(folder, { recursive: true, force: true })
}

/** Each part of the tree has all of them, until there are a thousand. */
async function setObjectives(tenantId: string, rootId: string): Promise<void> {
  await asTenant(db, tenantId, async (tx) => {
    const holder = await tx.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
    const ids: string[] = []
    for (const [i, { fact, measure, kind }] of defines.entries()) {
      const [id, name] = [newId(), `目标指标${i}`]
      ids.push(id)
      await tx
        .insertInto('indicator')
        .values({ id, ownerId: rootId, nameEn: `Goal ${i}`, nameZh: name, version: 1 })
        .execute()
      const version = { indicatorId: id, number: 1, nameEn: `Goal ${i}`, nameZh: name, noteEn: '', noteZh: '' }
      await tx
        .insertInto('indicatorVersion')
        .values({ ...version, fact, measure, filter: filterOf(kind) })
        .execute()
    }
    await sql`
      insert into objective (id, organization_id, year, title, holder_id, indicator_id, sense, target, state, since, created_at)
      select gen_random_uuid(), o.id, ${year}, '目标', ${holder.id}::uuid, i.id, 'atLeast', 1000, 'onTrack', make_date(${year}, 1, 1), now()
      from organization o cross join unnest(${sql.val(ids)}::uuid[]) as i(id)
      order by length(o.path), o.id, i.id limit ${wanted}`.execute(tx)
  })
}

async function measure(db: Db, tenantId: string): Promise<void> {
  const platform = { db, recognise, sealer: { dirty: () => {} }, subscriptions: [] }
  const does = <T>(work: (context: Context) => Promise<T>, how: { derives?: true; steady?: true }): Promise<T> =>
    perform(platform, { name: 'bench', tenantId, ...how }, work)
  const keep = () => does(keepTallies, { derives: true })
  await keep()
  // As the server does by itself within a minute of so many rows.
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()
  await client.query(`set app.tenant = '${tenantId}'`)
  const objectives = await asTenant(db, tenantId, (tx) =>
    tx
      .selectFrom('objective as b')
      .innerJoin('organization as o', 'o.id', 'b.organizationId')
      .innerJoin('indicatorVersion as v', 'v.indicatorId', 'b.indicatorId')
      .select(['o.path', 'v.measure', 'v.filter'])
      .execute(),
  )
  console.log(`  ${objectives.length} objectives over ${size} records`)
  const plain = async (of: readonly { path: string; measure: string; filter: string }[]) => {
    for (const { path, measure, filter } of of) {
      const define = defines.find((one) => one.measure === measure && filterOf(one.kind) === filter)
      if (!define) throw new Error(`${measure} ${filter} is not one of ours`)
      const people =
        define.fact === 'participation'
          ? 'join participation x on x.tenant_id = a.tenant_id and x.activity_id = a.id'
          : ''
      await client.query(
        `select ${define.plain[0]} from activity a join organization o on o.tenant_id = a.tenant_id and o.id = a.host_id ${people}
         where a.tenant_id = $1 and a.cancelled_at is null and ($2::text is null or a.kind = $2) and starts_with(o.path, $3) and ${define.plain[1]}
           and a.starts_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'Asia/Shanghai')`,
        [tenantId, define.kind, path],
      )
    }
  }
  // A part of them by hand tells how long all would take.
  const some = objectives.filter((_, i) => i % 50 === 0)
  const all = (await median(1, () => plain(some))) * (objectives.length / some.length)
  await does(judgeObjectives, { steady: true })
  const whole = await median(5, () => does(judgeObjectives, { steady: true }))
  report('the state of all of them', whole, 'plain SQL', all)

  const { rows } = await client.query(
    `select a.id, o.path, (select id from person where tenant_id = a.tenant_id limit 1) as person from activity a
     join organization o on o.tenant_id = a.tenant_id and o.id = a.host_id
     where a.tenant_id = $1 and a.kind = 'service' order by a.starts_at desc limit 12`,
    [tenantId],
  )
  const reached = objectives.filter(({ path, measure }) => rows[0].path.startsWith(path) && measure !== 'count')
  const theirs = await median(1, () => plain(reached))
  const times: number[] = []
  for (const { id, path, person } of rows) {
    await asTenant(db, tenantId, (tx) =>
      about(tx, [id])
        .insertInto('participation')
        .values({
          id: newId(),
          activityId: id,
          personId: person,
          status: 'attended',
          minutes: 60,
          recordedAt: new Date(),
        })
        .onConflict((on) => on.doNothing())
        .execute(),
    )
    times.push(
      await median(1, () =>
        does((context) => judgeTouched(context, { fact: 'participation', paths: [path] }), { steady: true }),
      ),
    )
  }
  const one = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  report(`the ${reached.length} of them that one new record reaches`, one, 'plain SQL', theirs)
  console.log(`  finding which parts of the tree it is in, and counting again: ${Math.round(await median(1, keep))} ms`)
  if (whole > 2000 || one > 50) process.exitCode = 1
}
