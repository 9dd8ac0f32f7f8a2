import { expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { perform } from '../../../../platform/perform.ts'
import { draftOf, listReports } from '../drafts/actions.ts'
import { bringDueReports, endSchedule, listSchedules, setSchedule } from './actions.ts'

/** A Wednesday. */
const wednesday = '2026-04-15T01:00:00Z'
const mondayAt = (time: string) => `2026-04-20T${time}:00+08:00`

test('the weekly digest comes on Monday at eight to whoever signs it, exactly once', async () => {
  const { lina, clock, organizations } = await atTown()
  const wanted = { organizationId: organizations.willow, kind: 'weekly', language: 'zh-CN', signerId: lina.id } as const
  await lina.at(wednesday).does(setSchedule, wanted)
  await clock(mondayAt('07:59'))
  expect(await lina.does(listReports, { search: '' })).toEqual([])
  await Promise.all([clock(mondayAt('08:00')), clock(mondayAt('08:00'))])
  await clock(mondayAt('08:30'))
  await clock('2026-04-24T12:00:00+08:00')
  const [report, ...more] = await lina.does(listReports, { search: '' })
  expect(more).toEqual([])
  expect(report).toMatchObject({ period: '2026-04-13..2026-04-19', signer: { id: lina.id } })
  expect((await lina.does(draftOf, { reportId: report?.id ?? '' })).document.content.length).toBeGreaterThan(2)
  await clock('2026-04-27T08:00:00+08:00')
  expect(await lina.does(listReports, { search: '' })).toHaveLength(2)
})

test('a schedule brings nothing from before it was set, and nothing after its end', async () => {
  const { lina, clock, organizations } = await atTown()
  const wanted = { organizationId: organizations.willow, kind: 'monthly', language: 'en', signerId: lina.id } as const
  const { id: scheduleId } = await lina.at(wednesday).does(setSchedule, wanted)
  await clock(wednesday)
  expect(await lina.does(listReports, { search: '' })).toEqual([])
  await lina.at(wednesday).does(endSchedule, { scheduleId })
  await clock('2026-05-08T08:00:00+08:00')
  expect(await lina.does(listReports, { search: '' })).toEqual([])
})

test('a secretary sets up what their own community gets, and set twice there is one', async () => {
  const { lina, qian, zhao, organizations } = await atTown()
  const own = { organizationId: organizations.pines, kind: 'monthly', language: 'zh-CN' } as const
  await lina.does(setSchedule, { ...own, signerId: lina.id })
  await qian.does(setSchedule, { ...own, signerId: qian.id })
  expect(await qian.does(listSchedules, {})).toMatchObject([{ signer: { id: qian.id }, mayChange: true }])
  await expect(
    qian.does(setSchedule, { ...own, organizationId: organizations.willow, signerId: qian.id }),
  ).rejects.toThrow('notAllowed')
  await expect(lina.does(setSchedule, { ...own, signerId: zhao.id })).rejects.toThrow('signerMayNotSign')
})

async function atTown() {
  const there = await town()
  const clock = (when: string) =>
    perform(there.platform, { name: 'bringDueReports', tenantId: there.tenantId, now: new Date(when) }, bringDueReports)
  return { ...there, clock }
}
