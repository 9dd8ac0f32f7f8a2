import { sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { Filling } from '../../../platform/notice/matter.ts'

/** What is due and has not been told: whoever claims it first tells it. */
export const claimNotices = (tx: Tx, ids: readonly string[], now: Date) =>
  tx
    .updateTable('notice')
    .set({ toldAt: now })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('toldAt', 'is', null)
    .where('dueAt', '<=', now)
    .returning(['id', 'personId', 'matter', 'urgent'])
    .execute()

const ofThese = (personIds: readonly string[]) => sql<boolean>`person_id = any(${personIds}::uuid[])`

export const addressesOf = (tx: Tx, personIds: readonly string[]) =>
  tx
    .selectFrom('noticeAddress')
    .where(ofThese(personIds))
    .where('confirmedAt', 'is not', null)
    .select(['id', 'personId', 'kind'])
    .execute()

export const choicesOf = (tx: Tx, personIds: readonly string[]) =>
  tx.selectFrom('noticeChoice').where(ofThese(personIds)).select(['personId', 'matter', 'channels']).execute()

export const quietOf = (tx: Tx, personIds: readonly string[]) =>
  tx.selectFrom('noticeWish').where(ofThese(personIds)).select(['personId', 'quietFrom', 'quietTo']).execute()

type Due = { noticeId: string; addressId: string; at: Date }

export async function insertDeliveries(tx: Tx, due: readonly Due[]): Promise<{ id: string; dueAt: Date }[]> {
  const rows = due.map(({ noticeId, addressId, at }) => ({ id: newId(), noticeId, addressId, begunAt: at, dueAt: at }))
  if (rows.length > 0) await tx.insertInto('noticeDelivery').values(rows).execute()
  return rows
}

/** One that still has to go out, held until it has been tried. */
export const lockDelivery = async (tx: Tx, id: string) => {
  const held = await tx
    .selectFrom('noticeDelivery')
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!held) return null
  const notice = await tx.selectFrom('notice').where('id', '=', held.noticeId).selectAll().executeTakeFirstOrThrow()
  const address = await tx
    .selectFrom('noticeAddress')
    .where('id', '=', held.addressId)
    .selectAll()
    .executeTakeFirstOrThrow()
  const wish = await tx
    .selectFrom('noticeWish')
    .where('personId', '=', notice.personId)
    .select(['quietFrom', 'quietTo', 'language'])
    .executeTakeFirst()
  return { held, notice: { ...notice, filling: notice.filling as Filling }, address, wish }
}

export const officeName = async (tx: Tx, tenantId: string): Promise<string> =>
  (await tx.selectFrom('tenant').where('id', '=', tenantId).select('name').executeTakeFirstOrThrow()).name

type Tried = {
  tries: number
  sentAt?: Date
  givenUpAt?: Date
  dueAt?: Date
  failure: string | null
  status: number | null
}

export const setTried = (tx: Tx, id: string, tried: Tried) =>
  tx.updateTable('noticeDelivery').set(tried).where('id', '=', id).execute()

export const deleteDelivery = (tx: Tx, id: string) => tx.deleteFrom('noticeDelivery').where('id', '=', id).execute()

export const deleteAddress = (tx: Tx, id: string) => tx.deleteFrom('noticeAddress').where('id', '=', id).execute()

type Standing = { failedAt: Date | null; failure: string | null; status: number | null; confirmedAt?: null }

export const setStanding = (tx: Tx, addressId: string, standing: Standing) =>
  tx.updateTable('noticeAddress').set(standing).where('id', '=', addressId).execute()
