import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { checkTags } from '../../../../platform/document/tags.ts'
import { paragraphsOf, wordType } from '../../../../platform/document/template.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { allow, found } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { canEverywhere } from '../../../organizations/rules.ts'
import type * as contract from '../contract.ts'
import type { LetterTemplate } from '../contract.ts'
import { letterTagWords } from '../messages.ts'
import * as queries from '../queries.ts'
import { knownLetterTags, type LetterTag, letterTags } from '../rules.ts'

/** It is the whole office's: whoever organizes all of it keeps it. */
const keepers = ({ me }: Context): void => allow(canEverywhere(me, 'organize'))

type Kept = NonNullable<Awaited<ReturnType<typeof queries.templateById>>>
const templateOf = ({ me }: Context, { id, name, addedBy, addedAt }: Kept): LetterTemplate => ({
  id,
  name,
  addedBy,
  addedOn: dayIn(me.timeZone, addedAt),
})

export async function readLetterTemplate(
  context: Context,
): Promise<z.output<(typeof contract.readLetterTemplate)['output']>> {
  keepers(context)
  const template = await queries.templateInUse(context.tx)
  return {
    template: template ? templateOf(context, template) : null,
    tags: Object.entries(letterTags).map(([tag, names]) => ({
      names: [...names],
      means: [...letterTagWords[tag as LetterTag]] as [string, string],
    })),
  }
}

export async function addLetterTemplate(context: Context, { file }: { file: StoredFile }) {
  keepers(context)
  const { tx, me, now } = context
  const { faults } = checkTags(await paragraphsOf(keptFiles().path(file.hash)), knownLetterTags)
  if (faults.length > 0) return { kept: null, faults }
  const id = newId()
  const name = file.name.replace(/\.docx$/i, '')
  await queries.insertTemplate(tx, { id, name, fileHash: file.hash, addedBy: found(me.id), addedAt: now })
  return { kept: templateOf(context, found(await queries.templateById(tx, id))), faults }
}

export async function letterTemplateFile(
  context: Context,
  { letterTemplateId }: { letterTemplateId: string },
): Promise<Download> {
  keepers(context)
  const { name, fileHash } = found(await queries.templateById(context.tx, letterTemplateId))
  return { name: `${name}.docx`, type: wordType, body: await keptFiles().read(fileHash), etag: fileHash }
}

export const removeLetterTemplate = (context: Context, { letterTemplateId }: { letterTemplateId: string }) =>
  setRemoved(context, letterTemplateId, context.now)
export const bringBackLetterTemplate = (context: Context, { letterTemplateId }: { letterTemplateId: string }) =>
  setRemoved(context, letterTemplateId, null)

async function setRemoved(context: Context, id: string, at: Date | null): Promise<{ done: true }> {
  keepers(context)
  found(await queries.templateById(context.tx, id))
  await queries.setTemplateRemoved(context.tx, id, at)
  return { done: true }
}
