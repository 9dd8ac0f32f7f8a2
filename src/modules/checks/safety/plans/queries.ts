import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { OnHoliday } from '../../../activities/series/rules.ts'

const plans = (tx: Tx) =>
  tx
    .selectFrom('checkPlan as n')
    .innerJoin('checklist as c', (join) =>
      join.onRef('c.tenantId', '=', 'n.tenantId').onRef('c.id', '=', 'n.checklistId'),
    )
    .innerJoin('place as p', (join) => join.onRef('p.tenantId', '=', 'n.tenantId').onRef('p.id', '=', 'n.placeId'))
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'p.tenantId').onRef('o.id', '=', 'p.organizationId'),
    )
    .where('n.endedAt', 'is', null)
    .select(['n.id', 'n.checklistId', 'c.name as checklistName', 'n.placeId', 'p.name as placeName', 'o.path'])
    .select(['n.rule', 'n.firstDate', 'n.days'])
    .select(({ ref }) => ref('n.onHoliday').$castTo<OnHoliday>().as('onHoliday'))
    .select(
      sql<string | null>`(select min(k.planned_on) from safety_check k
        where k.tenant_id = n.tenant_id and k.plan_id = n.id and k.done_at is null)`.as('next'),
    )
export type PlanOf = Awaited<ReturnType<ReturnType<typeof plans>['executeTakeFirstOrThrow']>>

export const allPlans = (tx: Tx): Promise<PlanOf[]> =>
  plans(tx).orderBy('p.name').orderBy('c.name').orderBy('n.id').execute()
export const planById = (tx: Tx, id: string): Promise<PlanOf | undefined> =>
  plans(tx).where('n.id', '=', id).executeTakeFirst()

type New = {
  id: string
  checklistId: string
  placeId: string
  rule: string
  firstDate: string
  onHoliday: OnHoliday
  days: number
}
export const insertPlan = (tx: Tx, plan: New) => tx.insertInto('checkPlan').values(plan).execute()
export const endPlan = (tx: Tx, id: string, endedAt: Date) =>
  tx.updateTable('checkPlan').set({ endedAt }).where('id', '=', id).execute()

type Planned = {
  id: string
  planId: string
  planDate: string
  checklistId: string
  placeId: string
  plannedOn: string
  dueOn: string
}

/** What is still to come of a plan stands as given: others fall away, those that are there move, new ones are added. */
export async function planAhead(tx: Tx, planId: string, today: string, planned: readonly Planned[]): Promise<void> {
  const kept = planned.map(({ planDate }) => planDate)
  await tx
    .deleteFrom('safetyCheck')
    .where('planId', '=', planId)
    .where('doneAt', 'is', null)
    .where('plannedOn', '>', today)
    .$if(kept.length > 0, (query) => query.where('planDate', 'not in', kept))
    .execute()
  if (planned.length === 0) return
  await tx
    .insertInto('safetyCheck')
    .values([...planned])
    .onConflict((on) =>
      on
        .columns(['tenantId', 'planId', 'planDate'])
        .doUpdateSet((eb) => ({ plannedOn: eb.ref('excluded.plannedOn'), dueOn: eb.ref('excluded.dueOn') }))
        .where('safetyCheck.doneAt', 'is', null)
        .where('safetyCheck.plannedOn', '>', today),
    )
    .execute()
}
