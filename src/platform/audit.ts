import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from './canonical.ts'
import type { Context } from './context.ts'
import { type Db, newId, planned, type Tx } from './database.ts'
import { asTenant } from './tenancy.ts'

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

type Asking = Pick<Context, 'me' | 'now' | 'requestId'>
type Deed = { by: Asking; action: string; subjectId: string | null; detail: unknown }

/** Writes down what is being done, in the same transaction: who, when, what, about which record. */
export const record = (
  { tx, ...by }: Asking & Pick<Context, 'tx'>,
  action: string,
  subjectId: string | null,
  detail: unknown,
): Promise<void> => recordAll(tx, [{ by, action, subjectId, detail }])

export async function recordAll(tx: Tx, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return
  const entries = deeds.map(({ by: { me, now, requestId }, action, subjectId, detail }) => {
    const salt = randomBytes(16)
    const text = canonical(detail)
    const [digest, grain] = [sha256(salt, text).toString('hex'), salt.toString('hex')]
    return {
      id: newId(),
      at: now,
      actor: me.id,
      action,
      subject: subjectId,
      request: requestId,
      digest,
      salt: grain,
      detail: text,
    }
  })
  await sql`${planned} insert into audit_entry (id, at, actor_id, action, subject_id, request_id, digest, salt, detail)
    select id, at, actor, action, subject, request, decode(digest, 'hex'), decode(salt, 'hex'), detail::jsonb
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(id uuid, at timestamptz, actor uuid, action text, subject uuid,
      request text, digest text, salt text, detail text)`.execute(tx)
}

type Entry = {
  id: string
  at: Date
  actorId: string | null
  action: string
  subjectId: string | null
  requestId: string | null
  digest: Buffer
}
const columns = ['id', 'at', 'actorId', 'action', 'subjectId', 'requestId', 'digest'] as const

const link = (before: Uint8Array, number: number, entry: Entry): Buffer =>
  sha256(before, canonical({ ...entry, number, digest: entry.digest.toString('hex') }))

/** What was written down about a record under this name, oldest first; what does not answer to its digest is left out. */
export async function detailsOf(tx: Tx, action: string, subjectId: string): Promise<unknown[]> {
  const entries = await tx
    .selectFrom('auditEntry')
    .where('action', '=', action)
    .where('subjectId', '=', subjectId)
    .select(['digest', 'salt'])
    .select(sql<unknown>`detail`.as('detail'))
    .orderBy('id')
    .execute()
  return entries
    .filter(({ salt, detail, digest }) => salt && timingSafeEqual(sha256(salt, canonical(detail)), digest))
    .map(({ detail }) => detail)
}

const genesis = (tenantId: string): Buffer => sha256(`linli audit chain of ${tenantId}`)

/**
 * What was written down about a person, or with these words in it (a phone number), is forgotten: that something was done stays
 * in the chain, by its digest, and what it said cannot be found again.
 */
export const forgetDetails = (tx: Tx, subjectId: string, words: readonly string[]) =>
  sql`
    update audit_entry set detail = null, salt = null
    where tenant_id = current_tenant() and detail is not null and (
      subject_id = ${subjectId}::uuid
      or exists (select from unnest(${sql.val(words)}::text[]) word where strpos(detail::text, word) > 0))`.execute(tx)

