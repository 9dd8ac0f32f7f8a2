import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { createTenant } from '../src/modules/organizations/actions.ts'
import { connect, newId, type Tx } from '../src/platform/database.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { servingUrl } from '../src/platform/migrate.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { startLinli } from '../test/linli.ts'

// Many people sit one quiz of 50 questions and save each answer over HTTP. First at the rate of 10,000 people in 20 minutes: how long a save takes. Then
// as fast as the server takes them, against the bare SQL of one saved answer, one transaction each, over as many connections as the server has. In the
// middle of that the server is killed and started again: no acknowledged answer may be missing. `node bench/quiz.ts 10000` is the whole size.
const people = Number(process.argv[2] ?? 400)
const needed = (10_000 * 50) / (20 * 60)
const questions = 50
const clients = 64
const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
let linli = await startLinli(folder)
const database = await openEmbedded(folder)
const db = connect(servingUrl(database.ownerUrl))
type Sitter = { cookie: string; attemptId: string }
const acknowledged: { attemptId: string; position: number; answer: string }[] = []
const times: number[] = []
let errors = 0
try {
  const { tenantId, rootId } = await createTenant(db, { name: '大街道', slug: 'large' }, new Date())
  const quizId = newId()
  const sitters = await asTenant(db, tenantId, (tx) => crowd(tx, tenantId, rootId, quizId))
  const paced = await storm(sitters, quizId, { from: 0, to: 10, rate: needed })
  const calm = percentile(0.99)
  times.length = 0
  // As many as tell; all of many people would take long.
  const to = Math.min(questions, 10 + Math.ceil(60_000 / people))
  const { seconds, saved } = await storm(sitters, quizId, { from: 10, to, kill: true })
  const rate = saved / seconds
  const lost = await missing(tenantId)
  const theirs = await bare(tenantId)
  console.log(
    `  ${people} people at the rate of 10,000 in 20 minutes (${Math.round(paced.saved / paced.seconds)} answers a second): p99 ${calm.toFixed(0)} ms`,
  )
  console.log(
    `  as fast as they are taken, ${clients} at a time: ${Math.round(rate)} answers a second, ${(rate / theirs.rate).toFixed(2)} × the bare SQL of one ` +
      `(${Math.round(theirs.rate)}, p99 ${theirs.p99.toFixed(0)} ms); p50 ${percentile(0.5).toFixed(0)} ms, p99 ${percentile(0.99).toFixed(0)} ms, errors ${errors}`,
  )
  console.log(`  killed once in the middle: ${acknowledged.length} acknowledged, ${lost} of them lost`)
  // On a machine that others use as well, the bare SQL waits too.
  if (lost > 0 || rate < theirs.rate / 2 || calm > Math.max(100, 4 * theirs.p99)) process.exitCode = 1
} finally {
  await db.destroy()
  await linli.stop()
  await database.leave()
  rmSync(folder, { recursive: true, force: true })
}

