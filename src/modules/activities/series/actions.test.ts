import { expect, test } from 'vitest'
import { noon, type Somebody, town } from '../../../../test/town.ts'
import { perform } from '../../../platform/perform.ts'
import { removeSpecialDay, setSpecialDay } from '../../organizations/working-days/actions.ts'
import { createPlace } from '../../places/actions.ts'
import { cancelActivity, changeActivity, createActivity } from '../actions.ts'
import { recordAttendance } from '../attendance/actions.ts'
import type { Activity, ActivityFields } from '../contract.ts'
import { getActivity, listActivities } from '../seeing/actions.ts'
import { expandAllSeries, previewSeries } from './actions.ts'
import type { SeriesChoice } from './contract.ts'

type Town = Awaited<ReturnType<typeof town>>

const fridays: SeriesChoice = { rule: 'FREQ=WEEKLY;BYDAY=FR', onHoliday: 'nextWorkday', onMakeup: true }
/** From 17 April, two hours each Friday afternoon. */
const study = ({ organizations, studyGroup }: Town, more: Partial<ActivityFields> = {}): ActivityFields => ({
  kind: 'study',
  title: '周五学习',
  topic: null,
  description: null,
  hostId: organizations.willow,
  placeId: null,
  groupId: studyGroup,
  teamIds: [],
  equipmentIds: [],
  startsAt: new Date('2026-04-17T06:00:00Z'),
  endsAt: new Date('2026-04-17T08:00:00Z'),
  ...more,
})
const shanghai = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

async function calendar(who: Somebody, from = '2026-04-15', to = '2026-06-01') {
  const { activities } = await who.does(listActivities, { from, to, mine: false })
  return activities.map((one) => `${shanghai(one.startsAt)}${one.cancelledAt ? ' cancelled' : ''} ${one.title}`)
}
const nightly = (here: Town, now: Date = noon): Promise<void> =>
  perform(here.platform, { name: 'expandSeries', tenantId: here.tenantId, now }, expandAllSeries)

async function on(who: Somebody, day: string): Promise<Activity> {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  const { activities } = await who.does(listActivities, { from: day, to: next, mine: false })
  return who.does(getActivity, { activityId: activities[0]?.id ?? '' })
}

test('each Friday, a year ahead; the one on Labour Day moves to the next working day', async () => {
  const here = await town()
  await here.lina.does(createActivity, { ...study(here), series: fridays })
  expect(await calendar(here.lina)).toEqual([
    '2026-04-17 14:00 周五学习',
    '2026-04-24 14:00 周五学习',
    '2026-05-06 14:00 周五学习',
    '2026-05-08 14:00 周五学习',
    '2026-05-15 14:00 周五学习',
    '2026-05-22 14:00 周五学习',
    '2026-05-29 14:00 周五学习',
  ])
  const year = await calendar(here.lina, '2026-04-15', '2028-01-01')
  expect(year.at(-1)).toBe('2027-04-16 14:00 周五学习')
})

test('the preview says what moves, what is left out, and which year is not published yet', async () => {
  const here = await town()
  const preview = await here.lina.does(previewSeries, { ...fridays, firstDate: '2026-04-24' })
  expect(preview.days.slice(0, 3)).toEqual([
    { seriesDate: '2026-04-24', date: '2026-04-24', because: null, provisional: false },
    { seriesDate: '2026-05-01', date: '2026-05-06', because: '劳动节', provisional: false },
    { seriesDate: '2026-05-08', date: '2026-05-08', because: null, provisional: false },
  ])
  expect(preview.unpublishedYears).toEqual([2027])
  await expect(
    here.lina.does(previewSeries, { ...fridays, rule: 'FREQ=HOURLY', firstDate: '2026-04-24' }),
  ).rejects.toThrow('notADayRule')
})

