import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { allow, found, Refused, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { pathsOf } from '../../../organizations/rules.ts'
import { canAbout, mayDescribe, type Standing } from '../rules.ts'
import type { Qualification, Skill } from './contract.ts'
import * as queries from './queries.ts'
import { confirmRefusal, largestProofMB, proofRefusal, proofType, qualificationRefusal } from './rules.ts'

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

export const listSkills = (context: Context): Promise<Skill[]> => queries.allSkills(context.tx, todayOf(context))

type SkillFields = { name: string; needsProof: boolean }

export async function createSkill(context: Context, input: SkillFields): Promise<Skill[]> {
  if (!(await queries.insertSkill(context.tx, { id: newId(), ...input }))) refuse('skillNameTaken')
  return listSkills(context)
}

export async function changeSkill(
  context: Context,
  { skillId, ...input }: SkillFields & { skillId: string },
): Promise<Skill[]> {
  found(await queries.holdSkill(context.tx, skillId))
  const namesake = await queries.skillCalled(context.tx, input.name)
  if (namesake && namesake.id !== skillId) refuse('skillNameTaken')
  await queries.updateSkill(context.tx, skillId, input)
  return listSkills(context)
}

export async function removeSkill(context: Context, { skillId }: { skillId: string }): Promise<{ done: true }> {
  found(await queries.holdSkill(context.tx, skillId))
  if (await queries.isSkillInUse(context.tx, skillId)) refuse('skillInUse')
  await queries.deleteSkill(context.tx, skillId)
  return { done: true }
}

type Span = { fromDate: string; toDate: string | null }

export async function addQualification(
  context: Context,
  { personId, skillId, fromDate, toDate }: Span & { personId: string; skillId: string },
): Promise<Qualification> {
  const { tx, me } = context
  const person = await knownPerson(context, personId)
  allow(mayDescribe(me, person, todayOf(context)))
  // The skill held still: nobody removes it, and the same is not said twice at once.
  found(await queries.holdSkill(tx, skillId))
  const held = await queries.qualificationsOf(tx, personId)
  refuse(
    qualificationRefusal(
      { fromDate, toDate },
      held.filter((one) => one.skillId === skillId),
    ),
  )
  const id = newId()
  await queries.insertQualification(tx, { id, personId, skillId, fromDate, toDate, enteredBy: me.id })
  return qualificationAs(context, person, found(await queries.qualificationById(tx, id)))
}

/** As the reader may see it: a proof is for its owner and for those who confirm. */
export function qualificationAs(context: Context, person: Standing, row: queries.QualificationRow): Qualification {
  const { proofHash, proofName, enteredBy: _, ...shown } = row
  const confirms = canAbout(context.me, 'confirmQualifications', person, todayOf(context))
  return {
    ...shown,
    proof: confirms || context.me.id === person.id ? proofName : null,
    mayConfirm: confirms && confirmRefusal({ ...row, proofHash: proofHash ?? 'onPaper' }, context.me.id, true) === null,
  }
}

/** One qualification held still, and whose it is. */
async function heldQualification(context: Context, id: string) {
  found(await queries.holdQualification(context.tx, id))
  return knownQualification(context, id)
}

async function knownQualification(context: Context, id: string) {
  const row = found(await queries.qualificationById(context.tx, id))
  const person = await knownPerson(context, row.personId)
  return { row, person }
}

async function changed(context: Context, id: string): Promise<Qualification> {
  const { row, person } = await knownQualification(context, id)
  return qualificationAs(context, person, row)
}

/** What was confirmed was confirmed as it stood. */
const unconfirmed = { confirmedBy: null, confirmedAt: null, remindedOn: null }

export async function changeQualification(
  context: Context,
  { qualificationId, fromDate, toDate }: Span & { qualificationId: string },
): Promise<Qualification> {
  const { tx, me } = context
  const { row, person } = await heldQualification(context, qualificationId)
  allow(mayDescribe(me, person, todayOf(context)))
  const others = (await queries.qualificationsOf(tx, person.id)).filter(
    (one) => one.skillId === row.skillId && one.id !== row.id,
  )
  refuse(qualificationRefusal({ fromDate, toDate }, others))
  await queries.updateQualification(tx, row.id, { fromDate, toDate, enteredBy: me.id, ...unconfirmed })
  return changed(context, row.id)
}

export async function removeQualification(
  context: Context,
  { qualificationId }: { qualificationId: string },
): Promise<{ done: true }> {
  const { row, person } = await heldQualification(context, qualificationId)
  allow(mayDescribe(context.me, person, todayOf(context)))
  await queries.deleteQualification(context.tx, row.id)
  return { done: true }
}

export async function addProof(
  context: Context,
  { qualificationId, file }: { qualificationId: string; file: StoredFile },
): Promise<Qualification> {
  const { row, person } = await heldQualification(context, qualificationId)
  allow(mayDescribe(context.me, person, todayOf(context)))
  const refusal = proofRefusal(file)
  if (refusal) throw new Refused(refusal, { limitMB: largestProofMB })
  const proof = { proofHash: file.hash, proofName: file.name, enteredBy: context.me.id }
  await queries.updateQualification(context.tx, row.id, { ...proof, ...unconfirmed })
  return changed(context, row.id)
}

export async function readProof(context: Context, { qualificationId }: { qualificationId: string }): Promise<Download> {
  const { row, person } = await knownQualification(context, qualificationId)
  const confirms = canAbout(context.me, 'confirmQualifications', person, todayOf(context))
  allow(confirms || context.me.id === person.id)
  const { hash, name } = found(row.proofHash && row.proofName ? { hash: row.proofHash, name: row.proofName } : null)
  return { name, type: proofType(name) ?? 'application/octet-stream', body: await keptFiles().read(hash) }
}

export async function confirmQualification(
  context: Context,
  { qualificationId, onPaper }: { qualificationId: string; onPaper: boolean },
): Promise<Qualification> {
  const { tx, me, now } = context
  const { row, person } = await heldQualification(context, qualificationId)
  allow(canAbout(me, 'confirmQualifications', person, todayOf(context)))
  refuse(confirmRefusal(row, me.id, onPaper))
  await queries.updateQualification(tx, row.id, { confirmedBy: me.id, confirmedAt: now })
  return changed(context, row.id)
}

export async function qualificationsToConfirm(context: Context) {
  const rows = await queries.unconfirmed(context.tx, pathsOf(context.me, 'confirmQualifications'), todayOf(context))
  return rows.map(({ proofHash, proofName, enteredBy, ...row }) => ({
    ...row,
    proof: proofName,
    mayConfirm: confirmRefusal({ ...row, enteredBy, proofHash }, context.me.id, true) === null,
  }))
}
