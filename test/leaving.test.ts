import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { listCredentials } from '../src/modules/credentials/actions.ts'
import { signFor } from '../src/modules/credentials/issuer/actions.ts'
import { figures } from '../src/modules/indicators/actions.ts'
import { Question } from '../src/modules/indicators/contract.ts'
import { addQuestion } from '../src/modules/learning/bank/actions.ts'
import { addContest, finishContest, seeContest } from '../src/modules/learning/contests/actions.ts'
import { verifyContest } from '../src/modules/learning/contests/verifying/actions.ts'
import { markAnswer } from '../src/modules/learning/quizzes/marking/actions.ts'
import { quizResults } from '../src/modules/learning/quizzes/statistics/actions.ts'
import { certifyPrize } from '../src/modules/learning/record/actions.ts'
import { readPerson } from '../src/modules/organizations/people/actions.ts'
import {
  askToForget,
  forgetDue,
  keepAfterAll,
  takeMyData,
} from '../src/modules/organizations/people/leaving/actions.ts'
import { certifyHours } from '../src/modules/volunteering/certifying/actions.ts'
import { writeAvailability } from '../src/modules/volunteering/people/availability/actions.ts'
import { shiftById } from '../src/modules/volunteering/queries.ts'
import { signUp } from '../src/modules/volunteering/signing/actions.ts'
import { seal, verify } from '../src/platform/audit.ts'
import type { Db } from '../src/platform/database.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { fireContest, fireQuiz, handsIn, sits } from './quizzes.ts'
import { saturday, soupKitchen } from './shifts.ts'
import { town } from './town.ts'

beforeAll(() => signFor({ secret: 'a secret for tests', address: 'https://linli.example' }))

type Town = Awaited<ReturnType<typeof town>>

/** Every table that names people, by the columns that do. */
const naming = async (db: Db) =>
  (
    await sql<{ name: string; columns: string[] }>`
      select t.relname as name, array_agg(distinct a.attname::text) as columns
      from pg_constraint c join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'tenant_id'
      where c.contype = 'f' and c.confrelid = 'person'::regclass group by 1 order by 1`.execute(db)
  ).rows

/** Where in the office's records these words stand. */
async function said({ db, tenantId }: Town, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, t.relname as name from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where t.relkind = 'r' and n.nspname in ('public', 'auth') and t.relname <> 'linli_migration'
      and has_table_privilege(t.oid, 'select')`.execute(db)
  return asTenant(db, tenantId, async (tx) => {
    const found: string[] = []
    for (const { schema, name } of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(`${schema}.${name}`)} t, unnest(${sql.val(words)}::text[]) word
        where strpos(to_jsonb(t)::text, word) > 0`.execute(tx)
      if (rows[0]?.n) found.push(name)
    }
    return found
  })
}

const asked = ['count', 'attended', 'people', 'minutes'].map((measure) =>
  Question.parse({ fact: measure === 'count' ? 'activity' : 'participation', measure, period: '2026-04' }),
)
const counted = async (here: Town) => (await here.lina.at('2026-05-12').does(figures, asked)).map(({ value }) => value)

