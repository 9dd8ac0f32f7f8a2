import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Filling, matterNamed } from '../../../platform/notice/matter.ts'
import { saidOf } from '../rules.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'

type Input<E extends { input: z.ZodType }> = z.output<E['input']>
type Output<E extends { output: z.ZodType }> = z.input<E['output']>

const page = 30

export async function listNotices(
  { tx, me, now }: Context,
  { before, show }: Input<typeof contract.listNotices>,
): Promise<Output<typeof contract.listNotices>> {
  const personId = found(me.id)
  const end = before ?? new Date(now.getTime() + 1)
  const rows = await queries.notices(tx, { personId, now, before: end, unread: show === 'unread', limit: page })
  const notices = rows.flatMap(({ id, matter: name, filling, link, dueAt, readAt }) => {
    const matter = matterNamed(name)
    // What a module no longer tells has no words any more.
    if (!matter) return []
    const say = (words: typeof matter.title): string => saidOf(me.language, me.timeZone, words, filling as Filling)
    return [{ id, title: say(matter.title), text: say(matter.text), link, at: dueAt, readAt }]
  })
  return { notices, next: rows.length === page ? (rows.at(-1)?.dueAt ?? null) : null }
}

export const countUnread = async ({ tx, me, now }: Context) => ({
  unread: await queries.unread(tx, found(me.id), now),
})

export async function readNotice({ tx, me, now }: Context, { noticeId }: Input<typeof contract.readNotice>) {
  found((await queries.setRead(tx, found(me.id), noticeId, now)) || null)
  return { done: true as const }
}

export async function readAllNotices({ tx, me, now }: Context) {
  await queries.setAllRead(tx, found(me.id), now)
  return { done: true as const }
}
