import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { openActionsOf, passActions } from '../../checks/findings/working/actions.ts'
import { notify } from '../../notices/actions.ts'
import { holdsOn } from '../../organizations/people/rules.ts'
import { give } from '../actions.ts'
import { passObjectives } from '../objectives/actions.ts'
import * as duties from '../queries.ts'
import { mayChange } from '../rules.ts'
import type * as contract from './contract.ts'
import { type HandOver, OpenThings } from './contract.ts'
import { handOverWaits } from './matters.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export async function startHandOver(
  context: Context,
  { personId, otherPersonId, onDate, dutyIds, note }: In<typeof contract.startHandOver>,
): Promise<HandOver> {
  const { tx, me, now } = context
  refuse(personId === otherPersonId ? 'samePerson' : null)
  const ids = [...new Set(dutyIds)].sort()
  await duties.holdDuties(tx, ids)
  const all = await duties.dutiesById(tx, ids)
  found(all.length === ids.length || null)
  for (const { path } of all) allow(mayChange(me, path))
  const holdings = await duties.holdingsOf(tx, ids)
  const theirs = (dutyId: string): boolean =>
    holdings.some(
      (held) => held.dutyId === dutyId && held.seat === 'holder' && held.personId === personId && holdsOn(held, onDate),
    )
  refuse(ids.every(theirs) ? null : 'notTheirs')
  // Whoever stood in and takes it over does not stand in for themselves.
  for (const { id, seat, personId: held, fromDate, toDate } of holdings)
    if (seat === 'deputy' && held === otherPersonId && fromDate < onDate && (toDate === null || toDate > onDate))
      await duties.updateHolding(tx, id, { toDate: onDate })
  for (const duty of all)
    await give(context, duty, { dutyId: duty.id, personId: otherPersonId, seat: 'holder', fromDate: onDate })
  const id = newId()
  const between = { fromPerson: personId, toPerson: otherPersonId, onDate }
  await queries.insertHandOver(tx, { id, ...between, dutyIds: ids, note, createdBy: me.id, createdAt: now })
  const row = found(await queries.handOverById(tx, id))
  await notify(context, {
    personIds: [personId, otherPersonId],
    matter: handOverWaits,
    key: id,
    values: { from: row.fromName, to: row.toName },
    link: `/hand-overs/${id}`,
  })
  return found((await shown(context, [row]))[0])
}

/** As it stands now, asked once for all of them: the duties, and what the one who gives still has to reach where they are. */
async function openNow(
  context: Context,
  rows: readonly queries.HandOverOf[],
): Promise<(row: queries.HandOverOf) => OpenThings> {
  const { tx } = context
  const all = await duties.dutiesById(
    tx,
    rows.flatMap(({ dutyIds }) => dutyIds),
  )
  const people = rows.map(({ fromPerson }) => fromPerson)
  const objectives = await queries.openObjectives(tx, people)
  const actions = await openActionsOf(context, people)
  return ({ dutyIds, fromPerson }) => {
    const held = all.filter(({ id }) => dutyIds.includes(id))
    const isThere = (path: string): boolean => held.some((duty) => path.startsWith(duty.path))
    return {
      duties: held.map(({ id, name, organizationName }) => ({ id, name, organization: organizationName })),
      objectives: objectives
        .filter(({ holderId, path }) => holderId === fromPerson && isThere(path))
        .map(({ id, name, organization, year, state }) => ({ id, name, organization, year, state })),
      actions: actions
        .filter(({ owner, path }) => owner.id === fromPerson && isThere(path))
        .map(({ id, findingId, what, dueOn, state }) => ({ id, findingId, name: what, dueOn, state })),
    }
  }
}

async function shown(context: Context, rows: readonly queries.HandOverOf[]): Promise<HandOver[]> {
  const { me } = context
  const openOf = await openNow(
    context,
    rows.filter(({ openThings }) => !openThings),
  )
  return rows.map((row) => {
    const { id, onDate, note, givenAt, takenAt } = row
    return {
      id,
      from: { id: row.fromPerson, name: row.fromName },
      to: { id: row.toPerson, name: row.toName },
      onDate,
      note,
      open: row.openThings ? OpenThings.parse(row.openThings) : openOf(row),
      givenAt,
      takenAt,
      maySign: (me.id === row.fromPerson && !givenAt) || (me.id === row.toPerson && !takenAt),
    }
  })
}

export const listHandOvers = async (context: Context): Promise<HandOver[]> =>
  shown(context, await queries.handOversOf(context.tx, found(context.me.id)))

/** Those who sign see it, and whoever may change one of its duties. */
async function seen(context: Context, id: string): Promise<queries.HandOverOf> {
  const { tx, me } = context
  const row = found(await queries.handOverById(tx, id))
  if (me.id === row.fromPerson || me.id === row.toPerson) return row
  const all = await duties.dutiesById(tx, row.dutyIds)
  return found(all.some(({ path }) => mayChange(me, path)) ? row : undefined)
}

export const readHandOver = async (context: Context, { handOverId }: { handOverId: string }): Promise<HandOver> =>
  found((await shown(context, [await seen(context, handOverId)]))[0])

export async function signHandOver(context: Context, { handOverId }: { handOverId: string }): Promise<HandOver> {
  const { tx, me, now } = context
  await queries.holdHandOver(tx, handOverId)
  const row = await seen(context, handOverId)
  const [gives, takes] = [me.id === row.fromPerson, me.id === row.toPerson]
  allow(gives || takes)
  refuse((gives ? row.givenAt : row.takenAt) ? 'signedAlready' : null)
  const givenAt = gives ? now : row.givenAt
  const takenAt = takes ? now : row.takenAt
  const open = givenAt && takenAt ? (await openNow(context, [row]))(row) : null
  await queries.signed(tx, handOverId, { givenAt, takenAt, open })
  if (open) {
    const ids = open.objectives.map(({ id }) => id)
    await passObjectives(context, ids, row.toPerson)
    await passActions(context, open.actions, row.toPerson)
  }
  return readHandOver(context, { handOverId })
}
