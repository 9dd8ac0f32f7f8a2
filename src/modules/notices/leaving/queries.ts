import type { Tx } from '../../../platform/database.ts'

const tables = ['notice', 'noticeAddress', 'noticeWish', 'noticeChoice'] as const

export async function deleteAbout(tx: Tx, personId: string): Promise<void> {
  for (const table of tables) await tx.deleteFrom(table).where('personId', '=', personId).execute()
}
