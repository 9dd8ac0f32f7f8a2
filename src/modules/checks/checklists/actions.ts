import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { canEverywhere, pathsOf } from '../../organizations/rules.ts'
import type * as contract from './contract.ts'
import { type Checklist, Content } from './contract.ts'
import { keepNext } from './keeping/actions.ts'
import * as queries from './queries.ts'
import { contentRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** Lists are the whole office's: whoever checks anywhere reads them, who keeps them for all of the office writes them. */
const readers = ({ me }: Context): void => allow(pathsOf(me, 'doChecks').length > 0)
const mayKeep = ({ me }: Context): boolean => canEverywhere(me, 'keepChecklists')

export async function listChecklists(context: Context, which: In<typeof contract.listChecklists>) {
  readers(context)
  return { checklists: await queries.checklistLines(context.tx, which), mayKeep: mayKeep(context) }
}

/** A list for other use cases: in its newest version, or in the one that was begun with. Whoever calls has asked who may. */
export async function checklistOf({ tx }: Pick<Context, 'tx'>, id: string, version?: number) {
  const list = found(await queries.checklistById(tx, id, version))
  // A version that was written before a field was known has what stands for nothing there.
  return { ...list, content: Content.parse(list.content) }
}

const cardOf = async (context: Context, id: string, version?: number): Promise<Checklist> => {
  const list = await checklistOf(context, id, version)
  const questions = list.content.sections.reduce((sum, section) => sum + section.questions.length, 0)
  return { ...list, questions, mayChange: mayKeep(context) }
}

export async function seeChecklist(context: Context, { checklistId, version }: In<typeof contract.seeChecklist>) {
  readers(context)
  const card = await cardOf(context, checklistId, version)
  return { ...card, versions: await queries.versionsOf(context.tx, checklistId) }
}

const sound = (content: Content): void => refuse(contentRefusal(content)?.reason ?? null)

export async function addChecklist(context: Context, input: In<typeof contract.addChecklist>): Promise<Checklist> {
  allow(mayKeep(context))
  sound(input.content)
  const { tx, now, me } = context
  refuse((await queries.checklistNamed(tx, input.name, input.use)) ? 'checklistNameTaken' : null)
  const id = await queries.insertChecklist(tx, { ...input, changedAt: now, changedBy: me.id })
  return cardOf(context, id)
}

export async function changeChecklist(context: Context, input: In<typeof contract.changeChecklist>) {
  allow(mayKeep(context))
  const { tx, now, me } = context
  const { checklistId, name, content } = input
  found(await queries.holdChecklist(tx, checklistId))
  sound(content)
  const before = await checklistOf(context, checklistId)
  const other = name === before.name ? undefined : await queries.checklistNamed(tx, name, before.use)
  refuse(other ? 'checklistNameTaken' : null)
  const changed = await keepNext({ tx, now, by: me.id }, before, { name, content })
  if (!changed) {
    refuse(name === before.name ? 'checklistUnchanged' : null)
    await queries.setName(tx, checklistId, name)
  }
  return cardOf(context, checklistId)
}

export async function retireChecklist(context: Context, { checklistId }: { checklistId: string }) {
  allow(mayKeep(context))
  await checklistOf(context, checklistId)
  await queries.setRetired(context.tx, checklistId, context.now)
  return { done: true as const }
}

export async function bringBackChecklist(context: Context, { checklistId }: { checklistId: string }) {
  allow(mayKeep(context))
  const { name, use } = await checklistOf(context, checklistId)
  const other = await queries.checklistNamed(context.tx, name, use)
  refuse(other && other.id !== checklistId ? 'checklistNameTaken' : null)
  await queries.setRetired(context.tx, checklistId, null)
  return { done: true as const }
}
