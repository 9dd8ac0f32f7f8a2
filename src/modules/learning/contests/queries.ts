import { sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { Prize } from './contract.ts'
import type { RoundResult } from './rules.ts'

export type KnownContest = {
  id: string
  organizationId: string
  organizationName: string
  path: string
  name: string
  about: string
  teams: boolean
  prizes: Prize[]
  seed: string
  finishedAt: Date | null
  cancelledAt: Date | null
  cancelReason: string | null
  entrants: number
  begun: boolean
}

const columns = sql`c.id, c.organization_id, o.name as organization_name, o.path, c.name, c.about, c.teams, c.prizes, c.seed, c.finished_at, c.cancelled_at, c.cancel_reason,
  exists (select from contest_round r join quiz_attempt a on a.tenant_id = r.tenant_id and a.quiz_id = r.quiz_id
    where r.tenant_id = c.tenant_id and r.contest_id = c.id) as begun,
  case when c.teams then (select count(*)::int from contest_team t where t.tenant_id = c.tenant_id and t.contest_id = c.id)
    else (select count(*)::int from contest_entrant e where e.tenant_id = c.tenant_id and e.contest_id = c.id) end as entrants`

export const contestById = async (tx: Tx, id: string): Promise<KnownContest | undefined> =>
  (
    await sql<KnownContest>`select ${columns} from contest c join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      where c.tenant_id = current_tenant() and o.tenant_id = current_tenant() and c.id = ${id}::uuid`.execute(tx)
  ).rows[0]

export const contestsFor = async (tx: Tx, paths: readonly string[]): Promise<KnownContest[]> =>
  (
    await sql<KnownContest>`select ${columns} from contest c join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      where c.tenant_id = current_tenant() and o.tenant_id = current_tenant()
        and exists (select from unnest(${sql.val([...paths])}::text[]) p where starts_with(p, o.path) or starts_with(o.path, p))
      order by c.created_at desc limit 100`.execute(tx)
  ).rows

export const holdContest = (tx: Tx, id: string) =>
  tx.selectFrom('contest').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

/** Its quizzes held still: whoever begins one has begun before this, or begins after it. */
export const holdRounds = async (tx: Tx, contestId: string): Promise<void> => {
  await sql`select z.id from quiz z join contest_round r on r.tenant_id = z.tenant_id and r.quiz_id = z.id
    where z.tenant_id = current_tenant() and r.contest_id = ${contestId}::uuid order by z.id for update of z`.execute(
    tx,
  )
}

export const hasBegun = async (tx: Tx, contestId: string): Promise<boolean> =>
  (await contestById(tx, contestId))?.begun ?? false

type Entered = {
  teams: readonly { name: string; personIds: readonly string[] }[]
  personIds: readonly string[]
  quizIds: readonly string[]
}
type Said = { name: string; about: string; prizes: readonly Prize[] }
type New = Said & Entered & { organizationId: string; seed: string; createdAt: Date }

export async function insertContest(tx: Tx, { teams, personIds, quizIds, prizes, ...rest }: New): Promise<string> {
  const contestId = newId()
  await tx
    .insertInto('contest')
    .values({ id: contestId, ...rest, teams: teams.length > 0, prizes: JSON.stringify(prizes) })
    .execute()
  await enter(tx, contestId, { teams, personIds, quizIds })
  return contestId
}

/** Before anybody has begun: what it says, its rounds and who takes part, written anew. */
export async function replaceContest(tx: Tx, contestId: string, { prizes, ...fields }: Said & Entered): Promise<void> {
  const { name, about, ...entered } = fields
  const said = { name, about, teams: entered.teams.length > 0, prizes: JSON.stringify(prizes) }
  await tx.updateTable('contest').set(said).where('id', '=', contestId).execute()
  for (const table of ['contestRound', 'contestEntrant', 'contestTeam'] as const)
    await tx.deleteFrom(table).where('contestId', '=', contestId).execute()
  await enter(tx, contestId, entered)
}

async function enter(tx: Tx, contestId: string, { teams, personIds, quizIds }: Entered): Promise<void> {
  await tx
    .insertInto('contestRound')
    .values(quizIds.map((quizId, i) => ({ contestId, number: i + 1, quizId })))
    .execute()
  const named = teams.map((team) => ({ ...team, id: newId() }))
  if (named.length > 0)
    await tx
      .insertInto('contestTeam')
      .values(named.map(({ id, name }) => ({ id, contestId, name })))
      .execute()
  const entrants = [
    ...personIds.map((personId) => ({ contestId, personId, teamId: null })),
    ...named.flatMap(({ id, personIds: members }) => members.map((personId) => ({ contestId, personId, teamId: id }))),
  ]
  await tx.insertInto('contestEntrant').values(entrants).execute()
}

export const cancel = (tx: Tx, id: string, at: Date, reason: string) =>
  tx.updateTable('contest').set({ cancelledAt: at, cancelReason: reason }).where('id', '=', id).execute()

/** Rounds of other contests that stand among these quizzes. */
export const takenRounds = async (tx: Tx, quizIds: readonly string[], besides: string | null): Promise<number> =>
  (
    await tx
      .selectFrom('contestRound as r')
      .innerJoin('contest as c', (join) =>
        join.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.id', '=', 'r.contestId'),
      )
      .where('r.quizId', 'in', [...quizIds])
      .where('c.cancelledAt', 'is', null)
      .$if(besides !== null, (query) => query.where('c.id', '<>', besides))
      .select('r.quizId')
      .execute()
  ).length

export const roundsOf = async (tx: Tx, contestId: string) =>
  (
    await sql<{
      number: number
      quizId: string
      name: string
      opensAt: Date | null
      closesAt: Date | null
      done: number
      open: number
      unmarked: number
    }>`
      select r.number, r.quiz_id, z.name, z.opens_at, z.closes_at,
        count(a.id) filter (where a.submitted_at is not null)::int as done,
        count(a.id) filter (where a.submitted_at is null)::int as open,
        count(a.id) filter (where a.submitted_at is not null and a.score is null)::int as unmarked
      from contest_round r join quiz z on z.tenant_id = r.tenant_id and z.id = r.quiz_id
      left join contest_entrant e on e.tenant_id = r.tenant_id and e.contest_id = r.contest_id
      left join quiz_attempt a on a.tenant_id = r.tenant_id and a.quiz_id = r.quiz_id and a.person_id = e.person_id and a.number = 1
      where r.tenant_id = current_tenant() and r.contest_id = ${contestId}::uuid
      group by r.number, r.quiz_id, z.name, z.opens_at, z.closes_at order by r.number`.execute(tx)
  ).rows

/** The contest of which a quiz is a round. */
export const contestOfQuiz = async (tx: Tx, quizId: string): Promise<string | null> =>
  (
    await tx
      .selectFrom('contestRound as r')
      .innerJoin('contest as c', (join) =>
        join.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.id', '=', 'r.contestId'),
      )
      .where('r.quizId', '=', quizId)
      .where('c.cancelledAt', 'is', null)
      .select('r.contestId')
      .executeTakeFirst()
  )?.contestId ?? null

export type Entrant = { personId: string; personName: string; teamId: string | null; teamName: string | null }

export const entrantsOf = (tx: Tx, contestId: string): Promise<Entrant[]> =>
  tx
    .selectFrom('contestEntrant as e')
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'e.tenantId').onRef('p.id', '=', 'e.personId'))
    .leftJoin('contestTeam as t', (join) => join.onRef('t.tenantId', '=', 'e.tenantId').onRef('t.id', '=', 'e.teamId'))
    .where('e.contestId', '=', contestId)
    .select(['e.personId', 'p.name as personName', 'e.teamId', 't.name as teamName'])
    .orderBy('e.personId')
    .execute()

