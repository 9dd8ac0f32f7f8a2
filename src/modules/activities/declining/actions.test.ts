import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { createActivity, invitePeople } from '../actions.ts'
import { getSheet, recordAttendance } from '../attendance/actions.ts'
import { register } from '../registering/actions.ts'
import { getActivity } from '../seeing/actions.ts'
import { comeAfterAll, declineActivity } from './actions.ts'

async function session() {
  const here = await town()
  const { id: activityId } = await here.lina.does(createActivity, {
    kind: 'study',
    title: '周五学习',
    topic: null,
    description: null,
    hostId: here.organizations.willow,
    placeId: null,
    groupId: here.studyGroup,
    teamIds: [],
    equipmentIds: [],
    startsAt: new Date('2026-04-17T06:00:00Z'),
    endsAt: new Date('2026-04-17T08:00:00Z'),
    series: null,
  })
  const line = async (name: string) =>
    (await here.lina.does(getSheet, { activityId })).rows.find((row) => row.name === name)
  return { ...here, activityId, line }
}

test('a member says beforehand that they cannot come, and why; the host reads it, and they may come after all', async () => {
  const { lina, wang, activityId, line } = await session()
  expect(await wang.does(getActivity, { activityId })).toMatchObject({ expected: 3, mine: 'invited', declined: null })
  const said = await wang.does(declineActivity, { activityId, reason: '值班' })
  expect(said).toMatchObject({ expected: 2, mine: 'cancelled', declined: '值班' })
  expect(await line('王建国')).toMatchObject({
    expected: false,
    status: 'cancelled',
    note: '值班',
    recordedBy: '王建国',
  })
  expect((await lina.does(getActivity, { activityId })).declined, 'is about whoever reads').toBe(null)
  await expect(wang.does(declineActivity, { activityId, reason: '再说一次' })).rejects.toThrow('declineNotExpected')
  expect(await wang.does(comeAfterAll, { activityId })).toMatchObject({ expected: 3, mine: 'invited', declined: null })
  expect(await line('王建国')).toMatchObject({ expected: true, note: null })
  await expect(wang.does(comeAfterAll, { activityId })).rejects.toThrow('nothingDeclined')
  // Whoever declined is asked again by an invitation, and the reason is gone with it.
  await wang.does(declineActivity, { activityId, reason: '值班' })
  await lina.does(invitePeople, { activityId, personIds: [wang.id] })
  expect(await line('王建国')).toMatchObject({ expected: true, status: 'invited', note: null })
})

test('only whoever is expected declines, before it begins, and not a shift for which they signed up', async () => {
  const { lina, wang, qian, zhao, activityId, unasked } = await session()
  const reason = '有事'
  await expect(zhao.does(declineActivity, { activityId, reason })).rejects.toThrow(/notFound|declineNotExpected/)
  const begun = '2026-04-17T06:00:00Z'
  await expect(wang.at(begun).does(declineActivity, { activityId, reason })).rejects.toThrow('activityBegun')
  await unasked((context) => register(context, activityId, [{ personId: qian.id, status: 'confirmed' }]))
  await expect(qian.does(declineActivity, { activityId, reason })).rejects.toThrow('declineByShift')
  await unasked((context) => register(context, activityId, [{ personId: qian.id, status: 'cancelled' }]))
  await expect(qian.does(comeAfterAll, { activityId }), 'not said by her').rejects.toThrow('nothingDeclined')
  // What is recorded of who came is not spoken over.
  const entry = { personId: wang.id, status: 'attended' as const, minutes: null, note: null, seen: null }
  await lina.at('2026-04-17T05:30:00Z').does(recordAttendance, { activityId, entries: [{ ...entry, at: new Date() }] })
  await expect(wang.at('2026-04-17T05:40:00Z').does(declineActivity, { activityId, reason })).rejects.toThrow(
    'declineNotExpected',
  )
})