test('when the holidays change, what is to come follows; past, attended and changed by hand stay', async () => {
  const here = await town()
  const { lina, admin } = here
  await lina.does(createActivity, { ...study(here), series: fridays })
  const moved = await on(lina, '2026-05-15')
  await lina.does(changeActivity, {
    ...study(here, { startsAt: new Date('2026-05-15T01:00:00Z'), endsAt: new Date('2026-05-15T02:00:00Z') }),
    activityId: moved.id,
    scope: 'this',
    series: null,
  })
  const first = await on(lina, '2026-04-17')
  const early = lina.at('2026-04-17T06:00:00Z')
  const mark = { personId: lina.id, status: 'attended' as const, minutes: null, note: null, seen: null }
  await early.does(recordAttendance, { activityId: first.id, entries: [{ ...mark, at: new Date() }] })
  for (const date of ['2026-04-17', '2026-04-24', '2026-05-15'])
    await admin.does(setSpecialDay, { date, name: '防汛假', works: false })
  await admin.does(removeSpecialDay, { date: '2026-05-01' })
  const day = await on(lina, '2026-05-06')
  await nightly(here)
  await nightly(here)
  expect((await calendar(lina)).slice(0, 5)).toEqual([
    '2026-04-17 14:00 周五学习',
    '2026-04-27 14:00 周五学习',
    '2026-05-01 14:00 周五学习',
    '2026-05-08 14:00 周五学习',
    '2026-05-15 09:00 周五学习',
  ])
  // The same entry in people's calendars, on another day.
  expect(await on(lina, '2026-05-01')).toMatchObject({ id: day.id, sequence: day.sequence + 1 })
})

test('skipped on a holiday that is announced later: cancelled with a word, and back when that is taken back', async () => {
  const here = await town()
  const { lina, admin } = here
  await lina.does(createActivity, { ...study(here), series: { ...fridays, onHoliday: 'skip' } })
  await admin.does(setSpecialDay, { date: '2026-04-24', name: '防汛假', works: false })
  await nightly(here)
  expect(await on(lina, '2026-04-24')).toMatchObject({ cancelReason: '公共假日' })
  await admin.does(removeSpecialDay, { date: '2026-04-24' })
  await nightly(here)
  expect(await on(lina, '2026-04-24')).toMatchObject({ cancelledAt: null, sequence: 2 })
})

test('this one, this and following, or all', async () => {
  const here = await town()
  const { lina } = here
  await lina.does(createActivity, { ...study(here), series: fridays })
  const change = async (
    day: string,
    scope: 'this' | 'following' | 'all',
    more: Partial<ActivityFields>,
    series: SeriesChoice | null = null,
  ) => lina.does(changeActivity, { ...study(here, more), activityId: (await on(lina, day)).id, scope, series })
  await change('2026-04-24', 'this', {
    title: '实地学习',
    startsAt: new Date('2026-04-24T06:00:00Z'),
    endsAt: new Date('2026-04-24T08:00:00Z'),
  })
  const before = await on(lina, '2026-05-08')
  await change(
    '2026-05-08',
    'following',
    {
      title: '周四学习',
      startsAt: new Date('2026-05-08T01:00:00Z'),
      endsAt: new Date('2026-05-08T02:00:00Z'),
    },
    { ...fridays, rule: 'FREQ=WEEKLY;BYDAY=TH' },
  )
  expect(await calendar(lina)).toEqual([
    '2026-04-17 14:00 周五学习',
    '2026-04-24 14:00 实地学习',
    '2026-05-06 14:00 周五学习',
    '2026-05-14 09:00 周四学习',
    '2026-05-21 09:00 周四学习',
    '2026-05-28 09:00 周四学习',
  ])
  expect((await on(lina, '2026-05-14')).id).toBe(before.id)
  await change('2026-04-17', 'all', { title: '政治学习' })
  expect((await calendar(lina)).slice(0, 4)).toEqual([
    '2026-04-17 14:00 政治学习',
    '2026-04-24 14:00 实地学习',
    '2026-05-06 14:00 政治学习',
    '2026-05-14 09:00 周四学习',
  ])
})

test('cancelling this and the following ends the series; the night does not bring it back', async () => {
  const here = await town()
  const { lina } = here
  await lina.does(createActivity, { ...study(here), series: fridays })
  const from = await on(lina, '2026-05-08')
  await lina.does(cancelActivity, { activityId: from.id, reason: '学习告一段落', scope: 'following' })
  await nightly(here, new Date('2026-04-16T00:00:00Z'))
  expect(await calendar(lina)).toEqual([
    '2026-04-17 14:00 周五学习',
    '2026-04-24 14:00 周五学习',
    '2026-05-06 14:00 周五学习',
    '2026-05-08 14:00 cancelled 周五学习',
    '2026-05-15 14:00 cancelled 周五学习',
    '2026-05-22 14:00 cancelled 周五学习',
    '2026-05-29 14:00 cancelled 周五学习',
  ])
})

