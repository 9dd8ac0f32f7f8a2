import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { addDays, daysBetween } from '../../../platform/zone.ts'
import { figure, inParts } from '../../indicators/actions.ts'
import { Question } from '../../indicators/contract.ts'
import type { Audience } from '../../learning/courses/audience/contract.ts'
import { createDuty } from '../actions.ts'
import {
  acknowledgePolicy,
  askToRead,
  bringBackPolicy,
  createPolicy,
  differReaders,
  publishPolicy,
  removePolicy,
  writePolicy,
} from './actions.ts'
import { keepReadings } from './asking/actions.ts'
import { comparePolicy } from './comparing/actions.ts'
import { listPolicies, readPolicy } from './seeing/actions.ts'

let here: Awaited<ReturnType<typeof town>>
beforeEach(async () => {
  here = await town()
})

const first = '第一条 值班人员应当准时到岗。\n第二条 因故不能到岗的，提前一天报告。'

const write = async (policyId: string, text: string, on = '2026-04-15') => {
  const { lina } = here
  await lina.at(`${on}T04:00:00Z`).does(writePolicy, { policyId, text, inForceFrom: on })
  return lina.at(`${on}T04:00:00Z`).does(publishPolicy, { policyId })
}

/** Every secretary of the sub-district is asked to read how one is on duty. */
async function published() {
  const { lina, organizations } = here
  const { id: policyId } = await lina.does(createPolicy, { organizationId: organizations.willow, name: '值班制度' })
  await write(policyId, first)
  await asks(policyId, [[{ is: 'holds', role: 'secretary', organizationId: organizations.willow }]])
  return policyId
}

/** As the page does it: who comes in and who falls out is looked at first. */
async function asks(policyId: string, audience: Audience) {
  const { in: coming, out } = await here.lina.does(differReaders, { policyId, audience })
  await here.lina.does(askToRead, { policyId, audience, in: coming, out })
}

const told = async () =>
  asTenant(here.db, here.tenantId, (tx) =>
    tx.selectFrom('notice').where('matter', '=', 'policiesWait').select(['personId', 'key']).orderBy('key').execute(),
  )

test('a policy is published and read by whom it asks; a newer version is read anew, and shows what changed', async () => {
  const { lina, wang, chen, qian } = here
  const policyId = await published()
  await expect(chen.does(acknowledgePolicy, { policyId, number: 1 })).rejects.toThrow('notAskedToRead')
  expect((await wang.does(listPolicies, {})).policies).toMatchObject([{ id: policyId, mine: { readOn: null } }])
  expect((await wang.does(acknowledgePolicy, { policyId, number: 1 })).mine).toMatchObject({ readOn: '2026-04-15' })
  expect(await lina.does(readPolicy, { policyId })).toMatchObject({
    tally: { asked: 2, read: 1 },
    waiting: [{ person: { id: qian.id } }],
  })
  await write(policyId, first.replace('一天', '两天'), '2026-04-20')
  const later = { policyId, number: 1 }
  await expect(wang.at('2026-04-21').does(acknowledgePolicy, later)).rejects.toThrow('newerVersion')
  expect((await lina.does(readPolicy, { policyId })).tally).toEqual({ asked: 2, read: 0 })
  expect(await lina.does(readPolicy, { policyId, number: 1 })).toMatchObject({ shown: { number: 1 } })
  const { sections } = await wang.does(comparePolicy, { policyId, was: 1, is: 2 })
  expect(sections.map(({ as }) => as)).toEqual(['kept', 'changed'])
  await expect(wang.does(comparePolicy, { policyId, was: 1, is: 3 })).rejects.toThrow('notFound')
})

test('a draft is seen by those who keep policies alone, and versions come into force one after another', async () => {
  const { lina, wang, organizations } = here
  const { id: policyId } = await lina.does(createPolicy, { organizationId: organizations.willow, name: '值班制度' })
  await expect(lina.does(publishPolicy, { policyId })).rejects.toThrow('nothingWritten')
  await lina.does(writePolicy, { policyId, text: first, inForceFrom: '2026-05-01' })
  expect((await lina.does(readPolicy, { policyId })).draft?.text).toContain('第二条\n因故')
  await expect(wang.does(readPolicy, { policyId })).rejects.toThrow('notFound')
  await lina.does(publishPolicy, { policyId })
  expect((await wang.does(readPolicy, { policyId })).draft).toBeNull()
  await lina.does(writePolicy, { policyId, text: first, inForceFrom: '2026-04-30' })
  await expect(lina.does(publishPolicy, { policyId })).rejects.toThrow('inForceBeforeLast')
  await expect(wang.does(removePolicy, { policyId })).rejects.toThrow('notAllowed')
})

