import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Context } from '../../../../../platform/context.ts'
import { newId } from '../../../../../platform/database.ts'
import type { Download } from '../../../../../platform/endpoint.ts'
import { found, refuse } from '../../../../../platform/errors.ts'
import { keptFiles } from '../../../../../platform/files.ts'
import { parsePeriod, periodWords } from '../../../../indicators/period/rules.ts'
import { fillForm } from '../../actions.ts'
import { FilledCell } from '../../contract.ts'
import { openPackage } from '../../package/actions.ts'
import { bindingsOf, keptPath, readable, workbook, writable } from '../actions.ts'
import type { Drawing } from '../contract.ts'
import { drawingsOf } from '../drawing/rules.ts'
import type * as contract from './contract.ts'
import type { FillCard, FillLine } from './contract.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Row = NonNullable<Awaited<ReturnType<typeof queries.fillById>>>

/** A filled form may have lists of many rows, and grows by what the office counts. */
const mostBytes = 64 * 2 ** 20

function lineOf(row: Omit<Row, 'cells'>): FillLine {
  return {
    id: row.id,
    period: row.period,
    version: row.version,
    filledAt: row.filledAt,
    filledBy: row.filledBy && row.filledByName !== null ? { id: row.filledBy, name: row.filledByName } : null,
    filled: row.filled,
    unfilled: row.unfilled,
  }
}

/**
 * Fills the form and keeps the file. Whoever may read the form reads all that was filled in, so it is counted with the
 * filler's rights on the form's own part of the tree and on no other.
 */
export async function fillKeptForm(
  context: Context,
  { formId, period }: In<typeof contract.fillKeptForm>,
): Promise<FillCard> {
  const { tx, me, now } = context
  const row = await writable(context, formId)
  refuse(row.retiredAt ? 'formRetired' : null)
  const roles = me.roles
    .filter(({ path }) => row.path.startsWith(path))
    .map((held) => ({ ...held, organizationId: row.organizationId, path: row.path }))
  const there = { ...context, me: { ...me, roles } }
  const form = { period, scope: row.organizationId }
  const { body, cells } = await fillForm(there, await keptPath(row), bindingsOf(row), form)
  const { hash } = await keptFiles().save(Readable.from([body]), mostBytes)
  const id = newId()
  await queries.insertFill(tx, {
    id,
    versionId: row.versionId,
    period,
    fileHash: hash,
    cells: JSON.stringify(cells),
    filledBy: me.id,
    filledAt: now,
  })
  return readFill(context, { formId, fillId: id })
}

export async function listFills(context: Context, { formId }: { formId: string }): Promise<FillLine[]> {
  await readable(context, formId)
  return (await queries.fillsOf(context.tx, formId)).map(lineOf)
}

type Fill = { formId: string; fillId: string }

export async function readFill(context: Context, { formId, fillId }: Fill): Promise<FillCard> {
  const { name } = await readable(context, formId)
  const row = found(await queries.fillById(context.tx, formId, fillId))
  return { ...lineOf(row), form: { id: formId, name }, cells: z.array(FilledCell).parse(row.cells) }
}

export async function filledForm(context: Context, { formId, fillId }: Fill): Promise<Download> {
  const { name } = await readable(context, formId)
  const row = found(await queries.fillById(context.tx, formId, fillId))
  const known = parsePeriod(row.period)
  const period = known ? periodWords(known)[context.me.language === 'en' ? 0 : 1] : row.period
  return { name: `${name} ${period}.xlsx`, type: workbook, body: await keptFiles().read(row.fileHash) }
}

export async function pictureOfFill(context: Context, { formId, fillId }: Fill): Promise<{ drawings: Drawing[] }> {
  await readable(context, formId)
  const row = found(await queries.fillById(context.tx, formId, fillId))
  return { drawings: drawingsOf(await openPackage(await keptPath(row))) }
}
