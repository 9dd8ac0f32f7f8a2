import type { ActivityKind } from '../modules/activities/contract.ts'
import { addDays, daysBetween, weekdayOf } from '../platform/zone.ts'
import type { Actor } from './actors.ts'
import { people, studyGroup } from './cast.ts'
import { events, studyTopics, teamWork, trainings } from './data.ts'
import type { Neighbourhood } from './people.ts'

export type Board = Neighbourhood & {
  places: Record<string, string>
  /** Who plans and records: the coordinator and the team leader of the cast. */
  lina: Actor
  zhao: Actor
  random: () => number
  today: string
  now: Date
}

export type Plan = {
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

/** What takes place once: everything but the weekly meeting. */
export function* plans(board: Board): Generator<Plan> {
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
    // Whoever opens the demo finds something on.
    if (day === today) {
      yield {
        who: lina,
        kind: 'visit',
        title: '和平服务站走访',
        host: 'willow',
        place: 'station',
        invited: [people.lina.id, people.wang.id, people.chen.id],
        day,
        time: '10:00',
        minutes: 90,
      }
      yield {
        who: zhao,
        kind: 'service',
        title: '社区食堂帮厨',
        host: 'silverTeam',
        place: 'station',
        team: 'silverTeam',
        invited: peopleOf.silverTeam ?? [],
        day,
        time: '16:30',
        minutes: 120,
      }
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