test('another audience shows who comes in and who falls out, and takes effect only as it was seen', async () => {
  const { lina, wang, chen, qian, zhao } = here
  const policyId = await published()
  const audience: Audience = [[{ is: 'named', personIds: [qian.id, chen.id, zhao.id] }]]
  const difference = await lina.does(differReaders, { policyId, audience })
  expect(difference).toMatchObject({ in: 2, out: 1, fallsOut: [{ id: wang.id }] })
  expect(difference.comesIn.map(({ id }) => id).sort()).toEqual([chen.id, zhao.id].sort())
  expect((await lina.does(readPolicy, { policyId })).tally).toMatchObject({ asked: 2 })
  await expect(wang.does(differReaders, { policyId, audience })).rejects.toThrow('notAllowed')

  await asTenant(here.db, here.tenantId, (tx) =>
    tx.updateTable('membership').set({ toDate: '2026-04-10' }).where('personId', '=', wang.id).execute(),
  )
  const seen = { policyId, audience, in: 2, out: 1 }
  await expect(lina.does(askToRead, seen)).rejects.toThrow('differencesChanged')
  await lina.does(askToRead, { ...seen, out: 0 })
  const { waiting } = await lina.does(readPolicy, { policyId })
  expect(waiting.map(({ person }) => person.id).sort()).toEqual([chen.id, qian.id, zhao.id].sort())
})

test('a duty names the section that it comes from, and goes on naming it under its new number', async () => {
  const { lina, organizations } = here
  const policyId = await published()
  const { sections } = await lina.does(readPolicy, { policyId })
  const duty = { organizationId: organizations.willow, name: '值班', about: '', fromDate: '2026-01-01', toDate: null }
  const from = { policyId, sectionKey: sections[1]?.key ?? null }
  expect(await lina.does(createDuty, { ...duty, ...from })).toMatchObject({ policy: { section: '第二条' } })
  await write(
    policyId,
    `第一条 两人一组。\n${first.replace('第二条', '第三条').replace('第一条', '第二条')}`,
    '2026-04-20',
  )
  expect(await lina.does(readPolicy, { policyId })).toMatchObject({ duties: [{ sectionKey: from.sectionKey }] })
  const again = await lina.does(createDuty, { ...duty, ...from })
  expect(again.policy).toMatchObject({ section: '第三条' })
  const unknown = { policyId, sectionKey: policyId }
  await expect(lina.does(createDuty, { ...duty, ...unknown })).rejects.toThrow('noSuchSection')
})

test('however often the clock strikes, nobody is reminded twice in a week, nor once they have left or read', async () => {
  const { lina, wang, qian, organizations } = here
  const policyId = await published()
  const { id: other } = await lina.does(createPolicy, { organizationId: organizations.willow, name: '印章管理' })
  await write(other, '第一条 印章由专人保管。')
  await asks(other, [[{ is: 'named', personIds: [qian.id] }]])
  await wang.does(acknowledgePolicy, { policyId, number: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 12 }), async (steps) => {
      let day = '2026-04-16'
      for (const step of steps) {
        day = addDays(day, step)
        await lina.at(`${day}T01:00:00Z`).does(keepReadings, undefined)
      }
      const days = (await told()).map(({ personId, key }) => {
        expect(personId).toBe(qian.id)
        return key
      })
      for (const [i, one] of days.slice(1).entries()) expect(daysBetween(days[i] ?? '', one)).toBeGreaterThanOrEqual(7)
    }),
    { numRuns: 5 },
  )
  const before = (await told()).length
  expect(before).toBeGreaterThan(0)
  await asTenant(here.db, here.tenantId, (tx) =>
    tx.updateTable('membership').set({ toDate: '2026-06-01' }).where('personId', '=', qian.id).execute(),
  )
  await asks(other, [])
  await lina.at('2026-08-01T01:00:00Z').does(keepReadings, undefined)
  expect(await told()).toHaveLength(before)
  // Removed, it asks nobody; brought back, it asks who is in its audience then.
  await lina.at('2026-08-02').does(removePolicy, { policyId })
  await lina.at('2026-08-03').does(bringBackPolicy, { policyId })
  expect((await lina.at('2026-08-03').does(readPolicy, { policyId })).tally).toEqual({ asked: 1, read: 1 })
})

test('how many were asked and had read is counted by the day, also after a newer version came', async () => {
  const { lina, wang, qian, organizations } = here
  const policyId = await published()
  await wang.at('2026-05-06').does(acknowledgePolicy, { policyId, number: 1 })
  await qian.at('2026-06-02').does(acknowledgePolicy, { policyId, number: 1 })
  await write(policyId, first.replace('一天', '两天'), '2026-07-10')
  const asked = (measure: string, more = {}) =>
    Question.parse({ fact: 'policyReading', measure, period: '2026', scope: organizations.willow, ...more })
  const months = async (measure: string) => {
    const whole = await lina.at('2026-12-31').does(figure, asked(measure))
    const { parts } = await lina.at('2026-12-31').does((context) => inParts(context, whole, 'month'), undefined)
    return parts.filter(({ key }) => key >= '2026-04' && key <= '2026-07').map(({ value }) => value)
  }
  // By hand: April 2 asked; May one had read; June both; July both are asked anew.
  expect(await months('asked')).toEqual([2, 2, 2, 2])
  expect(await months('read')).toEqual([0, 1, 2, 0])
  const by = async (key: string) => {
    const one = await lina.at('2026-12-31').does(figure, asked('unread'))
    const { parts } = await lina.at('2026-12-31').does((context) => inParts(context, one, key), undefined)
    return parts.map(({ label, value }) => [label[1], value]).sort()
  }
  expect(await by('policy')).toEqual([['值班制度', 2]])
  expect(await by('organization')).toEqual([
    ['和平社区', 1],
    ['青松社区', 1],
  ])
})