/** The first attempts of the entrants, as they were scored. */
export const resultsOf = async (tx: Tx, contestId: string): Promise<(RoundResult & { attemptId: string })[]> =>
  (
    await sql<RoundResult & { attemptId: string }>`
      select a.id as attempt_id, a.person_id, a.score as points, round(extract(epoch from a.submitted_at - a.started_at))::int as seconds
      from contest_round r
      join contest_entrant e on e.tenant_id = r.tenant_id and e.contest_id = r.contest_id
      join quiz_attempt a on a.tenant_id = r.tenant_id and a.quiz_id = r.quiz_id and a.person_id = e.person_id and a.number = 1
      where r.tenant_id = current_tenant() and r.contest_id = ${contestId}::uuid and a.submitted_at is not null and a.score is not null`.execute(
      tx,
    )
  ).rows

type WrittenPlace = {
  place: number
  personId: string | null
  teamId: string | null
  points: number
  seconds: number
  byLot: boolean
  prize: string | null
}

export const writePlaces = async (
  tx: Tx,
  contestId: string,
  places: readonly WrittenPlace[],
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('contestPlace')
    .values(places.map((one) => ({ contestId, ...one })))
    .execute()
  await tx.updateTable('contest').set({ finishedAt: at }).where('id', '=', contestId).execute()
}

export const placesWritten = (tx: Tx, contestId: string): Promise<WrittenPlace[]> =>
  tx
    .selectFrom('contestPlace')
    .where('contestId', '=', contestId)
    .select(['place', 'personId', 'teamId', 'points', 'seconds', 'byLot', 'prize'])
    .orderBy('place')
    .execute()
