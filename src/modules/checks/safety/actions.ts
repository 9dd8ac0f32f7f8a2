import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, Refused, refuse } from '../../../platform/errors.ts'
import { addDays, dayIn } from '../../../platform/zone.ts'
import { holdersOf, pathsOf } from '../../organizations/rules.ts'
import { shutPlace } from '../../places/closing/actions.ts'
import { checklistOf } from '../checklists/actions.ts'
import { resultOf } from '../checklists/rules.ts'
import { raiseFindings } from '../findings/actions.ts'
import type * as contract from './contract.ts'
import type { Check, CheckLine, HandIn } from './contract.ts'
import { foundHazards } from './hazards/actions.ts'
import * as queries from './queries.ts'
import { answersRefusal, hazardsOf, mayCheck, placeRefusal, stateOf, wordsOf } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
const page = 50
/** So far ahead a check is shown, and may be done. */
const shownAhead = 7
const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

const lineOf = (row: queries.CheckOf, today: string): CheckLine => ({
  id: row.id,
  checklist: { id: row.checklistId, name: row.checklistName },
  place: { id: row.placeId, name: row.placeName },
  station: row.station,
  plannedOn: row.plannedOn,
  dueOn: row.dueOn,
  state: stateOf(row, today),
  doneAt: row.doneAt,
  doneBy: row.doneBy,
  percent: row.percent,
  passed: row.passed,
})

export async function listChecks(context: Context, { state, placeId, offset }: In<typeof contract.listChecks>) {
  const { tx, me } = context
  const today = todayOf(context)
  const which = { done: state === 'done', placeId, until: addDays(today, shownAhead), limit: page + 1, offset }
  const rows = await queries.checksIn(tx, pathsOf(me, 'doChecks'), which)
  return {
    checks: rows.slice(0, page).map((row) => lineOf(row, today)),
    more: rows.length > page,
    mayPlan: pathsOf(me, 'managePlaces').length > 0,
  }
}

/** A list for safety checks, and a place of the office's own at which the asker may check. */
export async function allowedThere(
  context: Context,
  { checklistId, placeId }: { checklistId: string; placeId: string },
  may: typeof mayCheck = mayCheck,
) {
  const place = found(await queries.placeToCheck(context.tx, placeId))
  refuse(placeRefusal(place))
  allow(may(context.me, place.path))
  const list = await checklistOf(context, checklistId)
  refuse(list.use !== 'safety' || list.retired ? 'notForSafety' : null)
  return place
}

export async function startCheck(context: Context, input: In<typeof contract.startCheck>) {
  await allowedThere(context, input)
  const today = todayOf(context)
  const id = newId()
  await queries.insertCheck(context.tx, { ...input, id, plannedOn: today, dueOn: today })
  return { id }
}

/** One where the asker does not check does not exist. */
export async function checkedHere({ tx, me }: Context, id: string): Promise<queries.CheckOf> {
  const check = found(await queries.checkById(tx, id))
  found(mayCheck(me, check.path) || null)
  return check
}

export async function seeCheck(context: Context, { checkId }: { checkId: string }): Promise<Check> {
  const { tx, me } = context
  const check = await checkedHere(context, checkId)
  const today = todayOf(context)
  const list = await checklistOf(context, check.checklistId, check.version ?? undefined)
  const rooms = await queries.roomsToCheck(tx, check.placeId)
  const people = await queries.peopleAt(tx, check.path, holdersOf('doChecks'), today)
  const photos = await queries.photosOf(tx, checkId)
  return {
    ...lineOf(check, today),
    version: list.version,
    content: list.content,
    rooms: rooms.map(({ id, name, file, width, height }) => ({
      id,
      name,
      floor: file && width && height ? { file, width, height } : null,
    })),
    people,
    answers: check.answers,
    hazards: await foundHazards(context, await queries.hazardsOfCheck(tx, checkId)),
    photos: photos.map(({ id, questionId, file }) => ({ id, questionId, arrived: file !== null })),
    mayDo: check.doneAt === null && me.id !== null,
  }
}

export async function handInCheck(context: Context, input: HandIn): Promise<{ done: true }> {
  const { tx, me, now } = context
  const { checkId, key, version, answers } = input
  found(await queries.holdCheck(tx, checkId))
  const check = await checkedHere(context, checkId)
  if (check.key === key) return { done: true }
  if (check.doneAt) throw new Refused('checkDoneAlready', { name: check.doneBy ?? '' })
  const { content } = await checklistOf(context, check.checklistId, version)
  refuse(answersRefusal(content, answers))
  // A phone's clock may be wrong: never later than now.
  const doneAt = new Date(Math.min(+input.doneAt, +now))
  const { percent, passed } = resultOf(content, answers)
  // Where somebody saw danger, no points make it good.
  const danger = input.hazards.some(({ grade }) => grade === 'danger')
  const done = { version, key, answers, percent, passed: passed && !danger, doneBy: me.id, doneAt, arrivedAt: now }
  await queries.setDone(tx, checkId, done)
  await queries.namePhotos(tx, checkId, input.photos)
  await queries.dropOtherPhotos(
    tx,
    checkId,
    input.photos.map(({ id }) => id),
  )
  await raiseHazards(context, check, input, content)
  return { done: true }
}

/** What is not in order becomes a finding with an owner and a day; where there is danger, the room is closed in this same transaction. */
async function raiseHazards(context: Context, check: queries.CheckOf, input: HandIn, content: Check['content']) {
  const { tx, me, now } = context
  const today = todayOf(context)
  const plain = { placeId: check.placeId, ownerId: found(me.id), today }
  const hazards = hazardsOf(content, input.answers, input.hazards, plain)
  if (hazards.length === 0) return
  const rooms = new Set((await queries.roomsToCheck(tx, check.placeId)).map(({ id }) => id))
  refuse(hazards.every(({ hazard }) => rooms.has(hazard.placeId)) ? null : 'hazardElsewhere')
  // What was written without a network may name somebody who has left since: then it is whoever checked.
  const known = new Set((await queries.peopleAt(tx, check.path, holdersOf('doChecks'), today)).map(({ id }) => id))
  const raised = hazards.map(({ asked, hazard }) => ({
    organizationId: check.organizationId,
    origin: 'check' as const,
    originId: check.id,
    words: wordsOf(asked, hazard, input.answers),
    grade: hazard.grade,
    placeId: hazard.placeId,
    fault: asked.fault || null,
    at: now,
    actions: [
      {
        what: wordsOf(asked, hazard, input.answers).slice(0, 300),
        ownerId: known.has(hazard.ownerId) ? hazard.ownerId : plain.ownerId,
        dueOn: hazard.dueOn.localeCompare(today) < 0 ? today : hazard.dueOn,
      },
    ],
  }))
  const ids = await raiseFindings(context, raised)
  await queries.insertHazards(
    tx,
    hazards.map(({ asked, hazard }, i) => ({
      checkId: check.id,
      questionId: asked.id,
      findingId: found(ids[i]),
      placeId: hazard.placeId,
      pinX: hazard.pin?.x ?? null,
      pinY: hazard.pin?.y ?? null,
    })),
  )
  for (const [i, { placeId, grade, words }] of raised.entries())
    if (grade === 'danger') await shutPlace(context, { placeId, sourceId: found(ids[i]), reason: words })
}
