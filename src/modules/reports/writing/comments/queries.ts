import type { Tx } from '../../../../platform/database.ts'

const threads = (tx: Tx) =>
  tx
    .selectFrom('reportThread as t')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 't.tenantId').onRef('p.id', '=', 't.resolvedBy'))
    .select(['t.id', 't.reportId', 't.quote', 't.resolvedAt', 'p.name as resolvedBy'])

const comments = (tx: Tx) =>
  tx
    .selectFrom('reportComment as c')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'c.tenantId').onRef('p.id', '=', 'c.personId'))
    .select(['c.id', 'c.threadId', 'c.personId', 'p.name', 'c.text', 'c.at', 'c.editedAt', 'c.deletedAt'])

export const threadsOf = (tx: Tx, reportId: string) =>
  threads(tx).where('t.reportId', '=', reportId).orderBy('t.begunAt').orderBy('t.id').execute()

export const threadById = (tx: Tx, id: string) => threads(tx).where('t.id', '=', id).executeTakeFirst()

export const commentsOf = (tx: Tx, threadIds: readonly string[]) =>
  threadIds.length === 0
    ? Promise.resolve([])
    : comments(tx).where('c.threadId', 'in', threadIds).orderBy('c.at').orderBy('c.id').execute()

export const commentById = (tx: Tx, id: string) => comments(tx).where('c.id', '=', id).executeTakeFirst()

type NewThread = { id: string; reportId: string; quote: string; begunBy: string | null; begunAt: Date }
export const insertThread = (tx: Tx, thread: NewThread) => tx.insertInto('reportThread').values(thread).execute()

type NewComment = { id: string; threadId: string; personId: string | null; text: string; at: Date }
export const insertComment = (tx: Tx, comment: NewComment) => tx.insertInto('reportComment').values(comment).execute()

export const setResolved = (tx: Tx, id: string, resolved: { resolvedBy: string | null; resolvedAt: Date | null }) =>
  tx.updateTable('reportThread').set(resolved).where('id', '=', id).execute()

export const setComment = (
  tx: Tx,
  id: string,
  change: { text: string; editedAt: Date } | { text: string; deletedAt: Date },
) => tx.updateTable('reportComment').set(change).where('id', '=', id).execute()
