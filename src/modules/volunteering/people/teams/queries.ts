import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { searchPatterns } from '../../../../platform/search.ts'
import type { TeamCategory } from '../../../organizations/contract.ts'
import type { TeamCard } from './contract.ts'

type Kind = 'request' | 'invitation'
type Held = { role: 'volunteer' | 'teamLeader'; title: string | null }
export type KnownTeam = {
  id: string
  name: string
  category: TeamCategory
  path: string
  closedOn: string | null
  parentName: string
  members: number
  leaders: { name: string; title: string | null }[]
  held: Held[]
  myRequestId: string | null
  myRequestKind: Kind | null
  strength: { skillId: string; name: string; people: number }[]
  requests: number
}

/** Teams as the contract shows them. `o` is the team. */
async function teams(tx: Tx, me: string | null, today: string, which: RawBuilder<unknown>): Promise<KnownTeam[]> {
  const held = sql`m.tenant_id = o.tenant_id and m.organization_id = o.id and m.role in ('volunteer', 'teamLeader')
    and m.from_date <= ${today}::date and (m.to_date is null or m.to_date > ${today}::date)`
  const { rows } = await sql<KnownTeam>`
    select o.id, o.name, coalesce(o.category, 'own') as category, o.path, o.closed_on, coalesce(u.name, '') as parent_name,
      coalesce((select count(distinct m.person_id)::int from membership m join person p on p.tenant_id = m.tenant_id
        and p.id = m.person_id and p.forgotten_at is null where ${held}), 0) as members,
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'title', m.title) order by m.from_date, p.name)
        from membership m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id and p.forgotten_at is null
        where ${held} and m.role = 'teamLeader'), '[]') as leaders,
      coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'title', m.title)) from membership m
        where ${held} and m.person_id = ${me}::uuid), '[]') as held,
      r.id as my_request_id, r.kind as my_request_kind,
      coalesce((select jsonb_agg(jsonb_build_object('skillId', k.id, 'name', k.name, 'people', k.people)
          order by k.people desc, k.name) from (
        select k.id, k.name, count(distinct q.person_id)::int as people
        from membership m join qualification q on q.tenant_id = m.tenant_id and q.person_id = m.person_id
          and q.from_date <= ${today}::date and (q.to_date is null or q.to_date > ${today}::date)
        join skill k on k.tenant_id = q.tenant_id and k.id = q.skill_id
          and (q.confirmed_at is not null or not k.needs_proof)
        where ${held} group by k.id, k.name) k), '[]') as strength,
      (select count(*)::int from team_request t where t.tenant_id = o.tenant_id and t.team_id = o.id
        and t.state = 'open' and t.kind = 'request') as requests
    from organization o
    left join organization u on u.tenant_id = o.tenant_id and u.id = o.parent_id
    left join team_request r on r.tenant_id = o.tenant_id and r.team_id = o.id and r.person_id = ${me}::uuid
      and r.state = 'open'
    where o.tenant_id = current_tenant() and o.kind = 'team' and ${which}
    order by u.name, o.name, o.id limit 1000`.execute(tx)
  return rows
}

export const teamById = async (tx: Tx, me: string | null, today: string, id: string): Promise<KnownTeam | undefined> =>
  (await teams(tx, me, today, sql`o.id = ${id}::uuid`))[0]

export function allTeams(
  tx: Tx,
  me: string | null,
  today: string,
  { category, q }: { category?: TeamCategory | undefined; q: string },
): Promise<KnownTeam[]> {
  const pattern = searchPatterns(q)?.inside
  return teams(
    tx,
    me,
    today,
    sql`(o.closed_on is null or o.closed_on > ${today}::date)
      and ${category ? sql`coalesce(o.category, 'own') = ${category}` : sql`true`}
      and ${pattern ? sql`o.search like ${pattern}` : sql`true`}`,
  )
}

type Member = { id: string; name: string; phone: string | null } & Held

/** Who is in the team today, each as often as they hold something there. */
export const peopleIn = async (tx: Tx, teamId: string, today: string): Promise<Member[]> =>
  tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .where('organizationId', '=', teamId)
    .where('role', 'in', ['volunteer', 'teamLeader'])
    .where('fromDate', '<=', today)
    .where((eb) => eb.or([eb('toDate', 'is', null), eb('toDate', '>', today)]))
    .where('forgottenAt', 'is', null)
    .select(['person.id', 'person.name', 'person.phone', 'title'])
    .select(({ ref }) => ref('role').$castTo<Held['role']>().as('role'))
    .orderBy(sql`split_part(person.search, ' ', 3) collate "C"`)
    .execute()

const requests = (tx: Tx) =>
  tx
    .selectFrom('teamRequest')
    .innerJoin('person', 'person.id', 'teamRequest.personId')
    .innerJoin('organization', 'organization.id', 'teamRequest.teamId')
    .where('person.forgottenAt', 'is', null)
    .select([
      'teamRequest.id',
      'teamId',
      'organization.name as teamName',
      'organization.path',
      'personId',
      'person.name as personName',
      'message',
      'askedAt',
      'teamRequest.state',
    ])
    .select(({ ref }) => ref('teamRequest.kind').$castTo<Kind>().as('kind'))

export const openIn = async (tx: Tx, teamId: string): Promise<NonNullable<TeamCard['open']>> =>
  (await requests(tx).where('teamId', '=', teamId).where('state', '=', 'open').orderBy('askedAt').execute()).map(
    ({ id, kind, personId, personName, message, askedAt }) => ({
      id,
      kind,
      person: { id: personId, name: personName },
      message,
      askedAt,
    }),
  )

export const requestById = (tx: Tx, id: string) => requests(tx).where('teamRequest.id', '=', id).executeTakeFirst()

export const openBetween = (tx: Tx, teamId: string, personId: string) =>
  requests(tx)
    .where('teamId', '=', teamId)
    .where('personId', '=', personId)
    .where('state', '=', 'open')
    .executeTakeFirst()

export const invitationsTo = (tx: Tx, personId: string) =>
  requests(tx)
    .where('personId', '=', personId)
    .where('state', '=', 'open')
    .where('teamRequest.kind', '=', 'invitation')
    .orderBy('askedAt')
    .execute()

export const openRequestsIn = (tx: Tx, paths: readonly string[]) =>
  requests(tx)
    .where('state', '=', 'open')
    .where('teamRequest.kind', '=', 'request')
    .where(sql<boolean>`organization.path like any(${sql.val(paths.map((path) => `${path}%`))}::text[])`)
    .orderBy('askedAt')
    .limit(200)
    .execute()

export const insertRequest = (
  tx: Tx,
  row: {
    id: string
    teamId: string
    personId: string
    kind: Kind
    message: string | null
    askedBy: string
    askedAt: Date
  },
) => tx.insertInto('teamRequest').values(row).execute()

export const closeRequest = (
  tx: Tx,
  id: string,
  change: { state: 'accepted' | 'declined' | 'withdrawn'; decidedBy: string | null; decidedAt: Date },
) => tx.updateTable('teamRequest').set(change).where('id', '=', id).execute()

export const teamsAmong = (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('organization')
        .where('id', 'in', [...ids])
        .where('kind', '=', 'team')
        .select(['id', 'name'])
        .orderBy('name')
        .execute()
