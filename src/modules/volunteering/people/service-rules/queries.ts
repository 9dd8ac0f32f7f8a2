import type { Tx } from '../../../../platform/database.ts'
import type { ServiceRule } from '../../contract.ts'

export const ruleOf = (tx: Tx, organizationId: string): Promise<ServiceRule | undefined> =>
  tx
    .selectFrom('serviceRule')
    .where('organizationId', '=', organizationId)
    .select(['restMinutes', 'dayMinutes', 'weekMinutes', 'yearMinutes', 'lateHours'])
    .executeTakeFirst()

export const writeRule = (tx: Tx, organizationId: string, rule: ServiceRule) =>
  tx
    .insertInto('serviceRule')
    .values({ organizationId, ...rule })
    .onConflict((on) => on.columns(['tenantId', 'organizationId']).doUpdateSet(rule))
    .execute()
