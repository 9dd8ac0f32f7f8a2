import { expect, test } from 'vitest'
import { emptyDatabase } from '../../test/fresh-database.ts'
import { createTenant, recognise } from '../modules/organizations/actions.ts'
import { modules } from '../modules.ts'
import { connect } from '../platform/database.ts'
import { asTenant } from '../platform/tenancy.ts'
import { tenants } from './cast.ts'
import { questions } from './questions.ts'
import { seedDemo } from './seed.ts'

const demoOn = async () => {
  const db = connect(await emptyDatabase())
  const subscriptions = modules.flatMap((module) => module.subscriptions)
  return { db, platform: { db, recognise, subscriptions, sealer: { dirty: () => {} } } }
}
const now = new Date('2026-11-23T02:00:00Z')

test('the demo has a year behind it and something owed; started again it is the same', {
  timeout: 180_000,
}, async () => {
  const { db, platform } = await demoOn()
  const accounts = await seedDemo(platform, now)
  expect(accounts.map(({ name }) => name)).toContain('李娜')
  const counts = () =>
    asTenant(db, tenants.willow.id, async (tx) => ({
      people: (await tx.selectFrom('person').select('id').execute()).length,
      held: (await tx.selectFrom('activity').where('startsAt', '<', now).select('id').execute()).length,
      ahead: (await tx.selectFrom('activity').where('startsAt', '>', now).select('id').execute()).length,
      owed: (await tx.selectFrom('participation').where('status', '=', 'invited').select('id').execute()).length,
    }))
  const learnt = await asTenant(db, tenants.willow.id, async (tx) => ({
    questions: (await tx.selectFrom('question').select('id').execute()).length,
    passed: (await tx.selectFrom('quizAttempt').where('passed', '=', true).select('id').execute()).length,
    places: (await tx.selectFrom('contestPlace').select('prize').orderBy('place').execute()).map(({ prize }) => prize),
  }))
  expect(learnt).toMatchObject({ questions: questions.length, places: ['一等奖', '二等奖', null] })
  expect(learnt.passed).toBeGreaterThan(0)
  const answered = await asTenant(db, tenants.willow.id, async (tx) => ({
    checks: (
      await tx.selectFrom('safetyCheck').where('doneAt', 'is not', null).select('passed').orderBy('doneAt').execute()
    ).map(({ passed }) => passed),
    closed: (await tx.selectFrom('placeClosure').where('openedAt', 'is', null).select('id').execute()).length,
    decided: (await tx.selectFrom('meetingDecision').select('findingId').execute()).length,
    final: (await tx.selectFrom('review').where('finalAt', 'is not', null).select('id').execute()).length,
    versions: (await tx.selectFrom('policyVersion').select('id').execute()).length,
    states: (await tx.selectFrom('objective').select('state').distinct().orderBy('state').execute()).map(
      ({ state }) => state,
    ),
  }))
  expect(answered).toEqual({
    ...{ checks: [true, false], closed: 1, decided: 2, final: 1, versions: 2 },
    states: ['atRisk', 'late', 'met', 'onTrack'],
  })
  const made = await counts()
  expect(made.people).toBeGreaterThan(90)
  expect(made.held).toBeGreaterThan(150)
  expect(made.ahead).toBeGreaterThan(20)
  expect(made.owed).toBeGreaterThan(0)
  expect(await seedDemo(platform, now)).toEqual(accounts)
  expect(await counts()).toEqual(made)
  await db.destroy()
})

test('a folder with a real office is left alone', async () => {
  const { db, platform } = await demoOn()
  await createTenant(db, { name: '东山街道', slug: 'dongshan' }, now)
  await expect(seedDemo(platform, now)).rejects.toThrow('holds an office already')
  await db.destroy()
})
