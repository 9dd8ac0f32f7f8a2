import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { figure, figureSeries } from '../../indicators/actions.ts'
import { Question } from '../../indicators/contract.ts'
import { raiseFindings } from './actions.ts'
import { readFinding } from './listing/actions.ts'
import { warnOfOverdue } from './warning/actions.ts'
import { answerForTime, askForTime, closeAction, finishAction, reopenAction } from './working/actions.ts'

type Town = Awaited<ReturnType<typeof town>>

async function raise(here: Town, day: string, dueOn: string, grade: 'minor' | 'danger' = 'minor') {
  const [findingId] = await here.wang.at(`${day}T02:00:00Z`).does(raiseFindings, [
    {
      organizationId: here.organizations.station,
      origin: 'meeting' as const,
      originId: newId(),
      words: '插座损坏',
      grade,
      fault: '用电',
      actions: [{ what: '更换插座', ownerId: here.chen.id, dueOn }],
    },
  ])
  const card = await here.wang.does(readFinding, { findingId: String(findingId) })
  return { findingId: card.id, actionId: String(card.actions[0]?.id) }
}
const done = async ({ chen, wang }: Town, actionId: string, finished: string, closed: string) => {
  await chen.at(`${finished}T02:00:00Z`).does(finishAction, { actionId, words: '' })
  await wang.at(`${closed}T02:00:00Z`).does(closeAction, { actionId, words: '' })
}

test('what was found, open, due and late in each month is counted as the dates say, also after one came back', async () => {
  const here = await town()
  const count = async (fact: string, measure: string, period: string, filter = '') =>
    (await here.lina.does(figure, Question.parse({ fact, measure, period, filter }))).value
  const first = await raise(here, '2026-01-05', '2026-01-20', 'danger')
  const second = await raise(here, '2026-01-06', '2026-02-10')
  const third = await raise(here, '2026-02-02', '2026-03-31')
  await done(here, first.actionId, '2026-01-15', '2026-01-25') // in time
  await done(here, second.actionId, '2026-02-20', '2026-03-03') // ten days late
  // It came back in March, with a day of its own, and is late since then.
  const back = { actionId: first.actionId, words: '又坏了', dueOn: '2026-03-10' }
  await here.wang.at('2026-03-05T02:00:00Z').does(reopenAction, back)
  // More time for the third, before its day.
  await here.chen
    .at('2026-03-30T02:00:00Z')
    .does(askForTime, { actionId: third.actionId, dueOn: '2026-04-30', words: '等货' })
  const granted = { actionId: third.actionId, granted: true, words: '' }
  await here.wang.at('2026-03-30T03:00:00Z').does(answerForTime, granted)

  expect(await count('finding', 'count', '2026-01')).toBe(2)
  expect(await count('finding', 'count', '2026')).toBe(3)
  expect(await count('finding', 'count', '2026', 'grade=danger')).toBe(1)
  expect(await count('finding', 'open', '2026')).toBe(2)
  // The second alone is closed: from 6 January to 3 March.
  expect(await count('finding', 'daysToClose', '2026')).toBe(25 + 28 + 3)
  for (const [month, open] of [
    ['2026-01', 1],
    ['2026-02', 2],
    ['2026-03', 2],
  ] as const)
    expect([month, await count('openFinding', 'count', month)]).toEqual([month, open])

  expect(await count('action', 'due', '2026-02')).toBe(1)
  expect(await count('action', 'inTime', '2026-02')).toBe(0)
  expect(await count('action', 'due', '2026-03')).toBe(1)
  expect(await count('action', 'overdue', '2026')).toBe(1)
  expect(await count('overdueAction', 'count', '2026-02-01..2026-02-15')).toBe(1)
  expect(await count('overdueAction', 'count', '2026-02')).toBe(0)
  expect(await count('overdueAction', 'count', '2026-03')).toBe(1)
  for (const by of ['month', 'grade', 'origin', 'organization', 'fault', 'closed']) {
    const asked = Question.parse({ fact: 'finding', measure: 'count', period: '2026' })
    const { parts } = await here.lina.does(figureSeries, { ...asked, by })
    expect([by, parts.reduce((sum, { value }) => sum + (value ?? 0), 0)]).toEqual([by, 3])
  }
  const actions = { ...Question.parse({ fact: 'action', measure: 'due', period: '2026' }), by: 'ownPart' }
  expect((await here.lina.does(figureSeries, actions)).parts).toMatchObject([
    { key: here.organizations.station, value: 2 }, // the third is not due yet
  ])
})

test('its owner is told of what is overdue, and a week later whoever leads the level above, once a week at most', async () => {
  const here = await town()
  await raise(here, '2026-04-01', '2026-04-14')
  const told = () =>
    asTenant(here.db, here.tenantId, (tx) =>
      tx
        .selectFrom('notice')
        .where('matter', 'in', ['actionOverdue', 'actionsOverdueBelow'])
        .select(['personId', 'matter'])
        .orderBy('id')
        .execute(),
    )
  const mornings = async (...days: string[]) => {
    for (const day of days) await here.lina.at(`${day}T00:07:00Z`).does(warnOfOverdue, undefined)
  }
  const owner = { personId: here.chen.id, matter: 'actionOverdue' }
  const above = { personId: here.wang.id, matter: 'actionsOverdueBelow' }
  await mornings('2026-04-14')
  expect(await told()).toEqual([])
  await mornings('2026-04-15', '2026-04-16', '2026-04-21')
  expect(await told()).toEqual([owner])
  await mornings('2026-04-22', '2026-04-23', '2026-04-26')
  expect(await told()).toEqual([owner, owner, above])
  await mornings('2026-04-27', '2026-04-28')
  expect(await told()).toEqual([owner, owner, above, above])
})
