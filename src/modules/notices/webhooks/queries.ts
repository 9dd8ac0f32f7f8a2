import { sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'

export const webhooks = (tx: Tx) =>
  tx
    .selectFrom('webhook')
    .leftJoin('person', (join) =>
      join.onRef('person.tenantId', '=', 'webhook.tenantId').onRef('person.id', '=', 'webhook.createdBy'),
    )
    .leftJoin('webhookDelivery as delivery', (join) =>
      join.onRef('delivery.tenantId', '=', 'webhook.tenantId').onRef('delivery.webhookId', '=', 'webhook.id'),
    )
    .select(['webhook.id', 'url', 'events', 'webhook.createdAt', 'disabledAt', 'person.name as createdBy'])
    .select([
      sql<number>`count(*) filter (where delivery.sent_at is not null)`.as('sent'),
      sql<number>`count(*) filter (where delivery.given_up_at is not null)`.as('failed'),
      sql<number>`count(*) filter (where delivery.sent_at is null and delivery.given_up_at is null and delivery.id is not null)`.as(
        'waiting',
      ),
    ])
    .groupBy(['webhook.tenantId', 'webhook.id', 'person.name'])
    .orderBy('webhook.createdAt')
    .execute()

type Fresh = { id: string; url: string; secret: Buffer; events: string[]; createdBy: string | null; createdAt: Date }

export const insertWebhook = (tx: Tx, fresh: Fresh) => tx.insertInto('webhook').values(fresh).execute()

export const webhookById = (tx: Tx, id: string) =>
  tx.selectFrom('webhook').where('id', '=', id).selectAll().executeTakeFirst()

type Change = { events?: string[]; disabledAt?: Date | null; secret?: Buffer }

export const updateWebhook = (tx: Tx, id: string, change: Change) =>
  tx.updateTable('webhook').set(change).where('id', '=', id).execute()

export const deleteWebhook = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.deleteFrom('webhook').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined

/** Those that want to be told of this. */
export const listeningTo = (tx: Tx, event: string) =>
  tx
    .selectFrom('webhook')
    .where('disabledAt', 'is', null)
    .where(sql<boolean>`${event} = any(events)`)
    .select('id')
    .execute()

export async function insertDelivery(tx: Tx, one: { webhookId: string; event: string; body: string; now: Date }) {
  const { now, ...rest } = one
  const id = newId()
  await tx
    .insertInto('webhookDelivery')
    .values({ id, ...rest, createdAt: now, begunAt: now, dueAt: now })
    .execute()
  return id
}

type Asked = { webhookId: string; failed: boolean; before: Date; limit: number }

export const deliveries = (tx: Tx, { webhookId, failed, before, limit }: Asked) =>
  tx
    .selectFrom('webhookDelivery')
    .where('webhookId', '=', webhookId)
    .where('createdAt', '<', before)
    .$if(failed, (q) => q.where('givenUpAt', 'is not', null))
    .select(['id', 'event', 'createdAt', 'tries', 'sentAt', 'givenUpAt', 'dueAt', 'failure', 'status'])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Held until it has been tried. */
export const lockDelivery = (tx: Tx, id: string) =>
  tx.selectFrom('webhookDelivery').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()

type Tried = {
  tries: number
  begunAt?: Date
  dueAt?: Date
  sentAt?: Date | null
  givenUpAt?: Date | null
  failure: string | null
  status: number | null
}

export const setTried = (tx: Tx, id: string, tried: Tried) =>
  tx.updateTable('webhookDelivery').set(tried).where('id', '=', id).execute()