/** People with a session and an attempt each, in a quiz whose questions are all true. */
async function crowd(tx: Tx, tenantId: string, rootId: string, quizId: string): Promise<Sitter[]> {
  const secret = readFileSync(join(folder, 'secret'), 'utf8').trim()
  const rows = Array.from({ length: people }, (_, i) => ({
    id: newId(),
    membership: newId(),
    user: newId(),
    attempt: newId(),
    token: `${newId()}${i}`,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, membership uuid, "user" text, attempt uuid, token text)`
  await sql`insert into person (id, name, search) select id, '居民', '' from ${given}`.execute(tx)
  await sql`insert into membership (id, person_id, organization_id, role, from_date)
    select membership, id, ${rootId}, 'volunteer', '2022-01-01' from ${given}`.execute(tx)
  await sql`insert into auth.user (id, name, email, tenant_id, person_id)
    select "user", '', "user" || '@example.org', ${tenantId}, id from ${given}`.execute(tx)
  await sql`insert into auth.session (id, token, user_id, expires_at)
    select "user", token, "user", now() + interval '30 days' from ${given}`.execute(tx)
  const ids = Array.from({ length: questions }, () => newId())
  await sql`insert into question (id, kind, version) select unnest(${sql.val(ids)}::uuid[]), 'trueFalse', 1`.execute(tx)
  await sql`insert into question_version (question_id, number, content, keys, tags, difficulty, source, digest, search, changed_at)
    select unnest(${sql.val(ids)}::uuid[]), 1, '{"stem": {"zh": "是"}, "options": [], "targets": []}', '{"correct": ["true"]}', '{}', 3, '', '', '', now()`.execute(
    tx,
  )
  const drawn = ids.map((questionId) => ({ questionId, version: 1, points: 1, options: [], targets: [] }))
  await sql`insert into quiz (id, organization_id, name, about, fixed, draws, shuffle, shuffle_options, pass_percent, feedback, listed, published_at)
    values (${quizId}, ${rootId}, '大考', '', '[]', '[]', false, false, 60, 'never', true, now())`.execute(tx)
  await sql`insert into quiz_attempt (id, quiz_id, person_id, number, seed, drawn, size, started_at, ends_at, most)
    select attempt, ${quizId}, id, 1, '', ${JSON.stringify(drawn)}::jsonb, ${questions}, now(), now() + interval '2 hours', ${questions} from ${given}`.execute(
    tx,
  )
  const signed = (token: string): string =>
    encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)
  return rows.map(({ token, attempt }) => ({ cookie: `linli.session_token=${signed(token)}`, attemptId: attempt }))
}

function percentile(share: number, of: readonly number[] = times): number {
  const sorted = of.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}

type Storm = { from: number; to: number; rate?: number; kill?: boolean }

/** Everybody answers question after question, at a rate or as fast as it goes. What fails is sent again, as the browser does. Seconds without the time that the server was away. */
async function storm(sitters: readonly Sitter[], quizId: string, { from, to, rate, kill = false }: Storm) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const asks = Array.from({ length: to - from }, (_, i) =>
    sitters.map((sitter) => ({ sitter, position: from + i })),
  ).flat()
  const half = Math.floor(asks.length / 2)
  let next = 0
  let away = 0
  let killing: Promise<void> | null = null
  const restart = async (): Promise<void> => {
    const began = performance.now()
    await linli.stop('SIGKILL')
    linli = await startLinli(folder)
    away = (performance.now() - began) / 1000
  }
  const save = (sitter: Sitter, position: number, answer: string): Promise<boolean> =>
    new Promise((done) => {
      const began = performance.now()
      const path = `/api/quizzes/${quizId}/attempts/${sitter.attemptId}/answers`
      const headers = { cookie: sitter.cookie, 'content-type': 'application/json', 'accept-language': 'zh-CN' }
      const asked = request(`${linli.address}${path}`, { agent, method: 'POST', headers }, (reply) => {
        reply.resume().on('end', () => {
          if (reply.statusCode === 200) times.push(performance.now() - began)
          else if (reply.statusCode !== 503) errors += 1
          done(reply.statusCode === 200)
        })
        reply.on('error', () => done(false))
      })
      asked.on('error', () => done(false))
      asked.end(JSON.stringify({ answers: [{ position, answer: [answer], givenAt: new Date(), counter: position }] }))
    })
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let ask = asks[next++]; ask; ask = asks[next++]) {
        if (kill && next > half) killing ??= restart()
        const due = rate ? began + (next / rate) * 1000 - performance.now() : 0
        if (due > 0) await new Promise((soon) => setTimeout(soon, due))
        const answer = next % 3 === 0 ? 'false' : 'true'
        while (!(await save(ask.sitter, ask.position, answer))) {
          await killing
          await new Promise((soon) => setTimeout(soon, 20))
        }
        acknowledged.push({ attemptId: ask.sitter.attemptId, position: ask.position, answer })
      }
    }),
  )
  agent.destroy()
  return { seconds: (performance.now() - began) / 1000 - away, saved: asks.length }
}

/** Acknowledged answers that are not there as they were given. */
async function missing(tenantId: string): Promise<number> {
  return asTenant(db, tenantId, async (tx) => {
    const { rows } = await sql<{ attemptId: string; position: number; answer: string[] }>`
      select attempt_id, position, answer from quiz_answer`.execute(tx)
    const there = new Map(rows.map(({ attemptId, position, answer }) => [`${attemptId} ${position}`, answer[0]]))
    return acknowledged.filter(({ attemptId, position, answer }) => there.get(`${attemptId} ${position}`) !== answer)
      .length
  })
}

/** Saved answers a second of the bare SQL: the same row, its audit entry, one transaction each, over as many connections as the server has. */
async function bare(tenantId: string): Promise<{ rate: number; p99: number }> {
  const pool = new pg.Pool({ connectionString: servingUrl(database.ownerUrl), max: 10 })
  const asks = acknowledged.slice(0, Math.min(acknowledged.length, 5000))
  const took: number[] = []
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      const client = await pool.connect()
      for (let ask = asks[next++]; ask; ask = asks[next++]) {
        const asked = performance.now()
        await client.query('begin')
        await client.query(`set local app.tenant = '${tenantId}'`)
        await client.query({
          name: 'save',
          text: `insert into quiz_answer (tenant_id, attempt_id, position, answer, given_at, counter, saved_at)
            select a.tenant_id, a.id, $3, $4, now(), 99, now() from quiz_attempt a
            where a.tenant_id = $1 and a.id = $2 and a.submitted_at is null and a.ends_at > now() for share
            on conflict (tenant_id, attempt_id, position) do update set answer = excluded.answer, given_at = excluded.given_at,
              counter = excluded.counter, saved_at = excluded.saved_at`,
          values: [tenantId, ask.attemptId, ask.position, [ask.answer]],
        })
        await client.query({
          name: 'audit',
          text: `insert into audit_entry (tenant_id, id, at, action, digest, salt, detail)
            values ($1, gen_random_uuid(), now(), 'saveAnswers', sha256('x'), '\\x00', '{}')`,
          values: [tenantId],
        })
        await client.query('commit')
        took.push(performance.now() - asked)
      }
      client.release()
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await pool.end()
  return { rate: asks.length / seconds, p99: percentile(0.99, took) }
}
