import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../../../test/town.ts'
import { asTenant } from '../../../../platform/tenancy.ts'
import { figure } from '../../../indicators/actions.ts'
import { Question } from '../../../indicators/contract.ts'
import { createPlace } from '../../../places/actions.ts'
import { addChecklist } from '../../checklists/actions.ts'
import { Content } from '../../checklists/contract.ts'
import { handInCheck, listChecks } from '../actions.ts'
import { planChecks } from '../plans/actions.ts'
import { checksToDo, warnOfChecks } from './actions.ts'

const content = Content.parse({
  sections: [{ id: 's', title: '消防', questions: [{ id: 'exit', kind: 'yesNo', text: '安全出口畅通' }] }],
})

/** The station of Peace is checked each Wednesday, from noon of the story on, and until Friday. */
async function planned() {
  const here = await town()
  const { chen, lina, organizations } = here
  const plain = { address: null, brand: null, areaM2: null, roomCount: null, capacity: null, openingHours: [] }
  const more = { ...plain, latitude: null, longitude: null, organizationId: organizations.station, parentId: null }
  const { id: placeId } = await chen.does(createPlace, { ...more, name: '和平站', kind: 'station' })
  const { id: checklistId } = await lina.does(addChecklist, { name: '消防检查', use: 'safety', content })
  const weekly = { rule: 'FREQ=WEEKLY', firstDate: '2026-04-15', onHoliday: 'keep' as const, days: 2 }
  await chen.does(planChecks, { checklistId, placeId, ...weekly })
  const { checks } = await chen.does(listChecks, { state: 'open', offset: 0 })
  const [first] = checks
  const handIn = (by: Somebody, checkId: string, at: string) =>
    by.at(at).does(handInCheck, {
      ...{ checkId, key: randomUUID(), version: 1, hazards: [], photos: [], doneAt: new Date(at) },
      answers: { exit: { value: 'yes', note: '' } },
    })
  const morning = (day: string) => here.as(lina.id).at(`${day}T00:09:00Z`).does(warnOfChecks, undefined)
  const told = async () =>
    (
      await asTenant(here.db, here.tenantId, (tx) =>
        tx
          .selectFrom('notice')
          .where('matter', 'in', ['checkDue', 'checkLate', 'checksLateBelow'])
          .select(['matter', 'key', 'personId'])
          .orderBy('key')
          .orderBy('matter')
          .execute(),
      )
    ).map(({ matter, key, personId }) => [matter, key, personId])
  return { ...here, checkId: first?.id as string, handIn, morning, told }
}

test('whoever leads the place is told of a check on its day and on its last; when it is late the level above is told as well', async () => {
  const { chen, wang, lina, qian, checkId, morning, told } = await planned()
  for (const day of ['15', '16', '17', '18', '19']) await morning(`2026-04-${day}`)
  await morning('2026-04-18')
  const inTime = [
    ['checkDue', '2026-04-15', chen.id],
    ['checkDue', '2026-04-17', chen.id],
  ]
  const late = [
    ['checkLate', '2026-04-18', chen.id],
    ['checksLateBelow', '2026-04-18', wang.id],
  ]
  expect(await told()).toEqual([...inTime, ...late])

  const seen = async (who: Somebody, day: string) =>
    (await who.at(`${day}T02:00:00Z`).does(checksToDo, '/')).map(({ id, who: doing }) => [
      id,
      doing.map(({ id }) => id),
    ])
  expect(await seen(lina, '2026-04-18')).toEqual([[checkId, [chen.id]]])
  expect(await seen(qian, '2026-04-18')).toEqual([])
  const count = async (measure: string, day: string) => {
    const question = Question.parse({ fact: 'openCheck', measure, period: '2026-04' })
    return (await lina.at(`${day}T02:00:00Z`).does(figure, question)).value
  }
  expect([await count('due', '2026-04-16'), await count('late', '2026-04-16')]).toEqual([1, 0])
  expect([await count('due', '2026-04-18'), await count('late', '2026-04-18')]).toEqual([0, 1])
})

test('whoever did the one before is told of the next, and not whoever leads the place', async () => {
  const { wang, handIn, checkId, morning, told } = await planned()
  await handIn(wang, checkId, '2026-04-16T03:00:00Z')
  await morning('2026-04-17')
  expect(await told()).toEqual([])
  await morning('2026-04-22')
  expect(await told()).toEqual([['checkDue', '2026-04-22', wang.id]])
})
