import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found } from '../../../../platform/errors.ts'
import type { Language } from '../../../../platform/i18n.ts'
import { draftOf } from '../drafts/actions.ts'
import { mayUseTemplate, mayWrite } from '../rules.ts'
import type * as contract from './contract.ts'
import type { Template } from './contract.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Row = Awaited<ReturnType<typeof queries.allTemplates>>[number]

const templateOf = ({ me }: Context, row: Row): Template => ({
  id: row.id,
  name: row.name,
  title: row.title,
  language: row.language as Language,
  organization: { id: row.organizationId, name: row.organizationName },
  changedAt: row.changedAt,
  mayChange: mayWrite(me, row.path),
})

export async function listTemplates(context: Context): Promise<Template[]> {
  const rows = await queries.allTemplates(context.tx)
  return rows.filter(({ path }) => mayUseTemplate(context.me, path)).map((row) => templateOf(context, row))
}

/** A template that may be changed. */
async function own(context: Context, templateId: string) {
  const row = found(await queries.templateById(context.tx, templateId))
  allow(mayWrite(context.me, row.path))
  return row
}

export async function saveAsTemplate(context: Context, input: In<typeof contract.saveAsTemplate>): Promise<Template> {
  const { tx, me, now } = context
  const { report, document, path } = await draftOf(context, input)
  allow(mayWrite(me, path))
  const { writtenTitle: title, language, organization } = report
  const fields = { name: input.name, title, language, document: JSON.stringify(document), changedAt: now }
  const id = input.templateId ?? newId()
  if (input.templateId) {
    await own(context, id)
    await queries.updateTemplate(tx, id, fields)
  } else await queries.insertTemplate(tx, { ...fields, id, organizationId: organization.id, createdBy: me.id })
  return templateOf(context, found(await queries.templateById(tx, id)))
}

export async function renameTemplate(context: Context, { templateId, name }: In<typeof contract.renameTemplate>) {
  await own(context, templateId)
  await queries.updateTemplate(context.tx, templateId, { name, changedAt: context.now })
  return templateOf(context, found(await queries.templateById(context.tx, templateId)))
}

export async function retireTemplate(
  context: Context,
  { templateId }: { templateId: string },
): Promise<{ done: true }> {
  await own(context, templateId)
  await queries.updateTemplate(context.tx, templateId, { retiredAt: context.now })
  return { done: true }
}
