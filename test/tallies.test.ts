import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  cancelActivity,
  changeActivity,
  createActivity,
  invitePeople,
  restoreActivity,
  uninvitePerson,
} from '../src/modules/activities/actions.ts'
import { recordAttendance } from '../src/modules/activities/attendance/actions.ts'
import { figure, figureSeries, figures } from '../src/modules/indicators/actions.ts'
import { resolve } from '../src/modules/indicators/asking/actions.ts'
import { Question } from '../src/modules/indicators/contract.ts'
import { filterText } from '../src/modules/indicators/filter/rules.ts'
import { parsePeriod } from '../src/modules/indicators/period/rules.ts'
import { type Counted, count } from '../src/modules/indicators/queries.ts'
import { checkTallies, keepTallies, rebuildTallies } from '../src/modules/indicators/tallies/keeping/actions.ts'
import { isCovered, shapeOf } from '../src/modules/indicators/tallies/rules.ts'
import { recognise } from '../src/modules/organizations/actions.ts'
import { movePart } from '../src/modules/organizations/queries.ts'
import { modules } from '../src/modules.ts'
import { about, tablesWritten } from '../src/platform/changes.ts'
import type { Action, Context } from '../src/platform/context.ts'
import { newId, type Tx } from '../src/platform/database.ts'
import { Refused } from '../src/platform/errors.ts'
import { declaredFacts, factNamed } from '../src/platform/facts.ts'
import { type Asked, type Platform, perform } from '../src/platform/perform.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { dayIn } from '../src/platform/zone.ts'
import { office as plainOffice } from './office.ts'

const begin = new Date('2026-11-23T09:00:00Z')
type Plan = Parameters<typeof plainOffice>[0]

