import * as Y from 'yjs'
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { Refused, refuse } from '../../../../platform/errors.ts'
import { job } from '../../../../platform/jobs.ts'
import { tellLive } from '../../../../platform/live.ts'
import { readableReport, writableReport } from '../drafts/actions.ts'
import { type Applied, applied } from './authors/actions.ts'
import type * as contract from './contract.ts'
import { largestUpdate, topicOf } from './contract.ts'
import { wordsKept } from './keeping/actions.ts'
import * as queries from './queries.ts'
import { sharedDocument } from './state/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export const compacting = job<{ reportId: string }>('compactReport')
/** So many changes are read one by one before they are put together. */
const manyUpdates = 200

export async function readUpdates(context: Context, { reportId, after }: In<typeof contract.readUpdates>) {
  await readableReport(context, reportId)
  const { seq, snapshot, updates } = await queries.writtenSince(context.tx, reportId, after)
  const all = [...(snapshot ? [snapshot] : []), ...updates]
  return { seq, update: all.length > 0 ? Buffer.from(Y.mergeUpdates(all)).toString('base64') : null }
}

export async function addUpdate(context: Context, { reportId, key, update }: In<typeof contract.addUpdate>) {
  const bytes = Buffer.from(update, 'base64')
  const row = await writableReport(context, reportId)
  refuse(row.deletedAt ? 'reportDeleted' : bytes.length > largestUpdate ? 'updateTooLarge' : null)
  return writeDown(context, { reportId, key, bytes })
}

type Change = { reportId: string; key: string; bytes: Buffer }

/** Appends a change that its sender may make, once; those who look at the report hear of it. */
export async function writeDown(context: Context, { reportId, key, bytes }: Change): Promise<{ seq: number }> {
  const { tx, me, now } = context
  const held = await queries.holdReport(tx, reportId)
  const known = await queries.updateByKey(tx, reportId, key)
  if (known) return known
  const shared = await sharedDocument(context, reportId)
  const done = applied(shared, bytes)
  if (!done) throw new Refused('updateUnreadable')
  const at = { reportId, at: now }
  let seq = held.seq + 1
  await queries.insertUpdate(tx, { ...at, seq, key, personId: me.id, bytes, ...traced(done) })
  const kept = wordsKept(shared, done.swept)
  if (kept) {
    const [[writer, from] = [0, 0]] = done.swept
    const personId = await queries.writerOf(tx, reportId, writer, from)
    const more = applied(await sharedDocument(context, reportId), kept)
    if (!more) throw new Error('words that are kept fit the text')
    seq += 1
    await queries.insertUpdate(tx, {
      ...at,
      seq,
      key: `${key} kept`,
      personId,
      bytes: Buffer.from(kept),
      ...traced(more),
    })
  }
  await tellLive(context, topicOf(reportId))
  if (seq - held.snapshotSeq >= manyUpdates) await context.enqueue(compacting, { reportId }, { key: reportId })
  return { seq }
}

const traced = ({ wrote, removed }: Applied) => ({ wrote: JSON.stringify(wrote), removed: JSON.stringify(removed) })

/** Puts the changes so far together into one snapshot that says exactly what they say. */
export async function compactReport({ tx }: Context, { reportId }: { reportId: string }): Promise<void> {
  const { seq } = await queries.holdReport(tx, reportId)
  const { snapshot, updates } = await queries.writtenSince(tx, reportId, -1)
  if (updates.length === 0) return
  const whole = Y.mergeUpdates([...(snapshot ? [snapshot] : []), ...updates])
  await queries.setSnapshot(tx, reportId, seq, Buffer.from(whole))
}
