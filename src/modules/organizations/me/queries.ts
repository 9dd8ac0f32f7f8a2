import type { Tx } from '../../../platform/database.ts'

export const myName = (tx: Tx, id: string) =>
  tx.selectFrom('person').where('id', '=', id).select('name').executeTakeFirst()

export const office = (tx: Tx, tenantId: string) =>
  tx.selectFrom('tenant').where('id', '=', tenantId).select('name').executeTakeFirstOrThrow()

export const organizationNames = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('organization').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
