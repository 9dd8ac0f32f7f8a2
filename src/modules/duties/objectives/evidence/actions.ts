import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import type * as contract from '../contract.ts'
import type { Evidence } from '../contract.ts'
import type { Row } from '../queries.ts'
import { mayChange, mayConfirm } from '../rules.ts'
import { seenObjective } from '../standing/actions.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type One = { evidenceId: string }

export const evidenceOf = async ({ tx, me }: Context, { id, path }: Row): Promise<Evidence[]> =>
  (await queries.piecesOf(tx, id)).map((piece) => ({
    id: piece.id,
    what: piece.what,
    onDate: piece.onDate,
    fileName: piece.fileName,
    enteredBy: { id: piece.enteredBy, name: piece.enteredByName },
    confirmedBy: piece.confirmedByName,
    mayConfirm: piece.confirmedAt === null && piece.fileHash !== null && mayConfirm(me, path, piece.enteredBy),
    mayRemove: piece.confirmedAt === null && (me.id === piece.enteredBy || mayChange(me, path)),
  }))

/** Entered by whoever answers for the objective, or may count there. */
export async function addEvidence(context: Context, { objectiveId, ...piece }: In<typeof contract.addEvidence>) {
  await seenObjective(context, objectiveId)
  const id = newId()
  await queries.insertPiece(context.tx, {
    ...piece,
    id,
    objectiveId,
    enteredBy: found(context.me.id),
    enteredAt: context.now,
  })
  return { id }
}

/** A confirmed piece stays as it was seen. */
async function openPiece(context: Context, id: string): Promise<{ piece: queries.Piece; row: Row }> {
  const piece = found(await queries.pieceById(context.tx, id))
  const row = await seenObjective(context, piece.objectiveId)
  refuse(piece.confirmedAt ? 'confirmedAlready' : null)
  return { piece, row }
}

export async function addEvidenceFile(context: Context, { evidenceId, file }: One & { file: StoredFile }) {
  const { piece } = await openPiece(context, evidenceId)
  allow(piece.enteredBy === context.me.id)
  await queries.updatePiece(context.tx, evidenceId, { fileHash: file.hash, fileName: file.name })
  return { done: true as const }
}

export async function readEvidenceFile(context: Context, { evidenceId }: One): Promise<Download> {
  const piece = found(await queries.readPiece(context.tx, evidenceId))
  await seenObjective(context, piece.objectiveId)
  const name = found(piece.fileName)
  return { name, type: 'application/octet-stream', body: await keptFiles().read(found(piece.fileHash)) }
}

export async function confirmEvidence(context: Context, { evidenceId }: One) {
  const { piece, row } = await openPiece(context, evidenceId)
  allow(mayConfirm(context.me, row.path, piece.enteredBy))
  refuse(piece.fileHash ? null : 'needsFile')
  await queries.updatePiece(context.tx, evidenceId, { confirmedBy: found(context.me.id), confirmedAt: context.now })
  return { done: true as const }
}

export async function removeEvidence(context: Context, { evidenceId }: One) {
  const { piece, row } = await openPiece(context, evidenceId)
  allow(piece.enteredBy === context.me.id || mayChange(context.me, row.path))
  await queries.deletePiece(context.tx, evidenceId)
  return { done: true as const }
}
