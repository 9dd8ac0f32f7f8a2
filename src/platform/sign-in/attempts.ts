import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { NotSignedIn, TooMany } from '../problem.ts'

const windowMinutes = 15
/** An office shares one address, a person has a name alone, and a code that was right is used up. */
const limits = { address: 100, name: 10, code: 1 } as const

export type Subject = { kind: keyof typeof limits; value: string }

/** Counts tries, in the database, so that every process and the next start know of them. */
export function countAttempts(db: Db, secret: string) {
  const digest = ({ kind, value }: Subject): Buffer =>
    createHmac('sha256', secret).update(`attempt ${kind} ${value}`).digest()

  async function count(subject: Subject): Promise<void> {
    const { rows } = await sql<{ count: number; left: number }>`
      insert into auth.attempt as a (subject, count, since) values (${digest(subject)}, 1, now())
      on conflict (subject) do update set
        count = case when a.since < now() - make_interval(mins => ${windowMinutes}) then 1 else a.count + 1 end,
        since = case when a.since < now() - make_interval(mins => ${windowMinutes}) then now() else a.since end
      returning count, ${windowMinutes} - floor(extract(epoch from now() - since) / 60)::int as left`.execute(db)
    const { count, left } = rows[0] ?? { count: 0, left: 0 }
    if (count === 1) await sql`delete from auth.attempt where since < now() - interval '1 day'`.execute(db)
    if (count <= limits[subject.kind]) return
    if (subject.kind === 'code') throw new NotSignedIn('wrongCode')
    throw new TooMany(Math.max(1, left))
  }

  const undo = (subject: Subject) =>
    sql`update auth.attempt set count = count - 1 where subject = ${digest(subject)}`.execute(db)

  return {
    /** One more try: counted before it is made, so that many at once cannot slip through. */
    async begin(subjects: readonly Subject[]): Promise<void> {
      for (const subject of subjects) await count(subject)
    },
    /** It was the right one: only failures are held against anybody. */
    async succeeded(subjects: readonly Subject[]): Promise<void> {
      for (const subject of subjects)
        if (subject.kind === 'name') await sql`delete from auth.attempt where subject = ${digest(subject)}`.execute(db)
        else if (subject.kind === 'address') await undo(subject)
    },
    /** It was a wrong one: only codes that were right may not be used again. */
    async failed(subjects: readonly Subject[]): Promise<void> {
      for (const subject of subjects) if (subject.kind === 'code') await undo(subject)
    },
  }
}
