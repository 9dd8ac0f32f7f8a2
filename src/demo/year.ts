import { cancelActivity, createActivity, invitePeople } from '../modules/activities/actions.ts'
import { getSheet, recordAttendance } from '../modules/activities/attendance/actions.ts'
import { listAtDoor } from '../modules/activities/doors/actions.ts'
import { getActivity, listActivities } from '../modules/activities/seeing/actions.ts'
import { newId } from '../platform/database.ts'
import { addDays, instantOf, weekdayOf } from '../platform/zone.ts'
import type { Actor } from './actors.ts'
import { type Board, type Plan, plans } from './plans.ts'

const zone = 'Asia/Shanghai'

/** A year of meetings, study, services, training and events, and six weeks ahead. */
export async function liveAYear(board: Board): Promise<void> {
  const { lina, organizations, places, today } = board
  await weekly(board)
  for (const plan of plans(board)) await hold(board, plan)
  await recordMeetings(board)
  const nextSunday = addDays(today, 14 - weekdayOf(today))
  const hostId = organizations.willow as string
  const outing = await lina(createActivity, {
    ...fields(board, {
      who: lina,
      kind: 'event',
      title: '社区开放日',
      host: 'willow',
      place: 'center',
      day: nextSunday,
      time: '14:00',
      minutes: 180,
    }),
    hostId,
    placeId: places.center as string,
    series: null,
  })
  await lina(cancelActivity, { activityId: outing.id, reason: '场馆检修，另行通知', scope: 'this' })
}

function fields({ organizations, places }: Board, plan: Plan) {
  const startsAt = instantOf(plan.day, plan.time, zone)
  return {
    kind: plan.kind,
    title: plan.title,
    topic: plan.topic ?? null,
    description: null,
    hostId: organizations[plan.host] as string,
    placeId: places[plan.place] ?? null,
    groupId: plan.group ?? null,
    teamIds: plan.team ? [organizations[plan.team] as string] : [],
    equipmentIds: [],
    startsAt,
    endsAt: new Date(startsAt.getTime() + plan.minutes * 60_000),
  }
}

async function weekly(board: Board): Promise<void> {
  const { lina, meetingGroup, today } = board
  const monday = addDays(today, 1 - weekdayOf(today) - 51 * 7)
  const plan: Plan = {
    who: lina,
    kind: 'meeting',
    title: '街道工作例会',
    host: 'willow',
    place: 'center.会议室',
    group: meetingGroup,
    day: monday,
    time: '09:00',
    minutes: 90,
  }
  const series = { rule: 'FREQ=WEEKLY;BYDAY=MO', onHoliday: 'nextWorkday' as const, onMakeup: true }
  await lina(createActivity, { ...fields(board, plan), series })
}

/** Planned a week before, people asked, and the sheet kept when it was over. */
async function hold(board: Board, plan: Plan): Promise<void> {
  const { random, now } = board
  const asked = fields(board, plan)
  const planned = new Date(Math.min(now.getTime(), asked.startsAt.getTime() - 7 * 86_400_000))
  // Not all of a team come each time.
  const personIds = [...new Set(plan.invited ?? [])].filter(() => random() < 0.75 || plan.day === board.today)
  const activityId = await plan.who(
    async function planActivity(context) {
      const { id } = await createActivity(context, { ...asked, series: null })
      if (personIds.length > 0) await invitePeople(context, { activityId: id, personIds })
      return id
    },
    {},
    planned,
  )
  if (isKept(board, asked.endsAt)) await record(board, plan.who, activityId, asked.endsAt)
}

/** The sheets of the last few days are still owed, and Saturday's is late. */
function isKept({ now }: Board, endsAt: Date): boolean {
  const days = (now.getTime() - endsAt.getTime()) / 86_400_000
  return days > 2 && !(days < 7 && endsAt.getUTCDay() === 6)
}

function record({ random, today }: Board, who: Actor, activityId: string, endsAt: Date) {
  const at = new Date(Math.min(endsAt.getTime() + 3_600_000, Date.parse(`${today}T00:00:00Z`)))
  return who(
    async function keepSheet(context) {
      const { rows } = await getSheet(context, { activityId })
      const entries = rows
        .filter((row) => row.expected)
        .map(({ personId }) => ({ personId, status: mark(random()), minutes: null, note: null, at, seen: null }))
      if (entries.length > 0) await recordAttendance(context, { activityId, entries })
      const { kind, startsAt, endsAt } = await getActivity(context, { activityId })
      const passings = entries
        .filter(({ status, personId }) => status === 'attended' && personId !== context.me.id)
        .flatMap(({ personId }) => [
          { id: newId(), personId, direction: 'in' as const, at: startsAt },
          { id: newId(), personId, direction: 'out' as const, at: endsAt },
        ])
      if (kind === 'service' && passings.length > 0) await listAtDoor(context, { activityId, events: passings })
    },
    {},
    at,
  )
}

const mark = (chance: number) =>
  chance < 0.84
    ? ('attended' as const)
    : chance < 0.89
      ? ('late' as const)
      : chance < 0.96
        ? ('excused' as const)
        : ('absent' as const)

async function recordMeetings(board: Board): Promise<void> {
  const { lina, organizations, today } = board
  for (let month = -12; month <= 0; month++) {
    const { activities } = await lina(listActivities, {
      from: addDays(today, month * 31 - 1),
      to: addDays(today, Math.min(0, (month + 1) * 31 - 1)),
      kind: 'meeting',
      organizationId: organizations.willow as string,
      mine: false,
    })
    for (const { id, seriesId, recorded, endsAt } of activities)
      if (seriesId && recorded === 0 && isKept(board, endsAt)) await record(board, lina, id, endsAt)
  }
}
