import { modules } from '../src/modules.ts'
import type { Action, Context, Me, Role } from '../src/platform/context.ts'
import { connect, type Db, newId } from '../src/platform/database.ts'
import { declareFacts } from '../src/platform/facts.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { emptyDatabase } from './fresh-database.ts'

/** What an office has on record: communities, people and teams by their number, times in the office's own zone. */
export type Plan = {
  communities: number
  people: number
  teams: number
  /** `host` is a community, or null for the office itself; `at` is 'YYYY-MM-DDTHH:MM'. */
  activities: readonly {
    kind: 'meeting' | 'study' | 'training' | 'service' | 'event' | 'visit'
    title: string
    host: number | null
    at: string
    hours?: number
    teams?: readonly number[]
    cancelled?: boolean
    studyGroup?: boolean
  }[]
  participations: readonly { activity: number; person: number; status: string; minutes: number | null }[]
  members?: readonly { person: number; from: string; to: string | null }[]
  /** What the last import refused. */
  refused?: readonly { sheet: string; row: number; reason: string }[]
  stations?: readonly { community: number | null; brand: string | null }[]
}

/** As the list of modules does. */
export const declareAllFacts = (): void => declareFacts(modules.flatMap(({ facts }) => facts))

let connected: Promise<Db> | undefined

const shanghai = (at: string): Date => new Date(`${at}:00+08:00`)

/** This worker's database. It need not be empty: each office is a tenant of its own. */
function anyDatabase(): Promise<Db> {
  connected ??= emptyDatabase().then((url) => connect(url))
  return connected
}

/** A sub-district office with these records, and people who ask in it. */
export async function office(plan: Plan, now = new Date('2026-11-23T09:00:00Z')) {
  declareAllFacts()
  const db = await anyDatabase()
  const tenantId = newId()
  await db.insertInto('tenant').values({ id: tenantId, name: '柳林街道', slug: tenantId }).execute()
  const ids = (n: number): string[] => Array.from({ length: n }, () => newId())
  const root = newId()
  const [communities, teams, people, activities] = [
    ids(plan.communities),
    ids(plan.teams),
    ids(plan.people),
    ids(plan.activities.length),
  ]
  const at = (list: string[], i: number): string => {
    const id = list[i]
    if (!id) throw new Error(`the plan has no number ${i}`)
    return id
  }
  const host = (community: number | null): string => (community === null ? root : at(communities, community))
  await asTenant(db, tenantId, async (tx) => {
    const node = (id: string, kind: string, name: string) => ({
      id,
      parentId: id === root ? null : root,
      path: id === root ? `/${root}/` : `/${root}/${id}/`,
      kind,
      name,
      search: '',
      category: kind === 'team' ? 'own' : null,
    })
    await tx
      .insertInto('organization')
      .values(node(root, 'subdistrict', '柳林街道'))
      .execute()
    const below = [
      ...communities.map((id, i) => node(id, 'community', `第${i + 1}社区`)),
      ...teams.map((id, i) => node(id, 'team', `第${i + 1}队`)),
    ]
    if (below.length) await tx.insertInto('organization').values(below).execute()
    if (people.length)
      await tx
        .insertInto('person')
        .values(people.map((id, i) => ({ id, name: `人员${i + 1}`, search: '' })))
        .execute()
    const group = newId()
    await tx
      .insertInto('peopleGroup')
      .values({ id: group, organizationId: root, kind: 'study', name: '学习小组' })
      .execute()
    if (plan.members?.length)
      await tx
        .insertInto('groupMember')
        .values(
          plan.members.map((m) => ({
            id: newId(),
            groupId: group,
            personId: at(people, m.person),
            fromDate: m.from,
            toDate: m.to,
          })),
        )
        .execute()
    if (plan.stations?.length)
      await tx
        .insertInto('place')
        .values(
          plan.stations.map((s, i) => ({
            id: newId(),
            kind: 'station',
            name: `第${i + 1}服务站`,
            organizationId: host(s.community),
            brand: s.brand,
            search: '',
          })),
        )
        .execute()
    if (plan.activities.length)
      await tx
        .insertInto('activity')
        .values(
          plan.activities.map((a, i) => ({
            id: at(activities, i),
            kind: a.kind,
            title: a.title,
            hostId: host(a.host),
            groupId: a.studyGroup ? group : null,
            startsAt: shanghai(a.at),
            endsAt: new Date(shanghai(a.at).getTime() + (a.hours ?? 1) * 3_600_000),
            changedAt: now,
            cancelledAt: a.cancelled ? now : null,
          })),
        )
        .execute()
    if (plan.refused)
      await tx
        .insertInto('importRun')
        .values({
          id: newId(),
          startedAt: now,
          finishedAt: now,
          state: 'done',
          files: JSON.stringify([]),
          outcome: JSON.stringify({ refused: plan.refused.map((row) => ({ file: 'office.xlsx', ...row })) }),
        })
        .execute()
    const taking = plan.activities.flatMap((a, i) =>
      (a.teams ?? []).map((team) => ({ activityId: at(activities, i), organizationId: at(teams, team) })),
    )
    if (taking.length) await tx.insertInto('activityTeam').values(taking).execute()
    if (plan.participations.length)
      await tx
        .insertInto('participation')
        .values(
          plan.participations.map((p) => ({
            id: newId(),
            activityId: at(activities, p.activity),
            personId: at(people, p.person),
            status: p.status,
            minutes: p.minutes,
            recordedAt: now,
          })),
        )
        .execute()
  })
  /** Somebody with a role at the office or at one of its communities. */
  const asked = (role: Role, community: number | null = null) => {
    const organizationId = host(community)
    const path = community === null ? `/${root}/` : `/${root}/${organizationId}/`
    const me: Me = {
      id: null,
      tenantId,
      roles: [{ role, organizationId, path }],
      timeZone: 'Asia/Shanghai',
      language: 'zh-CN',
    }
    const nothingHappens = async (): Promise<void> => {
      throw new Error('reading publishes nothing')
    }
    return {
      me,
      does: <I, O>(action: Action<I, O>, input: I): Promise<O> =>
        asTenant(db, tenantId, (tx) =>
          action(
            { tx, me, now, requestId: null, publish: nothingHappens, enqueue: nothingHappens } satisfies Context,
            input,
          ),
        ),
    }
  }
  return { db, tenantId, root, communities, teams, people, activities, coordinator: asked('coordinator'), asked }
}
