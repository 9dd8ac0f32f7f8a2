import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import { job } from '../../platform/jobs.ts'
import type { Filling, Matter } from '../../platform/notice/matter.ts'
import * as queries from './queries.ts'

/** What the clock does once whoever tells has committed. */
export const noticesToTell = job<{ noticeIds: string[] }>('tellNotices')

/** So many people are told by one job. */
const atOnce = 200

export type Telling<V extends Filling> = {
  personIds: readonly string[]
  matter: Matter<V>
  /** Of one matter the same key reaches one person once, however often it is told. */
  key: string
  values: V
  /** Where the application shows it: '/activities/…'. */
  link?: `/${string}`
  /** Later than now. Told again before that time, with the same key, it is moved. */
  at?: Date
  /** Cannot wait for the end of the quiet hours: a cancellation today (`isToday`). */
  urgent?: boolean
}

/** Tells people something, in the transaction of whoever asks: no commit, no notice. */
export async function notify<V extends Filling>(
  { tx, now, enqueue }: Pick<Context, 'tx' | 'now' | 'enqueue'>,
  { personIds, matter, key, values, link, at, urgent = false }: Telling<V>,
): Promise<void> {
  const all = [...new Set(personIds)]
  const dueAt = at && at > now ? at : now
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce)
    const telling = { matter: matter.name, key, filling: values, link: link ?? null, urgent, dueAt }
    const noticeIds = await queries.upsertNotices(tx, { ids: some.map(() => newId()), personIds: some, ...telling })
    if (noticeIds.length > 0) await enqueue(noticesToTell, { noticeIds }, { at: dueAt })
  }
}

/** Reminds people at a time to come; one that has passed reminds nobody. */
export async function remind<V extends Filling>(
  context: Pick<Context, 'tx' | 'now' | 'enqueue'>,
  telling: Telling<V> & { at: Date },
): Promise<void> {
  if (telling.at > context.now) await notify(context, telling)
}

/** Takes back what nobody has been told yet: the shift is cancelled, and with it its reminder. */
export async function withdraw(
  { tx }: Pick<Context, 'tx'>,
  { matter, key, personIds }: { matter: Pick<Matter, 'name'>; key: string; personIds?: readonly string[] },
): Promise<void> {
  await queries.deleteUntold(tx, matter.name, key, personIds)
}

const day = 24 * 60 * 60 * 1000

/** A year of notices and a month of what was sent to other programs is enough. */
export const forgetOldNotices = ({ tx, now }: Context): Promise<void> =>
  queries.deleteOld(tx, new Date(now.getTime() - 365 * day), new Date(now.getTime() - 30 * day))
