import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createTenant } from '../src/modules/organizations/actions.ts'
import { connect, newId, type Tx } from '../src/platform/database.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { servingUrl } from '../src/platform/migrate.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { startLinli } from '../test/linli.ts'

// 500 checks that were done without a network arrive together, with 10 photos each, every tenth letter twice as after a lost answer; meanwhile
// somebody opens pages. Against a bare write of the same bytes to the same disk, each file flushed. `node bench/checks.ts 50` is a smaller size.
const checks = Number(process.argv[2] ?? 500)
const photosEach = 10
const clients = 48
const size = 60_000
const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
const linli = await startLinli(folder)
const database = await openEmbedded(folder)
const db = connect(servingUrl(database.ownerUrl))
try {
  const { tenantId, rootId } = await createTenant(db, { name: '大街道', slug: 'large' }, new Date())
  const { cookie, ids } = await asTenant(db, tenantId, (tx) => prepare(tx, tenantId, rootId))
  const began = performance.now()
  const looks = { over: false, times: [] as number[] }
  const looking = look(cookie, looks)
  await inParallel(letters(ids, cookie)).finally(async () => {
    looks.over = true
    await looking
  })
  const seconds = (performance.now() - began) / 1000
  const { rows } = await asTenant(db, tenantId, (tx) =>
    sql<{ done: number; arrived: number; photos: number; findings: number }>`select
      (select count(*)::int from safety_check where done_at is not null) as done,
      (select count(*)::int from check_photo where file is not null) as arrived,
      (select count(*)::int from check_photo) as photos,
      (select count(*)::int from finding) as findings`.execute(tx),
  )
  const [there] = rows
  const bare = await bareWrite(checks * photosEach)
  const p99 = looks.times.toSorted((a, b) => a - b)[Math.floor(looks.times.length * 0.99)] ?? Number.NaN
  const whole = there?.done === checks && there.findings === checks
  const once = there?.arrived === checks * photosEach && there.photos === there.arrived
  console.log(
    `  ${checks} checks with ${photosEach} photos each: ${seconds.toFixed(1)} s, ${(seconds / bare).toFixed(2)} × the bare write of the same bytes (${bare.toFixed(1)} s)`,
  )
  console.log(
    `  none lost, none twice: ${whole && once}; pages meanwhile: p99 ${p99.toFixed(0)} ms of ${looks.times.length}`,
  )
  if (!whole || !once || !(p99 < 200)) process.exitCode = 1
} finally {
  await db.destroy()
  await linli.stop()
  await database.leave()
  rmSync(folder, { recursive: true, force: true })
}

/** A station, a list with one question, as many checks of it, and somebody signed in who does them. */
async function prepare(tx: Tx, tenantId: string, rootId: string) {
  const secret = readFileSync(join(folder, 'secret'), 'utf8').trim()
  const [personId, user, token, placeId, listId] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into person (id, name, search) values (${personId}, '检查员', '')`.execute(tx)
  await sql`insert into membership (id, person_id, organization_id, role, from_date)
    values (${newId()}, ${personId}, ${rootId}, 'staff', '2022-01-01')`.execute(tx)
  await sql`insert into auth.user (id, name, email, tenant_id, person_id)
    values (${user}, '', ${`${user}@example.org`}, ${tenantId}, ${personId})`.execute(tx)
  await sql`insert into auth.session (id, token, user_id, expires_at)
    values (${user}, ${token}, ${user}, now() + interval '1 day')`.execute(tx)
  await sql`insert into place (id, kind, name, organization_id, search) values (${placeId}, 'station', '服务站', ${rootId}, '')`.execute(
    tx,
  )
  const exit = { id: 'exit', kind: 'yesNo', text: '安全出口畅通' }
  await sql`insert into checklist (id, name, use, version) values (${listId}, '消防', 'safety', 1)`.execute(tx)
  await sql`insert into checklist_version (checklist_id, number, content, changed_at)
    values (${listId}, 1, ${JSON.stringify({ sections: [{ id: 's', title: '', questions: [exit] }] })}::jsonb, now())`.execute(
    tx,
  )
  const ids = Array.from({ length: checks }, () => newId())
  await sql`insert into safety_check (id, checklist_id, place_id, planned_on, due_on)
    select id, ${listId}, ${placeId}, current_date, current_date from unnest(${sql.val(ids)}::uuid[]) as r(id)`.execute(
    tx,
  )
  const signed = encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)
  return { cookie: `linli.session_token=${signed}`, ids }
}

type Letter = () => Promise<void>

/** What the phones send: each check, then its photos. */
function letters(ids: readonly string[], cookie: string): Letter[] {
  const send = async (path: string, init: RequestInit): Promise<void> => {
    const headers = { cookie, 'accept-language': 'zh-CN', ...init.headers }
    const answer = await fetch(`${linli.address}/api/safety-checks/${path}`, { method: 'POST', ...init, headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  const all = ids.flatMap((checkId) => {
    const photos = Array.from({ length: photosEach }, () => ({ id: randomUUID(), questionId: 'exit' }))
    const body = JSON.stringify({
      ...{ key: randomUUID(), version: 1, doneAt: new Date(), photos },
      answers: { exit: { value: 'no' } },
    })
    const whole: Letter = () => send(`${checkId}/answers`, { body, headers: { 'content-type': 'application/json' } })
    const shots = photos.map(({ id }): Letter => {
      const bytes = picture()
      return () => {
        const form = new FormData()
        form.set('file', new Blob([bytes]), 'photo.png')
        return send(`${checkId}/photos/${id}`, { body: form })
      }
    })
    return [whole, ...shots]
  })
  return all.flatMap((letter, i) => (i % 10 === 0 ? [letter, letter] : [letter]))
}

/** As large as a photo that a phone made small; no two alike. */
function picture(): Uint8Array<ArrayBuffer> {
  const part = (name: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)])
  }
  const head = part('IHDR', Buffer.from('00000640000004b00802000000', 'hex'))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const end = part('IEND', Buffer.alloc(0))
  return new Uint8Array(Buffer.concat([signature, head, part('IDAT', randomBytes(size)), end]))
}

async function inParallel(all: readonly Letter[]): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let letter = all[next++]; letter; letter = all[next++]) await letter()
    }),
  )
}

async function look(cookie: string, looks: { over: boolean; times: number[] }): Promise<void> {
  while (!looks.over) {
    const began = performance.now()
    const answer = await fetch(`${linli.address}/api/me`, { headers: { cookie } })
    await answer.arrayBuffer()
    looks.times.push(performance.now() - began)
    await new Promise((soon) => setTimeout(soon, 20))
  }
}

/** Seconds in which the same bytes are on the disk, as many at a time. */
async function bareWrite(count: number): Promise<number> {
  const place = join(folder, 'bare')
  await mkdir(place)
  const bytes = randomBytes(size)
  const began = performance.now()
  await inParallel(
    Array.from({ length: count }, (_, i) => async () => {
      const file = await open(join(place, String(i)), 'w')
      await file.writeFile(bytes)
      await file.sync()
      await file.close()
    }),
  )
  return (performance.now() - began) / 1000
}
