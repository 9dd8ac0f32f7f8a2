import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { raiseFindings } from '../../checks/findings/actions.ts'
import { figure } from '../../indicators/actions.ts'
import { Question } from '../../indicators/contract.ts'
import { createDuty, endHolding, giveDuty } from '../actions.ts'
import { signHandOver, startHandOver } from '../handing-over/actions.ts'
import { keepObjective } from '../objectives/actions.ts'
import { judgeObjectives } from '../objectives/judging/actions.ts'
import { askToRead, createPolicy, publishPolicy, writePolicy } from '../policies/actions.ts'
import { listWarnings } from './actions.ts'

test('the board says what is late and since when, and who can act; each reader sees their own part', async () => {
  const here = await town()
  const { lina, wang, chen, zhao, qian, organizations } = here
  const source = { policyId: null, sectionKey: null }
  const duty = { organizationId: organizations.peace, about: '', fromDate: '2026-01-01', toDate: null, ...source }
  const { id: vacant } = await wang.does(createDuty, { ...duty, name: '消防安全' })
  const given = await wang.does(giveDuty, { dutyId: vacant, personId: chen.id, seat: 'holder', fromDate: '2026-02-01' })
  await wang.does(endHolding, { holdingId: given.holder?.id as string, toDate: '2026-03-10' })
  const { id: dutyId } = await wang.does(createDuty, { ...duty, name: '档案管理' })
  await wang.does(giveDuty, { dutyId, personId: chen.id, seat: 'holder', fromDate: '2026-01-01' })
  const change = { personId: chen.id, otherPersonId: zhao.id, onDate: '2026-04-10', dutyIds: [dutyId], note: '' }
  const { id: handOverId } = await wang.does(startHandOver, change)
  await chen.does(signHandOver, { handOverId })
  const { id: objectiveId } = await lina.does(keepObjective, {
    title: '消防演练',
    organizationId: organizations.peace,
    year: 2026,
    holderId: wang.id,
    indicatorId: null,
    sense: 'atLeast',
    target: 2,
    steps: [1, 1, 2, 2],
    parentId: null,
  })
  const { id: policyId } = await lina.does(createPolicy, { organizationId: organizations.willow, name: '值班制度' })
  await lina.does(writePolicy, { policyId, text: '第一条 准时到岗。', inForceFrom: '2026-04-15' })
  await lina.does(publishPolicy, { policyId })
  await lina.does(askToRead, { policyId, audience: [[{ is: 'named', personIds: [wang.id, qian.id] }]], in: 2, out: 0 })
  await lina.does(judgeObjectives, undefined)
  const raised = { organizationId: organizations.pines, origin: 'check' as const, originId: organizations.pines }
  await lina
    .at('2026-03-01')
    .does(raiseFindings, [
      { ...raised, words: '灭火器过期', actions: [{ what: '更换灭火器', ownerId: qian.id, dueOn: '2026-03-20' }] },
    ])

  const seen = async (who: typeof lina, organizationId?: string) =>
    (await who.does(listWarnings, { organizationId })).map(({ kind, id, state, since, people, who: whose }) => [
      `${kind} ${state} ${since}`,
      id,
      people ?? whose.map(({ id: person }) => person),
    ])
  const [vacancy, objective, handOver] = [
    ['duty late 2026-03-10', vacant, [wang.id]],
    ['objective late 2026-04-01', objectiveId, [wang.id]],
    ['handOver late 2026-04-10', handOverId, [zhao.id]],
  ]
  const extinguisher = ['action late 2026-03-21', expect.any(String), [qian.id]]
  const policy = (people: number) => ['policy soon 2026-04-15', policyId, people]
  expect(await seen(lina)).toEqual([vacancy, extinguisher, objective, handOver, policy(2)])
  expect(await seen(lina, organizations.peace)).toEqual([vacancy, objective, handOver, policy(1)])
  expect(await seen(qian)).toEqual([extinguisher, policy(1)])
  const later = await lina.at('2026-05-05').does(listWarnings, {})
  expect(later.find(({ id }) => id === policyId)).toMatchObject({ state: 'late', who: expect.any(Array) })
  const unsigned = async () =>
    (await lina.does(figure, Question.parse({ fact: 'unsignedHandOver', measure: 'count', period: '2026-04' }))).value
  expect(await unsigned()).toBe(1)
  await zhao.does(signHandOver, { handOverId })
  expect(await unsigned()).toBe(0)
  expect((await seen(lina)).map(([, id]) => id)).not.toContain(handOverId)
})
