import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, town } from '../../../../../test/town.ts'
import { type Role, roles } from '../../../../platform/context.ts'
import { addDays } from '../../../../platform/zone.ts'
import { addGroupMember } from '../../../organizations/groups/actions.ts'
import type { Audience, Condition } from './contract.ts'
import { audienceSql, differencesOf, sizeOf } from './queries.ts'

const today = '2026-04-15'
let here: Awaited<ReturnType<typeof town>>
type Post = { personId: string; role: string; path: string; fromDate: string; toDate: string | null }
let posts: Post[]
let members: { personId: string; fromDate: string; toDate: string | null }[]
let paths: Map<string, string>

beforeAll(async () => {
  here = await town()
  const member = (who: Somebody, fromDate: string, toDate: string | null) =>
    here.lina.does(addGroupMember, { id: here.studyGroup, personId: who.id, position: 'member', fromDate, toDate })
  await member(here.chen, '2025-01-01', '2026-01-01')
  await here.unasked(async ({ tx }) => {
    const posted = (personId: string, organizationId: string, role: Role, fromDate: string, toDate: string | null) =>
      tx
        .insertInto('membership')
        .values({ id: crypto.randomUUID(), personId, organizationId, role, fromDate, toDate })
        .execute()
    await posted(here.xiaoyu.id, here.organizations.peace, 'staff', '2026-03-20', null)
    await posted(here.sun.id, here.organizations.pines, 'staff', '2026-01-01', '2026-04-01')
    await posted(here.chen.id, here.organizations.pines, 'secretary', '2025-04-01', null)
    posts = await tx
      .selectFrom('membership')
      .innerJoin('organization', 'organization.id', 'membership.organizationId')
      .select(['personId', 'role', 'path', 'fromDate', 'toDate'])
      .execute()
    members = await tx.selectFrom('groupMember').select(['personId', 'fromDate', 'toDate']).execute()
    const all = await tx.selectFrom('organization').select(['id', 'path']).execute()
    paths = new Map(all.map(({ id, path }) => [id, path]))
  })
})

const holds = ({ fromDate, toDate }: { fromDate: string; toDate: string | null }): boolean =>
  fromDate <= today && (toDate === null || toDate > today)

/** The same, told without a database. */
function people(condition: Condition): Set<string> {
  const below = (id: string) => posts.filter((post) => holds(post) && post.path.startsWith(paths.get(id) ?? '?'))
  const ids = (all: readonly { personId: string }[]) => new Set(all.map(({ personId }) => personId))
  switch (condition.is) {
    case 'inGroup':
      return ids(members.filter(holds))
    case 'named':
      return new Set(condition.personIds)
    case 'at':
      return ids(below(condition.organizationId))
    case 'holds':
      return ids(below(condition.organizationId).filter(({ role }) => role === condition.role))
    case 'began': {
      const { last, unit, role, organizationId } = condition
      const since = unit === 'days' ? addDays(today, -last) : `${2026 - last}${today.slice(4)}`
      const recent = below(organizationId).filter(({ fromDate }) => fromDate > since)
      return ids(recent.filter((post) => role === null || post.role === role))
    }
  }
}
const told = (audience: Audience): string[] => [...new Set(audience.flatMap(allOf))].sort()

function allOf(conditions: readonly Condition[]): string[] {
  const [first = new Set<string>(), ...rest] = conditions.map(people)
  return [...first].filter((id) => rest.every((others) => others.has(id)))
}

const place = fc.constantFrom('willow', 'peace', 'pines', 'silverTeam').map((name) => ({ place: name }))
const condition = fc.oneof(
  fc.constant({ is: 'inGroup' as const }),
  place.map((at) => ({ is: 'at' as const, ...at })),
  fc
    .record({ is: fc.constant('holds' as const), role: fc.constantFrom(...roles) })
    .chain((one) => place.map((at) => ({ ...one, ...at }))),
  fc
    .record({
      is: fc.constant('began' as const),
      role: fc.option(fc.constantFrom('staff' as const, 'secretary' as const)),
      last: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom('days' as const, 'years' as const),
    })
    .chain((one) => place.map((at) => ({ ...one, ...at }))),
  fc.subarray(['wang', 'chen', 'sun'] as const, { minLength: 1 }).map((who) => ({ is: 'named' as const, who })),
)
const audiences = fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
const real = (drawn: fc.Arbitrary<unknown> extends never ? never : { is: string }[][]): Audience =>
  drawn.map((all) =>
    all.map(({ ...one }) => {
      const {
        place: at,
        who,
        ...rest
      } = one as { is: string; place?: keyof typeof here.organizations; who?: ('wang' | 'chen' | 'sun')[] }
      if (one.is === 'inGroup') return { is: 'inGroup', groupId: here.studyGroup }
      if (who) return { is: 'named', personIds: who.map((name) => here[name].id) }
      return { ...rest, organizationId: here.organizations[at ?? 'willow'] } as Condition
    }),
  )

test('an audience is whoever the records say, joined by and and by or; a change shows exactly who comes in and who falls out', async () => {
  await fc.assert(
    fc.asyncProperty(audiences, audiences, async (one, other) => {
      const [now, next] = [real(one), real(other)]
      const { found, size, differences } = await here.unasked(async ({ tx }) => ({
        found: (await audienceSql(now, today).execute(tx)).rows.map(({ personId }) => personId),
        size: await sizeOf(tx, now, today),
        differences: await differencesOf(tx, now, next, today),
      }))
      expect(found.sort()).toEqual(told(now))
      expect(size).toBe(told(now).length)
      const [before, after] = [new Set(told(now)), new Set(told(next))]
      expect(differences.comesIn.map(({ id }) => id).sort()).toEqual([...after].filter((id) => !before.has(id)).sort())
      expect([differences.in, differences.out]).toEqual([differences.comesIn.length, differences.fallsOut.length])
      expect(differences.fallsOut.map(({ id }) => id).sort()).toEqual([...before].filter((id) => !after.has(id)).sort())
    }),
    { numRuns: 60 },
  )
})
