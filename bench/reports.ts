import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { figureRecords, figures } from '../src/modules/indicators/actions.ts'
import { Question } from '../src/modules/indicators/contract.ts'
import { keepTallies } from '../src/modules/indicators/tallies/keeping/actions.ts'
import { createTenant, recognise } from '../src/modules/organizations/actions.ts'
import { yearInFigures } from '../src/modules/reports/yearly/actions.ts'
import '../src/modules.ts'
import { about } from '../src/platform/changes.ts'
import type { Context } from '../src/platform/context.ts'
import { connect, type Db } from '../src/platform/database.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { migrate, servingUrl } from '../src/platform/migrate.ts'
import { type Asked, perform } from '../src/platform/perform.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { fillOffice } from './fill-office.ts'
import { median, report } from './measure.ts'

// A sub-district with many attendance records over five years: a yearly report of 60 figures, and the first 50 records of one of
// them, against plain SQL on the records, which must give the same. `--folder` keeps the filled database for another run.
const { values: wishes, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true })
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000_000]

type Define = { fact: string; measure: string; kind: string; period: string }
const kinds = ['meeting', 'study', 'training', 'service', 'event', 'visit']
const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']
const each = (fact: string, measures: string[], of: string[], periods: string[]): Define[] =>
  measures.flatMap((measure) => of.flatMap((kind) => periods.map((period) => ({ fact, measure, kind, period }))))
const service = ['minutes', 'records', 'volunteers', 'minutesEach']
const sixty: Define[] = [
  ...each('activity', ['count'], kinds, ['2025', '2024']),
  ...each('participation', ['expected', 'attended', 'attendance', 'people'], kinds, ['2025']),
  ...each('participation', service, ['service'], ['2025', '2024']),
  ...each('participation', ['attended', 'people'], ['study'], quarters),
  ...each('participation', ['minutes', 'volunteers'], ['service'], quarters),
]

const come = `x.status in ('attended', 'late')`
const expected = `x.status not in ('cancelled', 'waitlisted') and x.walk_in is not true`
const timed = `${come} and x.minutes is not null`
const plain: Record<string, [value: string, where: string]> = {
  count: ['count(*)', 'true'],
  expected: ['count(*)', expected],
  attended: ['count(*)', come],
  attendance: [`count(*) filter (where ${come})::float8 / nullif(count(*), 0)`, expected],
  people: ['count(distinct x.person_id)', come],
  minutes: ['coalesce(sum(x.minutes), 0)', timed],
  records: ['count(*)', timed],
  volunteers: ['count(distinct x.person_id)', timed],
  minutesEach: ['coalesce(sum(x.minutes), 0)::float8 / nullif(count(distinct x.person_id), 0)', timed],
}
const bounds = (period: string): [string, string] => {
  const [year = '', quarter] = period.split('-Q')
  const first = quarter ? Number(quarter) * 3 - 2 : 1
  const last = quarter ? first + 3 : 13
  const day = (month: number): string => `${Number(year) + (month > 12 ? 1 : 0)}-${((month - 1) % 12) + 1}-01T00:00+08`
  return [day(first), day(last)]
}

/** The same by hand: the records of a kind in a period, as the office's own tables have them. */
const fromPlain = (tenantId: string, { fact, measure, kind, period }: Define): string => {
  const [from, to] = bounds(period)
  const people =
    fact === 'participation' ? 'join participation x on x.tenant_id = a.tenant_id and x.activity_id = a.id' : ''
  return `from activity a join organization o on o.tenant_id = a.tenant_id and o.id = a.host_id ${people}
    where a.tenant_id = '${tenantId}' and a.cancelled_at is null and a.kind = '${kind}'
      and a.starts_at >= '${from}' and a.starts_at < '${to}' and ${plain[measure]?.[1]}`
}

const one: Define = { fact: 'participation', measure: 'attended', kind: 'service', period: '2025' }
const question = ({ fact, measure, kind, period }: Define): Question =>
  Question.parse({ fact, measure, period, filter: `kind=${kind}` })
const page = { ...question(one), search: '', offset: 0, limit: 50 }

