import fc from 'fast-check'
import { expect, test } from 'vitest'
import { town } from '../../../test/town.ts'
import { asTenant } from '../../platform/tenancy.ts'
import { figure } from '../indicators/actions.ts'
import { Question } from '../indicators/contract.ts'
import {
  acknowledgeDuty,
  bringBackDuty,
  createDuty,
  endHolding,
  giveDuty,
  listDuties,
  readDuty,
  removeDuty,
} from './actions.ts'
import { listHandOvers, readHandOver, signHandOver, startHandOver } from './handing-over/actions.ts'
import { keepObjective, readObjective } from './objectives/actions.ts'

type Town = Awaited<ReturnType<typeof town>>

const safety = ({ wang, organizations }: Town, name = '消防安全') =>
  wang.does(createDuty, {
    organizationId: organizations.peace,
    name,
    about: '',
    fromDate: '2026-01-01',
    toDate: null,
    policyId: null,
    sectionKey: null,
  })
const vacant = async ({ lina }: Town, period: string) =>
  (await lina.does(figure, Question.parse({ fact: 'duty', measure: 'vacant', period }))).value

test('a duty that nobody holds shows as a gap, is given, and is acknowledged by whoever has it', async () => {
  const here = await town()
  const { wang, chen, lina } = here
  const { id: dutyId } = await safety(here)
  expect(await vacant(here, '2026-03')).toBe(1)
  expect(await lina.does(listDuties, {})).toMatchObject({ duties: [{ id: dutyId, holder: null }], loads: [] })
  const given = await wang.does(giveDuty, { dutyId, personId: chen.id, seat: 'holder', fromDate: '2026-04-01' })
  expect(given.holder).toMatchObject({ person: { id: chen.id }, acknowledged: false })
  const holdingId = given.holder?.id as string
  await expect(wang.does(acknowledgeDuty, { holdingId })).rejects.toThrow('notAllowed')
  expect((await chen.does(acknowledgeDuty, { holdingId })).holder?.acknowledged).toBe(true)
  expect([await vacant(here, '2026-03'), await vacant(here, '2026-04')]).toEqual([1, 0])
  await expect(
    wang.does(giveDuty, { dutyId, personId: chen.id, seat: 'deputy', fromDate: '2026-04-02' }),
  ).rejects.toThrow('holdsBoth')
  await wang.does(giveDuty, { dutyId, personId: wang.id, seat: 'deputy', fromDate: '2026-04-02' })
  expect((await lina.does(listDuties, {})).loads).toEqual([
    { person: { id: chen.id, name: '陈静' }, holds: 1, deputizes: 0 },
    { person: { id: wang.id, name: '王建国' }, holds: 0, deputizes: 1 },
  ])
  await wang.does(endHolding, { holdingId, toDate: '2026-04-15' })
  expect(await lina.does(listDuties, {})).toMatchObject({ duties: [{ holder: null }] })
  await wang.does(giveDuty, { dutyId, personId: lina.id, seat: 'holder', fromDate: '2026-05-01' })
  await expect(wang.does(endHolding, { holdingId, toDate: '2026-05-02' })).rejects.toThrow('heldByNext')
  await wang.does(endHolding, { holdingId, toDate: '2026-05-01' })
  await expect(wang.does(endHolding, { holdingId, toDate: '2026-04-01' })).rejects.toThrow('endsBeforeItBegins')
})

