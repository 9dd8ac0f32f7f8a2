import { cancelActivity, createActivity, invitePeople } from '../modules/activities/actions.ts'
import { getSheet, recordAttendance } from '../modules/activities/attendance/actions.ts'
import type { ActivityKind } from '../modules/activities/contract.ts'
import { listActivities } from '../modules/activities/seeing/actions.ts'
import { addDays, daysBetween, instantOf, weekdayOf } from '../platform/zone.ts'
import type { Actor } from './actors.ts'
import { people, studyGroup } from './cast.ts'
import { events, studyTopics, teamWork, trainings } from './data.ts'
import type { Neighbourhood } from './people.ts'

const zone = 'Asia/Shanghai'

type Board = Neighbourhood & {
  places: Record<string, string>
  /** Who plans and records: the coordinator, the secretary and the team leader of the cast. */
  lina: Actor
  zhao: Actor
  random: () => number
  today: string
  now: Date
}

type Plan = {
  who: Actor
  kind: ActivityKind
  title: string
  topic?: string
  host: string
  place: string
  group?: string
  team?: string
  invited?: readonly string[]
  day: string
  time: string
  minutes: number
}

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

function* plans(board: Board): Generator<Plan> {
  const { lina, zhao, peopleOf, today } = board
  const from = addDays(today, -363)
  const to = addDays(today, 42)
  let study = 0
  let training = 0
  for (let day = from; day < to; day = addDays(day, 1)) {
    const ofMonth = Number(day.slice(8))
    for (const [team, work] of Object.entries(teamWork))
      if (weekdayOf(day) === work.weekday && weekNumber(day) % work.every === 0)
        yield {
          who: team === 'silverTeam' ? zhao : lina,
          kind: 'service',
          title: work.titles[Math.floor(weekNumber(day) / work.every) % work.titles.length] as string,
          host: team,
          place: work.place,
          team,
          invited: peopleOf[team] ?? [],
          day,
          time: work.time,
          minutes: 120,
        }
    if (weekdayOf(day) === 4 && ofMonth >= 22 && ofMonth <= 28)
      yield {
        who: lina,
        kind: 'study',
        title: '理论学习中心组学习',
        topic: studyTopics[study++ % studyTopics.length] as string,
        host: 'willow',
        place: 'center.报告厅',
        group: studyGroup.id,
        day,
        time: '14:30',
        minutes: 120,
      }
    if (weekdayOf(day) === 6 && ofMonth >= 8 && ofMonth <= 14 && Number(day.slice(5, 7)) % 2 === 0)
      yield {
        who: lina,
        kind: 'training',
        title: trainings[training++ % trainings.length] as string,
        host: 'willow',
        place: 'center.报告厅',
        invited: Object.values(peopleOf).flatMap((team) => team.slice(1, 4)),
        day,
        time: '09:30',
        minutes: 150,
      }
    if (ofMonth === 15 && weekdayOf(day) <= 5)
      yield {
        who: lina,
        kind: 'visit',
        title: '服务站走访',
        host: 'willow',
        place: 'pinesStation',
        invited: [people.lina.id, people.qian.id],
        day,
        time: '10:00',
        minutes: 60,
      }
    const event = events.find(([date]) => date === day.slice(5))
    if (event)
      yield {
        who: lina,
        kind: 'event',
        title: event[1],
        host: event[2],
        place: 'center',
        invited: Object.values(peopleOf).flatMap((team) => team.slice(0, 2)),
        day,
        time: '09:00',
        minutes: 180,
      }
  }
}

const weekNumber = (day: string): number => Math.floor(daysBetween('2024-01-01', day) / 7)

/** Planned a week before, people asked, and the sheet kept when it was over. */
async function hold(board: Board, plan: Plan): Promise<void> {
  const { random, now } = board
  const asked = fields(board, plan)
  const planned = new Date(Math.min(now.getTime(), asked.startsAt.getTime() - 7 * 86_400_000))
  // Not all of a team come each time.
  const personIds = [...new Set(plan.invited ?? [])].filter(() => random() < 0.75)
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
