import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { tellLive } from '../../../../platform/live.ts'
import { notify } from '../../../notices/actions.ts'
import { rolesOf } from '../../../organizations/actions.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { writableReport } from '../drafts/actions.ts'
import { reportCommented } from '../matters.ts'
import { mayWrite, titleOf } from '../rules.ts'
import { topicOf } from '../updates/contract.ts'
import type * as contract from './contract.ts'
import type { Comment, Thread } from './contract.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Row = Awaited<ReturnType<typeof queries.threadsOf>>[number]
type CommentRow = Awaited<ReturnType<typeof queries.commentsOf>>[number]

const threadIn = ({ me }: Context, { id, quote, resolvedAt, resolvedBy }: Row, all: readonly CommentRow[]): Thread => ({
  id,
  quote,
  resolved: resolvedAt && { by: resolvedBy, at: resolvedAt },
  comments: all
    .filter(({ threadId }) => threadId === id)
    .map(
      (row): Comment => ({
        id: row.id,
        person: row.personId && row.name !== null ? { id: row.personId, name: row.name } : null,
        text: row.deletedAt ? '' : row.text,
        at: row.at,
        editedAt: row.editedAt,
        deleted: row.deletedAt !== null,
        mine: row.personId !== null && row.personId === me.id,
      }),
    ),
})

/** What writers say among themselves: who only reads the report does not hear it. */
export async function listThreads(context: Context, { reportId }: { reportId: string }): Promise<Thread[]> {
  await writableReport(context, reportId)
  const rows = await queries.threadsOf(context.tx, reportId)
  const comments = await queries.commentsOf(
    context.tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => threadIn(context, row, comments))
}

export async function beginThread(context: Context, { reportId, quote, text }: In<typeof contract.beginThread>) {
  const { tx, me, now } = context
  const report = await writableReport(context, reportId)
  refuse(report.deletedAt ? 'reportDeleted' : null)
  const id = newId()
  await queries.insertThread(tx, { id, reportId, quote, begunBy: me.id, begunAt: now })
  return say(context, id, text)
}

export async function answerThread(context: Context, { threadId, text }: In<typeof contract.answerThread>) {
  await writableThread(context, threadId)
  await queries.setResolved(context.tx, threadId, { resolvedBy: null, resolvedAt: null })
  return say(context, threadId, text)
}

export async function resolveThread(context: Context, { threadId, resolved }: In<typeof contract.resolveThread>) {
  const { tx, me, now } = context
  await writableThread(context, threadId)
  await queries.setResolved(tx, threadId, resolved ? { resolvedBy: me.id, resolvedAt: now } : nobody)
  return shown(context, threadId)
}
const nobody = { resolvedBy: null, resolvedAt: null }

export async function changeComment(context: Context, { commentId, text }: In<typeof contract.changeComment>) {
  const { threadId } = await ownComment(context, commentId)
  await queries.setComment(context.tx, commentId, { text, editedAt: context.now })
  return shown(context, threadId)
}

/** Its words are gone for good; that there was one stays, so that the answers to it can be understood. */
export async function deleteComment(context: Context, { commentId }: { commentId: string }): Promise<{ done: true }> {
  const { threadId } = await ownComment(context, commentId)
  await queries.setComment(context.tx, commentId, { text: '—', deletedAt: context.now })
  await shown(context, threadId)
  return { done: true }
}

async function writableThread(context: Context, threadId: string) {
  const thread = found(await queries.threadById(context.tx, threadId))
  const report = await writableReport(context, thread.reportId)
  return { thread, report }
}

/** Only who said it changes it. */
async function ownComment(context: Context, commentId: string) {
  const comment = found(await queries.commentById(context.tx, commentId))
  await writableThread(context, comment.threadId)
  allow(comment.personId !== null && comment.personId === context.me.id)
  refuse(comment.deletedAt ? 'commentDeleted' : null)
  return comment
}

/** The thread as it is now; those who look at the report hear that it has changed. */
async function shown(context: Context, threadId: string): Promise<Thread> {
  const thread = found(await queries.threadById(context.tx, threadId))
  await tellLive(context, topicOf(thread.reportId))
  return threadIn(context, thread, await queries.commentsOf(context.tx, [threadId]))
}

async function say(context: Context, threadId: string, text: string): Promise<Thread> {
  const { tx, me, now } = context
  const id = newId()
  await queries.insertComment(tx, { id, threadId, personId: me.id, text, at: now })
  await tellOthers(context, threadId, { id, text })
  return shown(context, threadId)
}

/** Whoever began the report, whoever signs it and whoever has spoken here before, as long as they may write there. */
async function tellOthers(context: Context, threadId: string, comment: { id: string; text: string }): Promise<void> {
  const { tx, me, now } = context
  const { thread, report } = await writableThread(context, threadId)
  const said = await queries.commentsOf(tx, [threadId])
  const asked = [report.createdBy, report.signerId, ...said.map(({ personId }) => personId)]
  const personIds: string[] = []
  for (const id of new Set(asked))
    if (id && id !== me.id && mayWrite({ roles: await rolesOf(tx, id, now) }, report.path)) personIds.push(id)
  if (personIds.length === 0) return
  const language = report.language === 'en' ? 'en' : 'zh-CN'
  await notify(context, {
    personIds,
    matter: reportCommented,
    key: comment.id,
    values: {
      who: me.id ? (await knownPerson(context, me.id)).name : '',
      report: titleOf(language, report.writtenTitle, report.organizationName, report.period),
      quote: thread.quote.slice(0, 40),
      text: comment.text.slice(0, 200),
    },
    link: `/reports/${thread.reportId}`,
  })
}