/** Links what has been committed since into the tenant's chain. One sealer a tenant at a time; writers never wait for it. */
export const seal = (db: Db, tenantId: string): Promise<number> =>
  asTenant(db, tenantId, async (tx) => {
    const lock = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`seal ${tenantId}`}, 0)) as mine`.execute(tx)
    if (!lock.rows[0]?.mine) return 0
    const entries = await tx
      .selectFrom('auditEntry')
      .where('chainNumber', 'is', null)
      .select(columns)
      .orderBy('id')
      .limit(5000)
      .execute()
    if (entries.length === 0) return 0
    let { number, hash } = await head(tx, tenantId)
    const links = entries.map((entry) => {
      number += 1
      hash = link(hash, number, entry)
      return { id: entry.id, number, hash: hash.toString('hex') }
    })
    await sql`
      update audit_entry e set chain_number = l.number, chain_hash = decode(l.hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(id uuid, number bigint, hash text)
      where e.tenant_id = current_tenant() and e.id = l.id`.execute(tx)
    return entries.length
  })

async function head(tx: Tx, tenantId: string): Promise<{ number: number; hash: Buffer }> {
  const last = await tx
    .selectFrom('auditEntry')
    .where('chainNumber', 'is not', null)
    .select(['chainNumber', 'chainHash'])
    .orderBy('chainNumber', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { number: last?.chainNumber ?? 0, hash: last?.chainHash ?? genesis(tenantId) }
}

export type Verdict =
  | { whole: true; entries: number; unsealed: number; head: string }
  | {
      whole: false
      entries: number
      problem: 'missing' | 'altered' | 'detailAltered'
      number: number
      id: string | null
    }

/**
 * Recomputes a tenant's chain from its first entry and names the first bad one. `expected` is a head noted earlier
 * ('number:hash'): with it, a chain cut short at its end shows too.
 */
export const verify = (db: Db, tenantId: string, expected?: { number: number; hash: string }): Promise<Verdict> =>
  asTenant(db, tenantId, async (tx) => {
    let hash = genesis(tenantId)
    let number = 0
    for (;;) {
      const entries = await tx
        .selectFrom('auditEntry')
        .where('chainNumber', '>', number)
        .select([...columns, 'salt', 'chainNumber', 'chainHash'])
        .select(sql<unknown>`detail`.as('detail'))
        .orderBy('chainNumber')
        .limit(2000)
        .execute()
      for (const { salt, detail, chainNumber, chainHash, ...entry } of entries) {
        number += 1
        const bad = { whole: false, entries: number, number, id: entry.id } as const
        if (chainNumber !== number) return { ...bad, problem: 'missing', id: null }
        hash = link(hash, number, entry)
        if (!chainHash || !timingSafeEqual(hash, chainHash)) return { ...bad, problem: 'altered' }
        if (salt && !timingSafeEqual(sha256(salt, canonical(detail)), entry.digest))
          return { ...bad, problem: 'detailAltered' }
        if (expected?.number === number && expected.hash !== hash.toString('hex')) return { ...bad, problem: 'altered' }
      }
      if (entries.length === 0) break
    }
    if (expected && number < expected.number)
      return { whole: false, entries: number, problem: 'missing', number: number + 1, id: null }
    const { n } = await tx
      .selectFrom('auditEntry')
      .where('chainNumber', 'is', null)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return { whole: true, entries: number, unsealed: n, head: `${number}:${hash.toString('hex')}` }
  })

export type Sealer = { dirty: (tenantId: string) => void; stop: () => Promise<void> }

/** Seals each tenant at most half a second after it has written, and sweeps all of them at the start and every minute. */
export function startSealer(db: Db, failed: (error: unknown) => void): Sealer {
  const waiting = new Set<string>()
  let working: Promise<void> = Promise.resolve()
  const sealAll = async (): Promise<void> => {
    const now = [...waiting]
    waiting.clear()
    for (const tenantId of now) {
      try {
        if ((await seal(db, tenantId)) === 5000) waiting.add(tenantId)
      } catch (error) {
        waiting.add(tenantId)
        failed(error)
      }
    }
  }
  const sweep = async (): Promise<void> => {
    for (const { id } of await db.selectFrom('tenant').select('id').execute()) waiting.add(id)
  }
  const often = setInterval(() => {
    if (waiting.size > 0) working = working.then(sealAll)
  }, 500)
  const seldom = setInterval(() => sweep().catch(failed), 60_000)
  sweep().catch(failed)
  return {
    dirty: (tenantId) => waiting.add(tenantId),
    stop: async () => {
      clearInterval(often)
      clearInterval(seldom)
      await working
      await sealAll()
    },
  }
}