test('a volunteer takes along what is kept, is forgotten a week later, and what was done is counted as before', async () => {
  const here = await town()
  const { lina, xiaoyu, sun } = here
  const past = await soupKitchen(here, { startsAt: saturday('09:00'), roles: [{ most: 2 }] })
  const coming = await soupKitchen(here, { startsAt: new Date('2026-06-06T09:00:00+08:00') })
  const place = (shift: typeof past) => ({ shiftId: shift.id, roleId: shift.roles[0]?.id as string })
  await xiaoyu.does(signUp, place(past))
  await sun.does(signUp, place(past))
  await xiaoyu.does(signUp, place(coming))
  expect(await sun.does(signUp, place(coming))).toMatchObject({ state: 'waiting' })
  await xiaoyu.does(writeAvailability, {
    personId: xiaoyu.id,
    week: [{ weekday: 6, from: '08:00', to: '12:00' }],
    days: [],
  })
  // As the door would have it, and the leader's note.
  await asTenant(here.db, here.tenantId, (tx) =>
    tx
      .updateTable('participation')
      .set({
        status: 'attended',
        minutes: 150,
        note: sql`case when person_id = ${xiaoyu.id}::uuid then '林小雨提前到' end`,
      })
      .where('activityId', '=', past.activityId)
      .where('personId', 'in', [xiaoyu.id, sun.id])
      .execute(),
  )
  const may = '2026-05-04T04:00:00Z'
  const certificate = await xiaoyu
    .at(may)
    .does(certifyHours, { personId: xiaoyu.id, from: '2026-04-01', to: '2026-04-30' })
  const before = await counted(here)
  expect(before).toEqual([1, 2, 2, 300])

  const { body } = await xiaoyu.at(may).does(takeMyData, undefined)
  const kept = JSON.parse(String(body))
  expect(kept).toMatchObject({
    person: { name: '林小雨', phone: '13900000036' },
    membership: [{ role: 'volunteer' }],
    participation: expect.arrayContaining([expect.objectContaining({ minutes: 150, note: '林小雨提前到' })]),
    availability: [{ weekday: 6 }],
    credential: [{ id: certificate.id, minutes: 150 }],
  })
  expect(String(body)).not.toContain(sun.id)
  expect(kept.credential[0]).not.toHaveProperty('token')

  await expect(sun.at(may).does(askToForget, { id: xiaoyu.id })).rejects.toThrow('notFound')
  expect(await xiaoyu.at(may).does(askToForget, { id: xiaoyu.id })).toEqual({ forgetOn: '2026-05-11', mayForget: true })
  await xiaoyu.at(may).does(keepAfterAll, { id: xiaoyu.id })
  await lina.at('2026-05-20').does(forgetDue, undefined)
  expect(await said(here, ['林小雨'])).toEqual(expect.arrayContaining(['credential', 'participation', 'person']))

  await lina.at(may).does(askToForget, { id: xiaoyu.id })
  await lina.at('2026-05-10').does(forgetDue, undefined)
  expect(await lina.does(readPerson, { id: xiaoyu.id })).toMatchObject({ name: '林小雨' })
  await lina.at('2026-05-11').does(forgetDue, undefined)
  expect(await said(here, ['林小雨', '13900000036'])).toEqual([])
  await expect(lina.does(readPerson, { id: xiaoyu.id })).rejects.toThrow('notFound')
  expect(await counted(here)).toEqual(before)
  await expect(lina.does(listCredentials, { personId: xiaoyu.id })).rejects.toThrow('notFound')
  // Who waited has the place now.
  const shift = await asTenant(here.db, here.tenantId, (tx) => shiftById(tx, sun.id, coming.id))
  expect(shift?.mine?.state).toMatch(/offered|confirmed/)
  await seal(here.db, here.tenantId)
  expect(await verify(here.db, here.tenantId)).toMatchObject({ whole: true })
})

test('quizzes and contests: what was learnt goes along and is forgotten, its counts and places stay, and can be computed again', async () => {
  const here = await town()
  const { lina, xiaoyu, qian, unasked } = here
  const quizId = await fireQuiz(here)
  await sits(xiaoyu, quizId, 'true', '2026-04-10T02:00:00Z', '2026-04-10T02:01:00Z')
  const { contestId, quizIds } = await fireContest(here, { personIds: [xiaoyu.id, qian.id] })
  for (const round of quizIds) {
    await sits(xiaoyu, round, 'true', '2026-04-15T04:00:00Z', '2026-04-15T04:01:00Z')
    await sits(qian, round, 'true', '2026-04-15T04:00:00Z', '2026-04-15T04:02:00Z')
  }
  await lina.does(finishContest, { contestId })
  const { credentialId } = await xiaoyu.does(certifyPrize, { contestId })
  const wishes = [
    ['quizAttempt', 'count'],
    ['quizAttempt', 'people'],
    ['quizAttempt', 'passRate'],
    ['contestPlace', 'count'],
    ['contestPlace', 'prizes'],
    ['certificate', 'count'],
  ] as const
  const questions = wishes.map(([fact, measure]) => Question.parse({ fact, measure, period: '2026-04' }))
  const count = async () => (await lina.at('2026-05-12').does(figures, questions)).map(({ value }) => value)
  const before = await count()
  expect(before).toEqual([5, 2, 1, 2, 1, 1])

  const kept = JSON.parse(String((await xiaoyu.does(takeMyData, undefined)).body))
  expect(kept.learning_record).toMatchObject([
    { year: 2026, quizzes: [{ quizId, best: 1 }], contests: [{ contestId, prize: '一等奖', credentialId }] },
  ])
  await lina.does(askToForget, { id: xiaoyu.id })
  await lina.at('2026-04-23').does(forgetDue, undefined)
  expect(await said(here, ['林小雨', '13900000036'])).toEqual([])
  expect(await count()).toEqual(before)
  expect((await lina.does(seeContest, { contestId })).standings).toMatchObject([
    { place: 1, name: '—', prize: '一等奖' },
    { place: 2, name: qian.name },
  ])
  expect(await unasked((context) => verifyContest(context, { contestId }))).toMatchObject({ differences: [] })
})

