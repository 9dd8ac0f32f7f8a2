import { expect, test } from 'vitest'
import { moveActivity, saturday } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { found } from '../../../platform/errors.ts'
import { cancelActivity, changeActivity, createActivity } from '../../activities/actions.ts'
import type { Activity } from '../../activities/contract.ts'
import { getActivity } from '../../activities/seeing/actions.ts'
import { expandAllSeries } from '../../activities/series/actions.ts'
import { listNotices } from '../../notices/inbox/actions.ts'
import { removeSpecialDay, setSpecialDay } from '../../organizations/working-days/actions.ts'
import { cancelShift, createShift, getShift, shiftsOfActivity } from '../actions.ts'
import { shiftBoard } from '../board/actions.ts'
import { createSkill, removeSkill } from '../people/skills/actions.ts'
import { placePerson } from '../signing/placing/actions.ts'
import * as templates from './actions.ts'
import type { TemplateShift } from './contract.ts'

type Town = Awaited<ReturnType<typeof town>>

const canteen = (
  { zhao, organizations }: Pick<Town, 'zhao' | 'organizations'>,
  rule: string | null,
): Promise<Activity> =>
  zhao.does(createActivity, {
    kind: 'service',
    title: '社区食堂',
    topic: null,
    description: null,
    hostId: organizations.silverTeam,
    placeId: null,
    groupId: null,
    teamIds: [],
    equipmentIds: [],
    startsAt: saturday('09:00'),
    endsAt: saturday('11:00'),
    series: rule ? { rule, onHoliday: 'skip', onMakeup: true } : null,
  })

/** The morning as Zhao plans it: cooks who come early, and sign-up that opens five days before. */
const morning = ({ zhao }: Pick<Town, 'zhao'>, { id: activityId, startsAt }: Activity, skillIds: string[] = []) => {
  const at = (minutes: number): Date => new Date(+startsAt + minutes * 60_000)
  return zhao.does(createShift, {
    activityId,
    startsAt: at(-30),
    endsAt: at(120),
    opensAt: at(-5 * 1440),
    closesAt: at(-60),
    confirmation: 'leader',
    confirmMinutes: 60,
    roles: [
      { name: '厨师', skillIds, adults: true, least: 1, target: 2, most: 3 },
      { name: '司机', skillIds: [], adults: false, least: 0, target: 1, most: 1 },
    ],
  })
}

const may = { from: '2026-04-26', to: '2026-06-30' }
const daysOf = async (who: Somebody) =>
  (await who.does(shiftBoard, may)).shifts.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))

test('the shifts of one day are kept by name and go along the series, on the days that the working calendar gives it', async () => {
  const { zhao, organizations } = await town()
  const first = await canteen({ zhao, organizations }, 'FREQ=WEEKLY;BYDAY=SA;COUNT=4')
  await morning({ zhao }, first)
  const kept = await zhao.does(templates.keepTemplate, { activityId: first.id, name: '食堂早班', along: true })
  // The second of May is a public holiday.
  expect(kept).toMatchObject({ name: '食堂早班', organizationName: '银龄互助队', created: 2, series: 1 })
  const { shifts } = await zhao.does(shiftBoard, may)
  expect(shifts).toMatchObject([
    {
      startsAt: new Date('2026-05-09T08:30:00+08:00'),
      opensAt: new Date('2026-05-04T09:00:00+08:00'),
      confirmation: 'leader',
      roles: [
        { name: '厨师', adults: true, least: 1, target: 2, most: 3 },
        { name: '司机', most: 1 },
      ],
    },
    { startsAt: new Date('2026-05-16T08:30:00+08:00'), closesAt: new Date('2026-05-16T08:00:00+08:00') },
  ])
  const again = await zhao.does(templates.keepTemplate, { activityId: first.id, name: '食堂早班', along: true })
  expect(again).toMatchObject({ id: kept.id, created: 0 })
  expect(await zhao.does(templates.shiftTemplates, { activityId: first.id })).toMatchObject({
    templates: [{ id: kept.id, mayChange: true }],
    followed: kept.id,
  })
})

