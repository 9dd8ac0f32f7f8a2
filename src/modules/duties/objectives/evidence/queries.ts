import { about } from '../../../../platform/changes.ts'
import type { Tx } from '../../../../platform/database.ts'

const pieces = (tx: Tx) =>
  tx
    .selectFrom('objectiveEvidence as e')
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'e.tenantId').onRef('p.id', '=', 'e.enteredBy'))
    .leftJoin('person as c', (join) => join.onRef('c.tenantId', '=', 'e.tenantId').onRef('c.id', '=', 'e.confirmedBy'))
    .select(['e.id', 'e.objectiveId', 'e.what', 'e.onDate', 'e.fileHash', 'e.fileName', 'e.enteredBy', 'e.confirmedAt'])
    .select(['p.name as enteredByName', 'c.name as confirmedByName'])
export type Piece = Awaited<ReturnType<ReturnType<typeof pieces>['executeTakeFirstOrThrow']>>

export const piecesOf = (tx: Tx, objectiveId: string): Promise<Piece[]> =>
  pieces(tx).where('e.objectiveId', '=', objectiveId).orderBy('e.onDate', 'desc').orderBy('e.id').execute()

/** Held still: who confirms and who changes the file wait for one another. */
export async function pieceById(tx: Tx, id: string): Promise<Piece | undefined> {
  await tx.selectFrom('objectiveEvidence').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return pieces(tx).where('e.id', '=', id).executeTakeFirst()
}

export const readPiece = (tx: Tx, id: string): Promise<Piece | undefined> =>
  pieces(tx).where('e.id', '=', id).executeTakeFirst()

type New = { id: string; objectiveId: string; what: string; onDate: string; enteredBy: string; enteredAt: Date }
export const insertPiece = (tx: Tx, piece: New) =>
  about(tx, [piece.objectiveId]).insertInto('objectiveEvidence').values(piece).execute()

type Change = { fileHash: string; fileName: string } | { confirmedBy: string; confirmedAt: Date }
export const updatePiece = (tx: Tx, id: string, change: Change) =>
  about(tx, []).updateTable('objectiveEvidence').set(change).where('id', '=', id).execute()

export const deletePiece = (tx: Tx, id: string) =>
  about(tx, []).deleteFrom('objectiveEvidence').where('id', '=', id).execute()
