import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Skill } from './contract.ts'

export const allSkills = async (tx: Tx, today: string): Promise<Skill[]> =>
  (
    await sql<Skill>`
      select k.id, k.name, k.needs_proof, count(distinct q.person_id)::int as people
      from skill k left join qualification q on q.tenant_id = k.tenant_id and q.skill_id = k.id
        and q.from_date <= ${today}::date and (q.to_date is null or q.to_date > ${today}::date)
        and (q.confirmed_at is not null or not k.needs_proof)
      where k.tenant_id = current_tenant() group by k.tenant_id, k.id, k.name, k.needs_proof order by k.name`.execute(
      tx,
    )
  ).rows

export const skillCalled = (tx: Tx, name: string) =>
  tx.selectFrom('skill').where('name', '=', name).select('id').executeTakeFirst()

/** Two who add the same skill at once: the second one adds nothing. */
export const insertSkill = async (tx: Tx, skill: { id: string; name: string; needsProof: boolean }) =>
  (
    await tx
      .insertInto('skill')
      .values(skill)
      .onConflict((on) => on.columns(['tenantId', 'name']).doNothing())
      .returning('id')
      .execute()
  ).length > 0

export const updateSkill = (tx: Tx, id: string, change: { name: string; needsProof: boolean }) =>
  tx.updateTable('skill').set(change).where('id', '=', id).execute()

export const holdSkill = (tx: Tx, id: string) =>
  tx.selectFrom('skill').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

export const isSkillInUse = async (tx: Tx, id: string): Promise<boolean> =>
  (
    await sql<{ used: boolean }>`
      select exists (select from qualification where tenant_id = current_tenant() and skill_id = ${id}::uuid)
          or exists (select from shift_role where tenant_id = current_tenant() and ${id}::uuid = any(skill_ids))
          or exists (select from shift_template where tenant_id = current_tenant()
            and jsonb_path_exists(shifts, '$[*].roles[*].skillIds[*] ? (@ == $id)', jsonb_build_object('id', ${id}::text))) as used`.execute(
      tx,
    )
  ).rows[0]?.used ?? false

export const deleteSkill = (tx: Tx, id: string) => tx.deleteFrom('skill').where('id', '=', id).execute()

const qualifications = (tx: Tx) =>
  tx
    .selectFrom('qualification as q')
    .innerJoin('skill as k', 'k.id', 'q.skillId')
    .leftJoin('person as c', 'c.id', 'q.confirmedBy')
    .select([
      'q.id',
      'q.personId',
      'q.skillId',
      'k.name as skillName',
      'k.needsProof',
      'q.fromDate',
      'q.toDate',
      'q.proofHash',
      'q.proofName',
      'q.enteredBy',
      'q.confirmedAt',
      'c.name as confirmedBy',
    ])

export type QualificationRow = Awaited<ReturnType<typeof qualificationsOf>>[number]

export const qualificationsOf = (tx: Tx, personId: string) =>
  qualifications(tx).where('q.personId', '=', personId).orderBy('k.name').orderBy('q.fromDate', 'desc').execute()

export const qualificationById = (tx: Tx, id: string) => qualifications(tx).where('q.id', '=', id).executeTakeFirst()

export const holdQualification = (tx: Tx, id: string) =>
  tx.selectFrom('qualification').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

export const insertQualification = (
  tx: Tx,
  row: {
    id: string
    personId: string
    skillId: string
    fromDate: string
    toDate: string | null
    enteredBy: string | null
  },
) => tx.insertInto('qualification').values(row).execute()

type Change = {
  fromDate?: string
  toDate?: string | null
  proofHash?: string
  proofName?: string
  enteredBy?: string | null
  confirmedBy?: string | null
  confirmedAt?: Date | null
  remindedOn?: string | null
}
export const updateQualification = (tx: Tx, id: string, change: Change) =>
  tx.updateTable('qualification').set(change).where('id', '=', id).execute()

export const deleteQualification = (tx: Tx, id: string) => tx.deleteFrom('qualification').where('id', '=', id).execute()

/** What needs a proof and waits for its confirmation, of people who stand in these parts of the tree today. */
export const unconfirmed = (tx: Tx, paths: readonly string[], today: string) =>
  qualifications(tx)
    .innerJoin('person as p', 'p.id', 'q.personId')
    .select('p.name as personName')
    .where('k.needsProof', '=', true)
    .where('q.confirmedAt', 'is', null)
    .where('p.forgottenAt', 'is', null)
    .where((eb) => eb.or([eb('q.toDate', 'is', null), eb('q.toDate', '>', today)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership as m')
          .innerJoin('organization as o', 'o.id', 'm.organizationId')
          .whereRef('m.personId', '=', 'q.personId')
          .where('m.fromDate', '<=', today)
          .where((eb) => eb.or([eb('m.toDate', 'is', null), eb('m.toDate', '>', today)]))
          .where(sql<boolean>`o.path like any(${sql.val(paths.map((path) => `${path}%`))}::text[])`)
          .select('m.id'),
      ),
    )
    .orderBy('q.fromDate')
    .limit(200)
    .execute()

/** What counts today and ends within so many days. */
export const endingUntil = (tx: Tx, today: string, until: string) =>
  tx
    .selectFrom('qualification as q')
    .innerJoin('skill as k', 'k.id', 'q.skillId')
    .innerJoin('person as p', 'p.id', 'q.personId')
    .where('p.forgottenAt', 'is', null)
    .where('q.toDate', '>', today)
    .where('q.toDate', '<=', until)
    .where('q.fromDate', '<=', today)
    .where((eb) => eb.or([eb('q.confirmedAt', 'is not', null), eb('k.needsProof', '=', false)]))
    // Whoever has already renewed it needs no reminder.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('qualification as n')
            .whereRef('n.personId', '=', 'q.personId')
            .whereRef('n.skillId', '=', 'q.skillId')
            .whereRef('n.fromDate', '<=', 'q.toDate')
            .where((eb) => eb.or([eb('n.toDate', 'is', null), eb('n.toDate', '>', eb.ref('q.toDate'))]))
            .select('n.id'),
        ),
      ),
    )
    .select(['q.id', 'q.personId', 'k.name as skillName', 'q.toDate', 'q.remindedOn'])
    .forUpdate('q')
    .execute()