test('what somebody typed is erased with them; its points stay, a contest is verified by them, and what waited for a mark waits no more', async () => {
  const here = await town()
  const { lina, xiaoyu, qian, unasked, organizations } = here
  const bare = { options: [], targets: [] }
  const asked = [
    {
      kind: 'fill' as const,
      content: { stem: { zh: '我叫____，火警电话 ____' }, ...bare },
      blanks: [['钱红'], ['119']],
    },
    { kind: 'text' as const, content: { stem: { zh: '写一封信' }, ...bare } },
    { kind: 'trueFalse' as const, content: { stem: { zh: '119 是火警电话' }, ...bare }, correct: ['true'] },
  ]
  const fixed = []
  for (const { kind, content, ...keys } of asked) {
    const question = { kind, content, keys: { correct: [], ...keys }, tags: [], difficulty: 1, source: '' }
    fixed.push({ questionId: (await lina.does(addQuestion, question)).id, points: 4 })
  }
  const plan = { fixed, shuffle: false, closesAt: new Date('2026-04-15T06:00:00Z') }
  const quizId = await fireQuiz(here, { ...plan, name: '写作赛' })
  const entered = {
    name: '写作竞赛',
    about: '',
    quizIds: [quizId],
    personIds: [xiaoyu.id, qian.id],
    teams: [],
    prizes: [],
  }
  const { id: contestId } = await lina.does(addContest, { organizationId: organizations.willow, ...entered })
  const [from, to] = ['2026-04-15T04:00:00Z', '2026-04-15T04:01:00Z']
  const words = [['林小雨', '119'], ['我是林小雨，住柳荫里'], ['true']]
  const attemptId = await handsIn(xiaoyu, quizId, words, from, to)
  const other = await handsIn(qian, quizId, words, from, to)
  for (const id of [attemptId, other]) await lina.does(markAnswer, { quizId, attemptId: id, position: 1, share: 0.5 })
  await lina.does(finishContest, { contestId })
  // Another quiz, which nobody has marked yet.
  const open = await fireQuiz(here, { ...plan, name: '练笔', fixed: fixed.slice(1, 2) })
  await handsIn(xiaoyu, open, [['林小雨的作业']], from, to)
  const results = async () => (await lina.does(quizResults, { quizId })).questions.map(({ difficulty }) => difficulty)
  const before = await results()

  const kept = JSON.parse(String((await xiaoyu.does(takeMyData, undefined)).body))
  expect(kept.quiz_answer).toContainEqual(expect.objectContaining({ answer: words[1], share: 0.5 }))
  await lina.does(askToForget, { id: xiaoyu.id })
  await lina.at('2026-04-23').does(forgetDue, undefined)
  expect(await said(here, ['住柳荫里']), 'only what somebody else wrote').toEqual(['quiz_answer'])
  const scores = await unasked(({ tx }) =>
    tx.selectFrom('quizAttempt').where('personId', '=', xiaoyu.id).select(['score', 'passed']).orderBy('id').execute(),
  )
  expect(scores).toEqual([
    { score: 8, passed: true },
    { score: 0, passed: false },
  ])
  expect(await results(), 'counted as before').toEqual(before)
  expect(await unasked((context) => verifyContest(context, { contestId }))).toMatchObject({
    answers: 3 + 1,
    erased: 2,
    differences: [],
  })
  await unasked(({ tx }) => tx.updateTable('quizAnswer').set({ share: 1 }).where('erased', '=', true).execute())
  const { differences } = await unasked((context) => verifyContest(context, { contestId }))
  expect(
    differences.map(({ what }) => what),
    'what was judged is what is verified',
  ).toContain('score')
})

test('whoever is the last to administer the whole is not forgotten', async () => {
  const here = await town()
  const administrator = here.as(await theAdministrator(here))
  await expect(administrator.does(askToForget, { id: administrator.id })).rejects.toThrow('lastAdministrator')
})

const theAdministrator = async ({ db, tenantId }: Town): Promise<string> =>
  (
    await asTenant(db, tenantId, (tx) =>
      tx.selectFrom('membership').where('role', '=', 'administrator').select('personId').executeTakeFirstOrThrow(),
    )
  ).personId

/** A login has no more than the person; what a change of a report wrote is the report’s. */
const notTold = ['user', 'report_update']

test('whatever names people is told to them: a table that comes new is not overlooked', async () => {
  const here = await town()
  const { xiaoyu } = here
  const kept = JSON.parse(String((await xiaoyu.does(takeMyData, undefined)).body))
  // Under any other name (`created_by`, `signer_id`) a person did something to records of others: that is the office’s.
  const untold = (await naming(here.db)).filter(
    ({ name, columns }) => columns.includes('person_id') && !(name in kept) && !notTold.includes(name),
  )
  expect(untold).toEqual([])
})
