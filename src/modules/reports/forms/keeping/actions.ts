import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { allow, found, NotFound, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { can, pathsOf } from '../../../organizations/rules.ts'
import { Bindings } from '../contract.ts'
import { asOfNow } from '../indicators/actions.ts'
import { openPackage } from '../package/actions.ts'
import type { Book } from '../package/rules.ts'
import { proposeBook } from '../proposing/actions.ts'
import type * as contract from './contract.ts'
import type { FormCard, FormLine } from './contract.ts'
import { drawingsOf } from './drawing/rules.ts'
import { lessonsFrom } from './lessons/rules.ts'
import { listsIn } from './places/lists/rules.ts'
import { countStates, keptFrom, placesOf } from './places/rules.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
export type FormRow = NonNullable<Awaited<ReturnType<typeof queries.formById>>>
export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const bindingsOf = (row: Pick<FormRow, 'bindings'>) => Bindings.parse(row.bindings).bindings

async function linesOf({ tx }: Context, rows: readonly FormRow[]): Promise<FormLine[]> {
  const fills =
    rows.length > 0
      ? await queries.lastFills(
          tx,
          rows.map(({ id }) => id),
        )
      : []
  return rows.map((row) => {
    const fill = fills.find(({ formId }) => formId === row.id)
    return {
      id: row.id,
      name: row.name,
      sender: row.sender,
      organization: { id: row.organizationId, name: row.organizationName },
      retired: row.retiredAt !== null,
      version: row.number,
      versionAt: row.versionAt,
      places: countStates(bindingsOf(row)),
      lastFill: fill ? { id: fill.id, period: fill.period, at: fill.at } : null,
    }
  })
}

/** The forms of the parts of the tree whose figures somebody may read. */
export const readableForms = ({ tx, me }: Context, retired: boolean): Promise<FormRow[]> =>
  queries.findForms(tx, pathsOf(me, 'readFigures'), retired)

export const listForms = async (context: Context, { retired }: In<typeof contract.listForms>): Promise<FormLine[]> =>
  linesOf(context, await readableForms(context, retired === 'yes'))

/** The form, for those who may read what it is filled with. */
export async function readable({ tx, me }: Context, formId: string): Promise<FormRow> {
  const row = found(await queries.formById(tx, formId))
  allow(can(me, 'readFigures', row.path))
  return row
}

/** The form, for those who may change and fill it. Nobody else changes it meanwhile. */
export async function writable({ tx, me }: Context, formId: string): Promise<FormRow> {
  found(await queries.holdForm(tx, formId))
  const row = found(await queries.formById(tx, formId))
  allow(can(me, 'writeReports', row.path))
  return row
}

/** Where a file lies; one that was lost with a disk is told as not there. */
export async function keptPath({ fileHash }: Pick<FormRow, 'fileHash'>): Promise<string> {
  const path = keptFiles().path(fileHash)
  const there = await stat(path).then(
    () => true,
    () => false,
  )
  if (!there) throw new NotFound()
  return path
}

export async function readForm(context: Context, { formId }: { formId: string }): Promise<FormCard> {
  const row = await readable(context, formId)
  return cardOf(context, row, await openPackage(await keptPath(row)))
}

export async function cardOf(context: Context, row: FormRow, book: Book): Promise<FormCard> {
  const [line] = await linesOf(context, [row])
  const bindings = await asOfNow(context, bindingsOf(row))
  return {
    ...found(line),
    fileName: row.fileName,
    drawings: drawingsOf(book),
    found: placesOf(bindings),
    lists: listsIn(bindings),
    mayWrite: can(context.me, 'writeReports', row.path),
  }
}

/** The largest part of the tree on which somebody may write. */
function largestPart({ me }: Context): string {
  const own = pathsOf(me, 'writeReports').sort((a, b) => a.length - b.length)[0]
  return found(me.roles.find(({ path }) => path === own)).organizationId
}

/** What the blank asks, as the words around its places and earlier forms tell. */
const propose = async (context: Context, book: Book) =>
  proposeBook(context, book, lessonsFrom(await queries.lessons(context.tx)))

export async function uploadForm(context: Context, input: In<typeof contract.uploadForm>): Promise<FormCard> {
  const { tx, me, now } = context
  const organizationId = input.organizationId ?? largestPart(context)
  const { path } = await organizationNamed(context, organizationId)
  allow(can(me, 'writeReports', path))
  const book = await openPackage(keptFiles().path(input.file.hash))
  const bindings = await propose(context, book)
  refuse(bindings.length > 0 ? null : 'nothingToFill')
  const id = newId()
  const name =
    input.file.name
      .replace(/\.[a-z]+$/i, '')
      .trim()
      .slice(0, 120) || id
  await queries.insertForm(tx, { id, organizationId, name, createdBy: me.id, createdAt: now })
  await insert(context, id, 1, input.file, bindings)
  return cardOf(context, found(await queries.formById(tx, id)), book)
}

const insert = ({ tx, me, now }: Context, formId: string, number: number, file: StoredFile, bindings: unknown) =>
  queries.insertVersion(tx, {
    formId,
    number,
    fileHash: file.hash,
    fileName: file.name || 'form.xlsx',
    bindings: JSON.stringify({ version: 1, bindings }),
    createdBy: me.id,
    createdAt: now,
  })

export async function uploadFormVersion(
  context: Context,
  { formId, file }: In<typeof contract.uploadFormVersion>,
): Promise<FormCard> {
  const row = await writable(context, formId)
  const book = await openPackage(keptFiles().path(file.hash))
  const proposed = await propose(context, book)
  refuse(proposed.length > 0 ? null : 'nothingToFill')
  await insert(context, formId, row.number + 1, file, keptFrom(bindingsOf(row), proposed))
  return cardOf(context, found(await queries.formById(context.tx, formId)), book)
}

export async function changeForm(context: Context, input: In<typeof contract.changeForm>): Promise<FormCard> {
  const { formId, ...fields } = input
  const row = await writable(context, formId)
  const { path } = await organizationNamed(context, fields.organizationId)
  allow(row.organizationId === fields.organizationId || can(context.me, 'writeReports', path))
  await queries.updateForm(context.tx, formId, fields)
  return readForm(context, { formId })
}

export async function retireForm(context: Context, { formId }: { formId: string }): Promise<{ done: true }> {
  const row = await writable(context, formId)
  if (!row.retiredAt) await queries.updateForm(context.tx, formId, { retiredAt: context.now })
  return { done: true }
}

export async function restoreForm(context: Context, { formId }: { formId: string }): Promise<{ done: true }> {
  await writable(context, formId)
  await queries.updateForm(context.tx, formId, { retiredAt: null })
  return { done: true }
}

export async function formBlank(context: Context, { formId }: { formId: string }): Promise<Download> {
  const row = await readable(context, formId)
  return { name: row.fileName, type: workbook, body: createReadStream(await keptPath(row)) }
}