async function measure(db: Db, client: pg.Client, tenantId: string, size: number) {
  const platform = { db, recognise, sealer: { dirty: () => {} }, subscriptions: [] }
  const does = <T>(work: (context: Context) => Promise<T>, how: Partial<Asked> = { reads: true }): Promise<T> =>
    perform(platform, { name: 'bench', tenantId, ...how }, (context) =>
      work({ ...context, me: { ...context.me, roles: [{ role: 'auditor', organizationId: '', path: '/' }] } }),
    )
  const keep = () => does(keepTallies, { derives: true })
  const value = async (define: Define): Promise<number> =>
    Number(
      (await client.query(`select ${plain[define.measure]?.[0]} as value ${fromPlain(tenantId, define)}`)).rows[0]
        .value,
    )
  await client.query(`set app.tenant = '${tenantId}'`)
  const [began, { pieces }] = [performance.now(), await keep()]
  console.log(
    `  ${size} records: ${pieces} months and days of facts are kept in ${Math.round(performance.now() - began)} ms`,
  )

  const byHand: number[] = []
  for (const define of sixty) byHand.push(await value(define))
  const told = await does((context) => figures(context, sixty.map(question)))
  const differs = sixty.filter((_, i) => told[i]?.value !== byHand[i])
  if (differs.length > 0) throw new Error(`not the same by plain SQL: ${JSON.stringify(differs)}`)

  const theirs = await median(size > 1_000_000 ? 1 : 3, async () => {
    for (const define of sixty) await value(define)
  })
  const sixtyFigures = () => does((context) => figures(context, sixty.map(question)))
  const yearly = await median(9, sixtyFigures)
  report('60 figures of a year', yearly, 'plain SQL', theirs)
  const whole = await median(5, () => does((context) => yearInFigures(context, { year: 2025 })))
  console.log(`  the yearly report as it is, with its series: ${Math.round(whole)} ms`)

  const list = `select x.id, a.title, a.starts_at, n.name, x.status, x.minutes, o.name ${fromPlain(tenantId, one).replace('where', 'join person n on n.tenant_id = x.tenant_id and n.id = x.person_id where')}
    order by a.starts_at desc, x.id::text limit 50`
  const plainList = await median(5, async () => {
    await client.query(list)
    await value(one)
  })
  const ids = (await client.query(list)).rows.map(({ id }) => id)
  const opened = await does((context) => figureRecords(context, page))
  if (opened.rows.map(({ id }) => id).join() !== ids.join()) throw new Error('not the same records as by plain SQL')
  const first = await median(9, () => does((context) => figureRecords(context, page)))
  report("a figure's first 50 records and how many there are", first, 'plain SQL', plainList)

  const { id } = (
    await client.query(
      `select id from activity where tenant_id = '${tenantId}' and starts_at > '2025-03-10' order by starts_at limit 1`,
    )
  ).rows[0]
  await asTenant(db, tenantId, (tx) =>
    sql`update participation set note = 'x' where tenant_id = ${tenantId} and activity_id = ${id}`.execute(
      about(tx, [id]),
    ),
  )
  console.log(
    `  60 figures while a month of that year waits to be counted again: ${Math.round(await median(5, sixtyFigures))} ms`,
  )
  const again = await median(1, keep)
  console.log(`  … which takes ${Math.round(again)} ms`)
  return { yearly, first }
}

const folder = wishes.folder ?? mkdtempSync(join(tmpdir(), 'linli-bench-'))
const database = await openEmbedded(folder, { durable: false })
await migrate(database.ownerUrl)
const [db, client] = [
  connect(servingUrl(database.ownerUrl)),
  new pg.Client({ connectionString: servingUrl(database.ownerUrl) }),
]
await client.connect()
try {
  const all: { yearly: number; first: number }[] = []
  for (const size of sizes) {
    const there = await db.selectFrom('tenant').where('slug', '=', `office-${size}`).select('id').executeTakeFirst()
    const made = there ?? (await createTenant(db, { name: '大街道', slug: `office-${size}` }, new Date()))
    const tenantId = 'id' in made ? made.id : made.tenantId
    if ('rootId' in made) await fillOffice(database.ownerUrl, tenantId, made.rootId, size)
    all.push(await measure(db, client, tenantId, size))
  }
  const [small, large] = [all[0], all.at(-1)]
  if (small && large && all.length > 1)
    console.log(
      `  ${sizes.at(-1)} against ${sizes[0]} records: ${(large.yearly / small.yearly).toFixed(2)} × as long for 60 figures, ${(large.first / small.first).toFixed(2)} × for 50 records`,
    )
  if (all.some(({ yearly, first }) => yearly > 1000 || first > 100)) process.exitCode = 1
} finally {
  await client.end()
  await db.destroy()
  await database.leave()
  if (!wishes.folder) rmSync(folder, { recursive: true, force: true })
}
