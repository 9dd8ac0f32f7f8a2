import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { nextPart } from '../mine/actions.ts'
import { partById } from '../parts/queries.ts'
import { todayOf } from '../seeing/actions.ts'
import { settlePerson } from '../settling/actions.ts'
import type * as contract from './contract.ts'
import { insertProgress } from './queries.ts'

const finished = { done: true as const }

export async function finishPart(context: Context, { partId }: { partId: string }) {
  const { tx, me } = context
  const personId = found(me.id)
  const { part, done } = await nextPart(context, partId, personId)
  refuse(part.kind === 'reading' || part.kind === 'video' ? null : 'partNotYours')
  if (!done) await insertProgress(tx, { partId, personId, doneOn: todayOf(context), signedBy: null })
  await settlePerson(context, part.courseId, personId)
  return finished
}

export async function signOff(context: Context, { partId, personId }: z.output<typeof contract.signOff.input>) {
  const { tx, me } = context
  const known = found(await partById(tx, partId))
  allow(known.signerId !== null && known.signerId === me.id)
  const { part, done } = await nextPart(context, partId, personId)
  refuse(personId === me.id ? 'notOnesOwn' : null)
  if (!done) await insertProgress(tx, { partId, personId, doneOn: todayOf(context), signedBy: me.id })
  await settlePerson(context, part.courseId, personId)
  return finished
}