test('days that a series receives later have its shifts, and so have those of what it is split into', async () => {
  const here = await town()
  const { zhao } = here
  const first = await canteen(here, 'FREQ=WEEKLY;BYDAY=SA;COUNT=3')
  await morning(here, first)
  await zhao.does(templates.keepTemplate, { activityId: first.id, name: '食堂早班', along: true })
  const before = await daysOf(zhao)
  expect(before).toEqual(['2026-05-09T00:30'])
  // Longer by two, and from then on at ten.
  const activity = await zhao.does(getActivity, { activityId: first.id })
  const fields = {
    ...activity,
    teamIds: [],
    series: { rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=5', onHoliday: 'skip' as const, onMakeup: true },
  }
  await zhao.does(changeActivity, { ...fields, activityId: first.id, scope: 'all' })
  expect(await daysOf(zhao)).toEqual(['2026-05-09T00:30', '2026-05-16T00:30', '2026-05-23T00:30'])
  const later = (await zhao.does(shiftBoard, may)).shifts[1]?.activityId as string
  const split = {
    ...fields,
    startsAt: new Date('2026-05-16T10:00:00+08:00'),
    endsAt: new Date('2026-05-16T12:00:00+08:00'),
  }
  await zhao.does(changeActivity, {
    ...split,
    activityId: later,
    scope: 'following',
    series: { rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=3', onHoliday: 'skip', onMakeup: true },
  })
  expect(await daysOf(zhao)).toEqual(['2026-05-09T00:30', '2026-05-16T01:30', '2026-05-23T01:30', '2026-05-30T01:30'])
  await here.unasked(expandAllSeries)
  expect(await daysOf(zhao)).toHaveLength(4)
})

test('a day off takes its shifts with it and whoever had a place is told; taken back, the place is theirs to confirm', async () => {
  const here = await town()
  const { zhao, admin, xiaoyu } = here
  const first = await canteen(here, 'FREQ=WEEKLY;BYDAY=SA;COUNT=4')
  await morning(here, first)
  await zhao.does(templates.keepTemplate, { activityId: first.id, name: '食堂早班', along: true })
  const day = (await zhao.does(shiftBoard, may)).shifts[0]
  if (!day) throw new Error('the ninth of May has a shift')
  const driver = { shiftId: day.id, roleId: day.roles[1]?.id as string }
  await zhao.does(placePerson, { ...driver, personId: xiaoyu.id, overrule: null })
  await admin.does(setSpecialDay, { date: '2026-05-09', name: '停电检修', works: false })
  await here.unasked(expandAllSeries)
  expect(await daysOf(zhao)).toEqual(['2026-05-16T00:30'])
  expect((await xiaoyu.does(listNotices, { show: 'all' })).notices).toMatchObject([{ title: '“社区食堂”已取消' }])
  await admin.does(removeSpecialDay, { date: '2026-05-09' })
  await here.unasked(expandAllSeries)
  expect(await daysOf(zhao)).toEqual(['2026-05-09T00:30', '2026-05-16T00:30'])
  expect(await xiaoyu.does(getShift, { shiftId: day.id })).toMatchObject({ mine: { state: 'offered' } })
})

test('a weekend that becomes a workday has the shifts of every workday', async () => {
  const here = await town()
  const { zhao, admin } = here
  const first = await canteen(here, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260630')
  const monday = await zhao.does(getActivity, { activityId: first.id })
  await morning(here, monday)
  await zhao.does(templates.keepTemplate, { activityId: first.id, name: '工作日', along: true })
  const before = await daysOf(zhao)
  await admin.does(setSpecialDay, { date: '2026-06-13', name: '调休', works: true })
  await here.unasked(expandAllSeries)
  const after = await daysOf(zhao)
  expect(after.filter((day) => !before.includes(day))).toEqual(['2026-06-13T00:30'])
})

test('applied to one activity, once; a second time the same shifts are refused', async () => {
  const here = await town()
  const { zhao } = here
  const first = await canteen(here, null)
  await morning(here, first)
  const { id: shiftTemplateId } = await zhao.does(templates.keepTemplate, {
    activityId: first.id,
    name: '早班',
    along: false,
  })
  const second = await canteen(here, null)
  await moveActivity(here, second.id, { startsAt: saturday('14:00'), endsAt: saturday('16:00') })
  const apply = { activityId: second.id, shiftTemplateId, along: false }
  expect(await zhao.does(templates.applyTemplate, apply)).toEqual({ created: 1 })
  expect(await zhao.does(shiftsOfActivity, { activityId: second.id })).toMatchObject([
    { startsAt: saturday('13:30'), closesAt: saturday('13:00'), roles: [{ name: '厨师' }, { name: '司机' }] },
  ])
  await expect(zhao.does(templates.applyTemplate, apply)).rejects.toThrow('shiftsThereAlready')
  await expect(zhao.does(templates.applyTemplate, { ...apply, along: true })).rejects.toThrow('notInSeries')
  await zhao.does(cancelActivity, { activityId: first.id, reason: '下雨', scope: 'this' })
  await expect(zhao.does(templates.applyTemplate, { ...apply, activityId: first.id })).rejects.toThrow(
    'activityCancelled',
  )
})

test('renamed, deleted and brought back; a deleted one gives new days no shifts, and what it asks for stays in the list', async () => {
  const here = await town()
  const { zhao, lina, chen } = here
  const card = (await lina.does(createSkill, { name: '食品卫生', needsProof: true })).find(
    ({ name }) => name === '食品卫生',
  )
  const first = await canteen(here, 'FREQ=WEEKLY;BYDAY=SA;COUNT=2')
  const shift = await morning(here, first, [card?.id as string])
  const { id: shiftTemplateId } = await zhao.does(templates.keepTemplate, {
    activityId: first.id,
    name: '早班',
    along: true,
  })
  await zhao.does(cancelShift, { shiftId: shift.id, reason: '重排' })
  await expect(zhao.does(templates.keepTemplate, { activityId: first.id, name: '空', along: false })).rejects.toThrow(
    'nothingToKeep',
  )
  await expect(lina.does(removeSkill, { skillId: card?.id as string })).rejects.toThrow('skillInUse')
  const { shifts } = found((await zhao.does(templates.shiftTemplates, {})).templates[0])
  expect(await zhao.does(templates.changeTemplate, { shiftTemplateId, name: '周六早班', shifts })).toMatchObject({
    name: '周六早班',
  })
  // The office sees what its teams keep; another community does not.
  expect((await lina.does(templates.shiftTemplates, {})).templates).toMatchObject([{ name: '周六早班' }])
  expect((await chen.does(templates.shiftTemplates, {})).templates).toEqual([])
  await expect(chen.does(templates.removeTemplate, { shiftTemplateId })).rejects.toThrow('notFound')
  await zhao.does(templates.removeTemplate, { shiftTemplateId })
  expect(await zhao.does(templates.shiftTemplates, { activityId: first.id })).toEqual({ templates: [], followed: null })
  await expect(here.hugo.does(templates.restoreTemplate, { shiftTemplateId })).rejects.toThrow('notFound')
  expect(await zhao.does(templates.restoreTemplate, { shiftTemplateId })).toMatchObject({ name: '周六早班', series: 1 })
})

test('written by hand and changed: what comes later has it so, what is wrong is refused, and nobody writes for another part', async () => {
  const here = await town()
  const { zhao, chen, organizations } = here
  const organizationId = organizations.silverTeam
  const role = { name: '厨师', skillIds: [], adults: false, least: 1, target: 2, most: 3 }
  const shift: TemplateShift = {
    starts: -30,
    ends: 120,
    opens: -7200,
    closes: null,
    confirmation: 'first',
    confirmMinutes: 60,
    roles: [role],
  }
  const written = { organizationId, name: '早班', shifts: [shift] }
  const { id: shiftTemplateId, mayChange } = await zhao.does(templates.createTemplate, written)
  expect(mayChange).toBe(true)
  await expect(zhao.does(templates.createTemplate, written)).rejects.toThrow('templateNameTaken')
  await expect(chen.does(templates.createTemplate, { ...written, name: '晚班' })).rejects.toThrow('notAllowed')
  const change = { shiftTemplateId, name: '早班', shifts: [{ ...shift, starts: 0 }, shift] }
  await expect(zhao.does(templates.changeTemplate, { ...change, shifts: [{ ...shift, ends: -60 }] })).rejects.toThrow(
    'shiftEndsBeforeStart',
  )
  await expect(
    zhao.does(templates.changeTemplate, {
      ...change,
      shifts: [{ ...shift, roles: [{ ...role, skillIds: [newId()] }] }],
    }),
  ).rejects.toThrow('notFound')
  await zhao.does(templates.changeTemplate, change)
  const day = await canteen(here, null)
  expect(await zhao.does(templates.applyTemplate, { activityId: day.id, shiftTemplateId, along: false })).toEqual({
    created: 2,
  })
  expect(await zhao.does(shiftsOfActivity, { activityId: day.id })).toMatchObject([
    { startsAt: saturday('08:30'), roles: [{ name: '厨师', least: 1, target: 2, most: 3 }] },
    { startsAt: saturday('09:00') },
  ])
})

test('race: ten keep a template of one name at once, and there is one', async () => {
  const here = await town()
  const first = await canteen(here, 'FREQ=WEEKLY;BYDAY=SA;COUNT=4')
  await morning(here, first)
  const keep = { activityId: first.id, name: '早班', along: true }
  const kept = await Promise.all(Array.from({ length: 10 }, () => here.zhao.does(templates.keepTemplate, keep)))
  expect(new Set(kept.map(({ id }) => id)).size).toBe(1)
  expect(kept.reduce((sum, { created }) => sum + created, 0)).toBe(2)
})
