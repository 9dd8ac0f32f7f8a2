import type { Tx } from '../../../platform/database.ts'

export const wish = (tx: Tx, personId: string) =>
  tx
    .selectFrom('noticeWish')
    .where('personId', '=', personId)
    .select(['quietFrom', 'quietTo', 'language'])
    .executeTakeFirst()

export const choices = (tx: Tx, personId: string) =>
  tx.selectFrom('noticeChoice').where('personId', '=', personId).select(['matter', 'channels']).execute()

export const upsertChoice = (tx: Tx, personId: string, matter: string, channels: string[]) =>
  tx
    .insertInto('noticeChoice')
    .values({ personId, matter, channels })
    .onConflict((c) => c.columns(['tenantId', 'personId', 'matter']).doUpdateSet({ channels }))
    .execute()

type Wish = { quietFrom: string | null; quietTo: string | null; language: string | null }

export const upsertWish = (tx: Tx, personId: string, wish: Wish) =>
  tx
    .insertInto('noticeWish')
    .values({ personId, ...wish })
    .onConflict((c) => c.columns(['tenantId', 'personId']).doUpdateSet(wish))
    .execute()

export const emailOf = async (tx: Tx, personId: string): Promise<string | null> =>
  (await tx.selectFrom('person').where('id', '=', personId).select('email').executeTakeFirst())?.email ?? null