/** The office of a plan, with a coordinator who acts as a request does. */
async function office(plan: Plan) {
  const here = await plainOffice(plan)
  const { db, tenantId, root } = here
  const platform: Platform = {
    db,
    recognise,
    sealer: { dirty: () => {} },
    subscriptions: modules.flatMap((module) => module.subscriptions),
  }
  const personId = newId()
  let clock = begin
  await asTenant(db, tenantId, async (tx) => {
    await tx.insertInto('person').values({ id: personId, name: '林静', search: '' }).execute()
    await tx
      .insertInto('membership')
      .values({ id: newId(), personId, organizationId: root, role: 'coordinator', fromDate: '2020-01-01' })
      .execute()
  })
  const act = <I, O>(action: Action<I, O>, input: I, how: Partial<Asked> = {}): Promise<O> =>
    perform(platform, { name: action.name || 'act', tenantId, personId, now: clock, ...how }, (context) =>
      action(context, input),
    )
  return {
    ...here,
    act,
    /** The clock goes on. */
    wait: (days: number) => {
      clock = new Date(+clock + days * 86_400_000)
    },
    /** In a transaction of one moment from what is kept; in any other from the records. */
    partsOf: async (question: Question, by: string, how: Partial<Asked> = {}) => {
      const { parts } = await act(figureSeries, { ...question, by }, how)
      return parts
        .map(({ key, value, records }) => ({ key, value, records }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    },
    ask: (question: Question) => act(figure, question, { reads: true }),
    keep: () => act((context: Context) => keepTallies(context), {}, { derives: true }),
    rebuild: () => act((context: Context) => rebuildTallies(context), {}, { derives: true }),
    check: () => act((context: Context) => checkTallies(context), {}, { reads: true }),
    write: (work: (tx: Tx) => Promise<unknown>) => asTenant(db, tenantId, work),
    marks: () => asTenant(db, tenantId, (tx) => tx.selectFrom('changeMark').selectAll().execute()),
    /** Counted by plain SQL over the records. */
    bySql: (questions: readonly Question[]) =>
      asTenant(db, tenantId, async (tx) => {
        const nodes = await tx.selectFrom('organization').select(['id', 'path']).execute()
        const counted: Counted[] = []
        for (const question of questions) {
          const { fact, measure, filter } = resolve(question)
          const period = parsePeriod(question.period)
          const path = nodes.find(({ id }) => id === (question.scope ?? root))?.path
          if (!period || !path) throw new Error('no such question')
          const timeZone = 'Asia/Shanghai'
          const asked = { fact, measure, filter, period, path, timeZone, now: clock, today: dayIn(timeZone, clock) }
          counted.push(await count(tx, asked))
        }
        return counted
      }),
  }
}
type Office = Awaited<ReturnType<typeof office>>

const kinds = ['meeting', 'study', 'service', 'event'] as const
const times = [
  '2025-12-31T23:30',
  '2026-01-01T00:00',
  '2026-01-31T22:00',
  '2026-02-01T00:10',
  '2026-10-31T23:59',
  '2026-11-01T00:00',
  '2026-11-20T10:00',
  '2026-11-22T23:30',
  '2026-11-23T00:10',
  '2026-12-24T10:00',
]
const instant = (at: string): Date => new Date(`${at}:00+08:00`)
const at = fc.constantFrom(...times)
const n = (max: number) => fc.integer({ min: 0, max })
const step = fc.oneof(
  fc.record({
    does: fc.constant('create' as const),
    at,
    kind: fc.constantFrom(...kinds),
    hours: fc.constantFrom(1, 3, 60),
    host: n(2),
  }),
  fc.record({
    does: fc.constant('move' as const),
    activity: n(9),
    at,
    kind: fc.constantFrom(...kinds),
    hours: fc.constantFrom(1, 3, 60),
    host: n(2),
  }),
  fc.record({ does: fc.constantFrom('cancel' as const, 'restore' as const), activity: n(9) }),
  fc.record({
    does: fc.constant('attend' as const),
    activity: n(9),
    person: n(4),
    status: fc.constantFrom('attended', 'late', 'absent', null),
  }),
  fc.record({
    does: fc.constantFrom('invite' as const, 'uninvite' as const, 'hours' as const),
    activity: n(9),
    person: n(4),
  }),
  fc.record({
    does: fc.constantFrom(
      'member' as const,
      'raw' as const,
      'organization' as const,
      'keep' as const,
      'rebuild' as const,
    ),
  }),
  // A day, into the next month, and beyond one.
  fc.record({ does: fc.constant('wait' as const), days: fc.constantFrom(1, 8, 40) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One step through what people and programs really do; what the rules refuse, changes nothing. */
async function take(here: Office, step: Step, activities: string[]): Promise<void> {
  const activityId = 'activity' in step ? (activities[step.activity % activities.length] as string) : ''
  const personId = 'person' in step ? (here.people[step.person] as string) : ''
  const fields = (s: { at: string; kind: (typeof kinds)[number]; hours: number; host: number }) => ({
    kind: s.kind,
    title: '活动',
    topic: s.hours > 1 ? `专题${s.host}` : null,
    description: null,
    hostId: [here.root, ...here.communities][s.host] as string,
    placeId: null,
    groupId: null,
    teamIds: [],
    equipmentIds: [],
    startsAt: instant(s.at),
    endsAt: new Date(+instant(s.at) + s.hours * 3_600_000),
    series: null,
  })
  try {
    switch (step.does) {
      case 'create':
        activities.push((await here.act(createActivity, fields(step))).id)
        return
      case 'move':
        await here.act(changeActivity, { activityId, scope: 'this' as const, ...fields(step) })
        return
      case 'cancel':
        await here.act(cancelActivity, { activityId, reason: '下雨', scope: 'this' as const })
        return
      case 'restore':
        await here.act(restoreActivity, { activityId })
        return
      case 'attend':
        await here.act(recordAttendance, {
          activityId,
          entries: [{ personId, status: step.status as 'late' | null, minutes: 30, note: null, at: begin, seen: null }],
        })
        return
      case 'invite':
        await here.act(invitePeople, { activityId, personIds: [personId] })
        return
      case 'uninvite':
        await here.act(uninvitePerson, { activityId, personId })
        return
      case 'hours':
        await here.write((tx) =>
          sql`update participation set minutes = coalesce(minutes, 0) + 45 where activity_id = ${activityId} and person_id = ${personId}`.execute(
            about(tx, [activityId]),
          ),
        )
        return
      case 'raw':
        await here.write((tx) => sql`update participation set status = 'excused' where status = 'late'`.execute(tx))
        return
      case 'member':
        await here.write((tx) => tx.updateTable('groupMember').set({ toDate: '2026-01-15' }).execute())
        return
      case 'organization':
        await here.write((tx) => {
          const [a = '', b = ''] = here.communities
          return movePart(tx, b, a, `/${here.root}/${b}/`, `/${here.root}/${a}/${b}/`)
        })
        return
      case 'wait':
        here.wait(step.days)
        return
      default:
        await here[step.does]()
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

const plan: Plan = {
  communities: 2,
  people: 5,
  teams: 0,
  activities: [
    { kind: 'study', title: '学习', host: null, at: '2026-01-10T09:00', studyGroup: true },
    { kind: 'service', title: '义诊', host: 0, at: '2026-01-31T23:30', hours: 2 },
    { kind: 'service', title: '理发', host: 1, at: '2026-02-01T00:30', hours: 2 },
    { kind: 'event', title: '灯会', host: 1, at: '2025-12-31T20:00' },
  ],
  participations: [
    { activity: 1, person: 0, status: 'attended', minutes: 120 },
    { activity: 2, person: 0, status: 'attended', minutes: 90 },
    { activity: 2, person: 1, status: 'late', minutes: 60 },
    { activity: 3, person: 2, status: 'registered', minutes: null },
  ],
  members: [
    { person: 0, from: '2023-01-01', to: null },
    { person: 3, from: '2026-01-05', to: null },
  ],
}

const periods = [
  '2025',
  '2026',
  '2026-H1',
  '2026-Q1',
  '2026-01',
  '2026-11',
  '2026-12',
  '2026-11-20..2026-12-24',
  '2025-12-15..2026-01-31',
  '2026-01-31..2026-02-28',
]
const wishes = fc.record({
  kind: fc.option(fc.subarray([...kinds], { minLength: 1 })),
  status: fc.option(fc.constantFrom(['attended'], ['late', 'unrecorded'], [''])),
  present: fc.option(fc.constantFrom(['yes'], ['no'])),
  period: fc.constantFrom(...periods),
  scope: n(2),
})
type Wish = typeof wishes extends fc.Arbitrary<infer W> ? W : never

/** Each measure of each fact of a moment, as far as this filter fits it. */
const questionsOf = (here: Office, { period, scope, ...filter }: Wish): Question[] =>
  declaredFacts()
    .filter((fact) => fact.time === 'moment')
    .flatMap((fact) => {
      const fits = Object.entries(filter).filter(([name, values]) => values !== null && fact.columns[name])
      return Object.keys(fact.measures).map((measure) =>
        Question.parse({
          fact: fact.name,
          measure,
          period,
          scope: [here.root, ...here.communities][scope],
          filter: filterText(Object.fromEntries(fits) as Record<string, string[]>),
        }),
      )
    })

test('whatever happens, as time goes on, and whenever months and days are counted again, each figure is what plain SQL counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 10 }),
      fc.array(wishes, { minLength: 2, maxLength: 2 }),
      async (steps, all) => {
        const here = await office(plan)
        const activities = [...here.activities]
        await here.keep()
        for (const step of steps) await take(here, step, activities)
        const questions = all.flatMap((wish) => questionsOf(here, wish))
        const told = await here.act((context: Context) => figures(context, questions), {}, { reads: true })
        expect(told.map(({ value, records }, i) => ({ value, records, of: questions[i] }))).toEqual(
          (await here.bySql(questions)).map((counted, i) => ({ ...counted, of: questions[i] })),
        )
        for (const question of all
          .flatMap((wish) => questionsOf(here, { ...wish, period: '2026' }))
          .filter((_, i) => i % 9 === 0))
          for (const by of ['month', 'quarter', 'kind', 'part']) {
            if (!factNamed(question.fact)?.columns.kind && by === 'kind') continue
            expect(await here.partsOf(question, by, { reads: true }), by).toEqual(await here.partsOf(question, by))
          }
        expect((await here.check()).difference).toBeNull()
        await here.keep()
        expect(await here.marks()).toEqual([])
        const kept = await here.check()
        await here.rebuild()
        expect([kept.difference, await here.check()]).toEqual([null, kept])
      },
    ),
    { numRuns: 6 },
  )
}, 240_000)

const minutes = Question.parse({ fact: 'participation', measure: 'minutes', period: '2026-Q1', filter: 'kind=service' })

test('what is kept is what is read, and a difference from the records is named', async () => {
  const here = await office(plan)
  await here.keep()
  expect((await here.ask(minutes)).value).toBe(270)
  await here.write((tx) =>
    sql`update tally set sums = array[sums[1] + 1000] where piece = '2026-02' and 'late' = any(combination)`.execute(
      tx,
    ),
  )
  expect((await here.ask(minutes)).value, 'not from the records').toBe(1270)
  expect((await here.check()).difference).toMatch(/^participation 2026-02 .*late/)
  await here.rebuild()
  expect([(await here.ask(minutes)).value, (await here.check()).difference]).toEqual([270, null])
})

test('a change is seen at once, whoever makes it and however', async () => {
  const here = await office(plan)
  await here.keep()
  const plus = (more: string) => sql`${sql.raw(more)} participation set minutes = minutes + 1 where minutes = 120`
  await here.write((tx) => plus('update').execute(tx))
  expect((await here.ask(minutes)).value).toBe(271)
  await here.keep()
  await here.write((tx) =>
    sql`with old as (select * from activity for update) update only participation p set minutes = 0 from old where p.minutes = 121`.execute(
      tx,
    ),
  )
  expect((await here.ask(minutes)).value).toBe(150)
  expect(new Set((await here.marks()).map((mark) => mark.tableName))).toEqual(new Set(['participation']))
  await here.keep()
  // Its own reader sees what a transaction has not yet committed.
  const within = await here.act(
    async (context: Context) => {
      await sql`delete from participation where minutes = 60`.execute(context.tx)
      return (await figure(context, minutes)).value
    },
    {},
    { derives: true },
  )
  expect(within).toBe(90)
})

test('of two who write at once, the one whom a count has not seen stays marked', async () => {
  const here = await office(plan)
  await here.keep()
  const [, service = ''] = here.activities
  let counted: Promise<unknown> | undefined
  await here.write(async (tx) => {
    await sql`update participation set minutes = minutes + 5 where activity_id = ${service}`.execute(
      about(tx, [service]),
    )
    // Meanwhile somebody moves the activity to another month, and that is counted before this is committed.
    await here.act(changeActivity, {
      activityId: service,
      scope: 'this' as const,
      kind: 'service' as const,
      title: '义诊',
      topic: null,
      description: null,
      hostId: here.communities[0] as string,
      placeId: null,
      groupId: null,
      teamIds: [],
      equipmentIds: [],
      startsAt: instant('2026-03-05T09:00'),
      endsAt: instant('2026-03-05T11:00'),
      series: null,
    })
    counted = here.keep()
    await counted
  })
  const march = { ...minutes, period: '2026-03' }
  expect((await here.ask(march)).value).toBe(125)
  expect((await here.ask({ ...minutes, period: '2026-01' })).value).toBe(0)
  await here.keep()
  expect([(await here.ask(march)).value, (await here.check()).difference]).toEqual([125, null])
})

test('names are not counted: who is called otherwise makes nothing old', async () => {
  const here = await office(plan)
  await here.keep()
  await here.write(async (tx) => {
    await tx.updateTable('person').set({ name: '改名' }).execute()
    await sql`update participation set minutes = 1000 where minutes = 120`.execute(about(tx, []))
  })
  expect((await here.ask(minutes)).value, 'as it is kept: nothing was marked that this fact counts').toBe(270)
})

test('every statement tells which tables it writes', async () => {
  const here = await office(plan)
  await here.write(async (tx) => {
    const written = (statement: { toOperationNode: () => unknown }) =>
      tablesWritten(statement.toOperationNode() as never)
    expect(written(tx.insertInto('signup').values([]))).toEqual(['signup'])
    expect(
      written(
        tx
          .with('x', (db) => db.deleteFrom('shift').returning('id'))
          .selectFrom('x')
          .selectAll(),
      ),
    ).toEqual(['shift'])
    expect(written(sql`select * from activity for no key update`)).toEqual([])
    expect(written(sql`insert into import_row select * from activity on conflict do update set id = 1`)).toEqual([])
    expect(written(sql`with gone as (delete from only "activity" returning *) select * from gone`)).toEqual([
      'activity',
    ])
    expect(written(sql`update ${sql.table('participation')} set minutes = 1`)).toEqual(['participation'])
    expect(written(sql`${sql.raw('truncate')} ${sql.id('shift_role')}, signup`).sort()).toEqual([
      'shift_role',
      'signup',
    ])
    expect(written(sql`merge into activity using x on true when matched then delete`)).toEqual(['activity'])
  })
})

test('most measures are kept, and those that are not are few and known', () => {
  const live = declaredFacts()
    .filter((fact) => fact.time === 'moment')
    .flatMap((fact) =>
      Object.entries(fact.measures)
        .filter(([, measure]) => !isCovered({ fact, measure, filter: {} }, shapeOf(fact)))
        .map(([name]) => `${fact.name} ${name}`),
    )
  expect(live).toEqual(['participation medianMinutes', 'lateGap timeToCover', 'finding daysToClose'])
})
