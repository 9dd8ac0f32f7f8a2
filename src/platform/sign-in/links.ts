import type { Db, Tx } from '../database.ts'
import { hashOfLink, makeLink } from '../link.ts'

/** The one link with which an installation is set up; a new one ends the one before. */
export async function renewSetupLink(db: Db, tenantId: string, now: Date): Promise<string> {
  const { token, hash } = makeLink(tenantId)
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('setupLink').execute()
    await tx.insertInto('setupLink').values({ tokenHash: hash, createdAt: now }).execute()
  })
  return token
}

export const setupLinkExists = async (tx: Tx, token: string): Promise<boolean> =>
  (await tx
    .selectFrom('setupLink')
    .where('tokenHash', '=', hashOfLink(token))
    .where('usedAt', 'is', null)
    .select('createdAt')
    .executeTakeFirst()) !== undefined

/** Of two who use it at once, the second waits here and finds it used. */
export const spendSetupLink = async (tx: Tx, token: string, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('setupLink')
    .set({ usedAt: now })
    .where('tokenHash', '=', hashOfLink(token))
    .where('usedAt', 'is', null)
    .returning('tokenHash')
    .executeTakeFirst()) !== undefined