test('a duty changes hands: both sign what is open, and what was to be reached is the other’s', async () => {
  const here = await town()
  const { wang, chen, zhao, lina, qian, organizations } = here
  const { id: dutyId } = await safety(here)
  await wang.does(giveDuty, { dutyId, personId: chen.id, seat: 'holder', fromDate: '2026-01-01' })
  const objective = await lina.does(keepObjective, {
    title: '消防演练',
    organizationId: organizations.peace,
    year: 2026,
    holderId: chen.id,
    indicatorId: null,
    sense: 'atLeast',
    target: 2,
    steps: null,
    parentId: null,
  })
  const change = {
    personId: chen.id,
    otherPersonId: zhao.id,
    onDate: '2026-04-15',
    dutyIds: [dutyId],
    note: '钥匙三把',
  }
  await expect(qian.does(startHandOver, change)).rejects.toThrow('notAllowed')
  await expect(wang.does(startHandOver, { ...change, personId: lina.id })).rejects.toThrow('notTheirs')
  const { id: handOverId } = await wang.does(startHandOver, change)
  expect((await wang.does(readDuty, { dutyId })).holder?.person.id).toBe(zhao.id)
  const told = await asTenant(here.db, here.tenantId, (tx) =>
    tx.selectFrom('notice').where('matter', '=', 'handOverWaits').select('personId').execute(),
  )
  expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([chen.id, zhao.id]))
  await expect(wang.does(signHandOver, { handOverId })).rejects.toThrow('notAllowed')
  expect(await chen.does(signHandOver, { handOverId })).toMatchObject({ takenAt: null, maySign: false })
  await expect(chen.does(signHandOver, { handOverId })).rejects.toThrow('signedAlready')
  const of = { objectiveId: objective.id }
  expect((await lina.does(readObjective, of)).holder.id).toBe(chen.id)
  const signed = await zhao.does(signHandOver, { handOverId })
  expect(signed.open).toMatchObject({ duties: [{ id: dutyId }], objectives: [{ id: objective.id, state: 'atRisk' }] })
  expect((await lina.does(readObjective, of)).holder.id).toBe(zhao.id)
  // What was signed stays, whatever changes later.
  await wang.does(removeDuty, { dutyId })
  expect((await chen.does(readHandOver, { handOverId })).open).toEqual(signed.open)
  expect(await lina.does(listHandOvers, undefined)).toEqual([])
  await expect(qian.does(readHandOver, { handOverId })).rejects.toThrow('notFound')
  await wang.does(bringBackDuty, { dutyId })
})

test('whoever stood in takes it over, and stands in no longer', async () => {
  const here = await town()
  const { wang, chen, zhao } = here
  const { id: dutyId } = await safety(here)
  const from = { dutyId, fromDate: '2026-01-01' }
  await wang.does(giveDuty, { ...from, personId: chen.id, seat: 'holder' })
  await wang.does(giveDuty, { ...from, personId: zhao.id, seat: 'deputy' })
  const change = { personId: chen.id, otherPersonId: zhao.id, onDate: '2026-04-15', dutyIds: [dutyId], note: '' }
  await wang.does(startHandOver, change)
  const { holder, deputy } = await wang.does(readDuty, { dutyId })
  expect([holder?.person.id, deputy]).toEqual([zhao.id, null])
})

test('each of several hand-overs lists what its own giver leaves open, where its own duties are', async () => {
  const here = await town()
  const { wang, chen, zhao, lina, qian, organizations } = here
  const objective = (title: string, organizationId: string, holderId: string) =>
    lina.does(keepObjective, {
      ...{ title, organizationId, holderId, year: 2026, indicatorId: null },
      ...{ sense: 'atLeast', target: 2, steps: null, parentId: null },
    })
  await objective('消防演练', organizations.peace, chen.id)
  await objective('垃圾分类', organizations.pines, chen.id)
  await objective('纠纷调解', organizations.peace, zhao.id)
  const change = { onDate: '2026-04-15', note: '' }
  for (const [name, giver, taker] of [
    ['消防安全', chen, qian],
    ['人民调解', zhao, qian],
  ] as const) {
    const { id: dutyId } = await safety(here, name)
    await wang.does(giveDuty, { dutyId, personId: giver.id, seat: 'holder', fromDate: '2026-01-01' })
    await wang.does(startHandOver, { ...change, personId: giver.id, otherPersonId: taker.id, dutyIds: [dutyId] })
  }
  const listed = await qian.does(listHandOvers, undefined)
  expect(
    listed.map(({ from, open }) => [
      from.id,
      open.duties.map(({ name }) => name),
      open.objectives.map(({ name }) => name),
    ]),
  ).toEqual(
    expect.arrayContaining([
      [chen.id, ['消防安全'], ['消防演练']],
      [zhao.id, ['人民调解'], ['纠纷调解']],
    ]),
  )
  expect(listed).toHaveLength(2)
})

test('of two who are given a duty at once, one has it at any moment, and the figures know of every day', async () => {
  const here = await town()
  const { wang, chen, zhao } = here
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 28 })), { minLength: 2, maxLength: 6 }),
      async (asks) => {
        const { id: dutyId } = await safety(here)
        await Promise.allSettled(
          asks.map(([first, day]) =>
            wang.does(giveDuty, {
              dutyId,
              personId: first ? chen.id : zhao.id,
              seat: 'holder',
              fromDate: `2026-02-${String(day).padStart(2, '0')}`,
            }),
          ),
        )
        const { holdings } = await wang.does(readDuty, { dutyId })
        expect(holdings.length).toBeGreaterThan(0)
        const ordered = [...holdings].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1))
        expect(ordered.map(({ toDate }) => toDate)).toEqual([...ordered.slice(1).map(({ fromDate }) => fromDate), null])
        await wang.does(removeDuty, { dutyId })
      },
    ),
    { numRuns: 8 },
  )
})