test('an activity that stands already is repeated; a counted series stops by itself', async () => {
  const here = await town()
  const { lina } = here
  const one = await lina.does(createActivity, { ...study(here), series: null })
  const rule = 'FREQ=WEEKLY;BYDAY=FR;COUNT=3'
  await lina.does(changeActivity, { ...study(here), activityId: one.id, scope: 'this', series: { ...fridays, rule } })
  expect(await calendar(lina)).toHaveLength(3)
  expect(await on(lina, '2026-04-17')).toMatchObject({ id: one.id, series: { rule } })
})

test('with a room: taken on one of the days is refused at the desk; at night the station around it does', async () => {
  const here = await town()
  const { lina, chen, organizations } = here
  const fields = { address: null, brand: null, areaM2: null, roomCount: null, capacity: null, openingHours: [] }
  const more = { ...fields, latitude: null, longitude: null, organizationId: organizations.station }
  const station = await chen.does(createPlace, { ...more, name: '和平站', kind: 'station', parentId: null })
  const room = await chen.does(createPlace, { ...more, name: '活动室', kind: 'room', parentId: station.id })
  const span = { startsAt: new Date('2026-04-24T07:00:00Z'), endsAt: new Date('2026-04-24T09:00:00Z') }
  await chen.does(createActivity, {
    ...study(here, { ...span, hostId: organizations.station, groupId: null, placeId: room.id, title: '合唱' }),
    series: null,
  })
  const asked = { ...study(here, { placeId: room.id }), series: fridays }
  await expect(lina.does(createActivity, asked)).rejects.toMatchObject({
    reason: 'roomTaken',
    values: { name: '活动室' },
  })
  expect(await calendar(lina)).toEqual(['2026-04-24 15:00 合唱'])

  await lina.does(createActivity, { ...asked, series: { ...fridays, rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20260417' } })
  await lina.does(createActivity, {
    ...study(here, {
      title: '周三会',
      placeId: room.id,
      startsAt: new Date('2026-04-29T06:00:00Z'),
      endsAt: new Date('2026-04-29T08:00:00Z'),
    }),
    series: { ...fridays, rule: 'FREQ=WEEKLY;BYDAY=WE' },
  })
  const beyond = { startsAt: new Date('2027-04-21T07:00:00Z'), endsAt: new Date('2027-04-21T09:00:00Z') }
  await chen.does(createActivity, {
    ...study(here, { ...beyond, hostId: organizations.station, groupId: null, placeId: room.id, title: '棋会' }),
    series: null,
  })
  await nightly(here, new Date('2026-04-22T00:00:00Z'))
  const later = await lina.does(listActivities, { from: '2027-04-21', to: '2027-04-22', mine: false })
  expect(later.activities.map((one) => `${one.title} ${one.placeName}`)).toEqual(['周三会 和平站', '棋会 活动室'])
})

test('somebody changes one by hand while the night expands: nobody waits for ever, and the hand wins', async () => {
  const here = await town()
  const { lina, admin } = here
  await lina.does(createActivity, { ...study(here), series: fridays })
  for (let round = 0; round < 5; round++) {
    const day = `2026-0${5 + Math.floor(round / 3)}-${['15', '22', '29', '05', '12'][round]}`
    const one = await on(lina, day)
    await admin.does(setSpecialDay, { date: day, name: '防汛假', works: false })
    const span = { startsAt: new Date(`${day}T01:00:00Z`), endsAt: new Date(`${day}T02:00:00Z`) }
    const byHand = {
      ...study(here, { ...span, title: '照常学习' }),
      activityId: one.id,
      scope: 'this' as const,
      series: null,
    }
    await Promise.all([nightly(here), lina.does(changeActivity, byHand)])
    await nightly(here)
    expect(await lina.does(getActivity, { activityId: one.id })).toMatchObject({
      title: '照常学习',
      startsAt: span.startsAt,
    })
  }
})
