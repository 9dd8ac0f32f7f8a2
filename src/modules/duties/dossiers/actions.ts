import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { writeOfficialDocument } from '../../../platform/document/write.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { dayIn } from '../../../platform/zone.ts'
import { notify } from '../../notices/actions.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { peopleNamed } from '../../organizations/people/actions.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { type RecordsThen, recordsThen } from '../kept/actions.ts'
import { contentOf, countsOf } from './content/actions.ts'
import type * as contract from './contract.ts'
import { type Dossier, type DossierCard, DossierContent } from './contract.ts'
import { asDocument } from './document/rules.ts'
import { dossierOpened } from './matters.ts'
import * as queries from './queries.ts'
import { closingRefusal, mayOpen, mayRead, openingRefusal, writingRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type One = { dossierId: string }
const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

const readersOf = ({ personId, reviewers }: queries.DossierOf) => ({
  personId,
  reviewerIds: reviewers.map(({ id }) => id),
})

/** One that the asker may not read does not exist. */
async function seen({ tx, me }: Context, id: string): Promise<queries.DossierOf> {
  const dossier = await queries.dossierById(tx, id)
  return found(dossier && mayRead(me, readersOf(dossier)) ? dossier : undefined)
}

/** The same, held still. */
async function held(context: Context, id: string): Promise<queries.DossierOf> {
  await queries.holdDossier(context.tx, id, context.now)
  return seen(context, id)
}

const cardOf = (dossier: queries.DossierOf): DossierCard => ({
  id: dossier.id,
  holder: { id: dossier.personId, name: dossier.personName },
  organization: { id: dossier.organizationId, name: dossier.organizationName },
  year: dossier.year,
  commentBy: dossier.commentBy,
  eraseOn: dossier.eraseOn,
  reviewers: dossier.reviewers,
  handedInAt: dossier.handedInAt,
  closedAt: dossier.closedAt,
})

export async function listDossiers({ tx, me }: Context) {
  const opens = holdersOf('organize')
  return {
    dossiers: (await queries.dossiersFor(tx, found(me.id))).map(cardOf),
    mayOpen: me.roles.some(({ role }) => opens.includes(role)),
  }
}

export async function readDossier(context: Context, { dossierId }: One): Promise<Dossier> {
  const { tx, me } = context
  const dossier = await seen(context, dossierId)
  const closed = await queries.closedAs(tx, dossierId)
  const isHolder = me.id === dossier.personId
  return {
    ...cardOf(dossier),
    closedBy: dossier.closedByName,
    content: closed ? DossierContent.parse(closed.kept.content) : await contentOf(context, dossier),
    texts: closed ? closed.kept.texts : await queries.textsOf(tx, dossierId),
    mayWrite: isHolder && !dossier.closedAt,
    mayClose: !isHolder && closingRefusal(dossier, todayOf(context)) === null,
  }
}

export async function openDossier(context: Context, input: In<typeof contract.openDossier>) {
  const { tx, me, now } = context
  const { personId, organizationId, year, commentBy, eraseOn } = input
  const { path, name: office } = await organizationNamed(context, organizationId)
  allow(mayOpen(me, path))
  const reviewerIds = [...new Set(input.reviewerIds)]
  refuse(openingRefusal({ personId, reviewerIds, year, commentBy, eraseOn }, todayOf(context)))
  const name = found((await peopleNamed(context, [personId, ...reviewerIds])).get(personId))
  const { duties, objectives } = await contentOf(context, { personId, year, organizationId, path })
  refuse(duties.length + objectives.length === 0 ? 'holdsNoPost' : null, { name })
  const id = newId()
  const row = { id, personId, organizationId, year, commentBy, eraseOn, openedBy: me.id, openedAt: now, changedAt: now }
  refuse((await queries.insertDossier(tx, row, reviewerIds)) ? null : 'dossierThere')
  await notify(context, {
    personIds: [personId, ...reviewerIds],
    matter: dossierOpened,
    key: id,
    values: { name, year: String(year), office },
    link: `/dossiers/${id}`,
  })
  return { id, maySee: mayRead(me, { personId, reviewerIds }) }
}

/** Whoever it is about writes, and nobody else. */
async function heldByHolder(context: Context, id: string): Promise<void> {
  const dossier = await held(context, id)
  allow(dossier.personId === context.me.id)
  refuse(writingRefusal(dossier))
}

export async function writePart(context: Context, { dossierId, part, words }: In<typeof contract.writePart>) {
  await heldByHolder(context, dossierId)
  if (words === '') await queries.deleteText(context.tx, dossierId, part)
  else await queries.writeText(context.tx, dossierId, part, words)
  return { done: true as const }
}

export async function handInDossier(context: Context, { dossierId, handedIn }: In<typeof contract.handInDossier>) {
  await heldByHolder(context, dossierId)
  await queries.handedIn(context.tx, dossierId, handedIn ? context.now : null)
  return { done: true as const }
}

/** As it stands at this moment, with the records behind its figures. */
export async function closeDossier(context: Context, { dossierId }: One) {
  const { tx, me, now } = context
  const dossier = await held(context, dossierId)
  allow(dossier.personId !== me.id)
  refuse(closingRefusal(dossier, todayOf(context)), { day: dossier.commentBy })
  const content = await contentOf(context, dossier)
  await queries.insertClosing(tx, dossierId, {
    content,
    texts: await queries.textsOf(tx, dossierId),
    counts: await countsOf(context, dossier, content),
    closedBy: found(me.id),
    closedAt: now,
  })
  return { done: true as const }
}

export async function dossierRecords(
  context: Context,
  { dossierId, ...asked }: In<typeof contract.dossierRecords>,
): Promise<RecordsThen> {
  await seen(context, dossierId)
  return recordsThen(context, await queries.recordIdsOf(context.tx, dossierId, asked.question), asked)
}

export async function dossierFile(context: Context, { dossierId }: One): Promise<Download> {
  const { language, timeZone } = context.me
  const document = asDocument(await readDossier(context, { dossierId }), { language, timeZone })
  return {
    name: `${document.title.join('')}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await writeOfficialDocument(document),
  }
}
