import { sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { TopicFields, VersionSummary } from './contract.ts'

export type Plan = { id: string; groupId: string; year: number }
export type Version = VersionSummary & { id: string; planId: string; revision: number }

export const planById = (tx: Tx, id: string): Promise<Plan | undefined> =>
  tx.selectFrom('studyPlan').where('id', '=', id).select(['id', 'groupId', 'year']).executeTakeFirst()

/** One decision at a time about a plan. */
export const holdPlan = (tx: Tx, id: string): Promise<Plan | undefined> =>
  tx.selectFrom('studyPlan').where('id', '=', id).select(['id', 'groupId', 'year']).forUpdate().executeTakeFirst()

export const planOf = (tx: Tx, groupId: string, year: number): Promise<Plan | undefined> =>
  tx
    .selectFrom('studyPlan')
    .where('groupId', '=', groupId)
    .where('year', '=', year)
    .select(['id', 'groupId', 'year'])
    .executeTakeFirst()

export const plansOfYear = (tx: Tx, year: number): Promise<Plan[]> =>
  tx.selectFrom('studyPlan').where('year', '=', year).select(['id', 'groupId', 'year']).execute()

export const insertPlan = (tx: Tx, plan: Plan) =>
  tx
    .insertInto('studyPlan')
    .values(plan)
    .onConflict((on) => on.columns(['tenantId', 'groupId', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst()

export const deletePlan = (tx: Tx, id: string) => tx.deleteFrom('studyPlan').where('id', '=', id).execute()

/** Newest first. */
export const versionsOf = async (tx: Tx, planId: string): Promise<Version[]> =>
  (
    await sql<Version>`
      select v.id, v.plan_id, v.number, v.state, v.reason, w.name as written_by, v.written_at, a.name as agreed_by, v.agreed_at,
        v.revision
      from study_plan_version v
      join person w on w.tenant_id = v.tenant_id and w.id = v.written_by
      left join person a on a.tenant_id = v.tenant_id and a.id = v.agreed_by
      where v.tenant_id = current_tenant() and v.plan_id = ${planId}::uuid order by v.number desc`.execute(tx)
  ).rows

export const topicsOf = (tx: Tx, versionId: string): Promise<TopicFields[]> =>
  tx
    .selectFrom('studyTopic')
    .where('versionId', '=', versionId)
    .select(['topicId as id', 'title', 'aim', 'material', 'minutes', 'fromMonth', 'toMonth'])
    .orderBy('position')
    .execute()

/** Every name that a topic has or had, newer versions first. */
export const topicNames = (tx: Tx, planId: string) =>
  tx
    .selectFrom('studyTopic')
    .innerJoin('studyPlanVersion', (join) =>
      join
        .onRef('studyPlanVersion.tenantId', '=', 'studyTopic.tenantId')
        .onRef('studyPlanVersion.id', '=', 'studyTopic.versionId'),
    )
    .where('planId', '=', planId)
    .select(['topicId', 'title'])
    .orderBy('number', 'desc')
    .execute()

type NewVersion = { planId: string; number: number; by: string; now: Date; reason: string | null }
export async function insertDraft(tx: Tx, { planId, number, by, now, reason }: NewVersion): Promise<string> {
  const id = newId()
  await tx
    .insertInto('studyPlanVersion')
    .values({ id, planId, number, state: 'draft', reason, writtenBy: by, writtenAt: now })
    .execute()
  return id
}

export const updateDraft = (
  tx: Tx,
  id: string,
  { by, now, reason }: { by: string; now: Date; reason: string | null },
) =>
  tx
    .updateTable('studyPlanVersion')
    .set((eb) => ({ writtenBy: by, writtenAt: now, reason, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()

export const agree = (tx: Tx, id: string, { by, now, reason }: { by: string; now: Date; reason: string | null }) =>
  tx
    .updateTable('studyPlanVersion')
    .set({ state: 'agreed', agreedBy: by, agreedAt: now, reason })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()

export async function writeTopics(tx: Tx, versionId: string, topics: readonly TopicFields[]): Promise<void> {
  await tx.deleteFrom('studyTopic').where('versionId', '=', versionId).execute()
  if (topics.length === 0) return
  const rows = topics.map(({ id: topicId, ...topic }, position) => ({ ...topic, topicId, versionId, position }))
  await tx.insertInto('studyTopic').values(rows).execute()
}

export async function deleteVersion(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('studyTopic').where('versionId', '=', id).execute()
  await tx.deleteFrom('studyPlanVersion').where('id', '=', id).execute()
}
