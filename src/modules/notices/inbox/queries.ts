import type { Tx } from '../../../platform/database.ts'

type Asked = { personId: string; now: Date; before: Date; unread: boolean; limit: number }

export const notices = (tx: Tx, { personId, now, before, unread, limit }: Asked) =>
  tx
    .selectFrom('notice')
    .where('personId', '=', personId)
    .where('dueAt', '<=', now)
    .where('dueAt', '<', before)
    .$if(unread, (q) => q.where('readAt', 'is', null))
    .select(['id', 'matter', 'filling', 'link', 'dueAt', 'readAt'])
    .orderBy('dueAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

export const unread = async (tx: Tx, personId: string, now: Date): Promise<number> =>
  (
    await tx
      .selectFrom('notice')
      .where('personId', '=', personId)
      .where('readAt', 'is', null)
      .where('dueAt', '<=', now)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

export const setRead = async (tx: Tx, personId: string, id: string, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('notice')
    .set(({ fn, val }) => ({ readAt: fn.coalesce('readAt', val(now)) }))
    .where('id', '=', id)
    .where('personId', '=', personId)
    .returning('id')
    .executeTakeFirst()) !== undefined

export const setAllRead = (tx: Tx, personId: string, now: Date) =>
  tx
    .updateTable('notice')
    .set({ readAt: now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .where('dueAt', '<=', now)
    .execute()
