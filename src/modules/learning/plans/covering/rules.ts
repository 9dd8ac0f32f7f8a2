import type { CoveredTopic, StudySession, Tally, TopicFields, TopicState } from '../contract.ts'
import { isOver } from '../rules.ts'

/** A name that a topic has or had: newer versions first, so that the newest use of a name has it. */
export type TopicName = { topicId: string; title: string }

const minutesOf = ({ startsAt, endsAt }: Pick<StudySession, 'startsAt' | 'endsAt'>): number =>
  Math.round((+endsAt - +startsAt) / 60_000)

const total = (sessions: readonly StudySession[]): number => sessions.reduce((sum, one) => sum + minutesOf(one), 0)

/** Which topic a session is about, by any name that the topic ever had; each session is about one at most. */
export function topicOf(names: readonly TopicName[]): (session: Pick<StudySession, 'topic'>) => string | null {
  const byName = new Map<string, string>()
  for (const { title, topicId } of names) if (!byName.has(title)) byName.set(title, topicId)
  return ({ topic }) => (topic === null ? null : (byName.get(topic.trim()) ?? null))
}

export function stateOf(topic: { minutes: number; held: number; over: boolean }): TopicState {
  if (topic.held >= topic.minutes) return 'covered'
  if (topic.over) return 'late'
  return topic.held > 0 ? 'thin' : 'open'
}

type Year = { year: number; today: string; now: Date }

/** How far the plan is studied, from the sessions that stand (none that was called off). */
export function coverage(
  topics: readonly TopicFields[],
  names: readonly TopicName[],
  sessions: readonly StudySession[],
  { year, today, now }: Year,
): { topics: CoveredTopic[]; others: StudySession[] } {
  const topic = topicOf(names)
  const planned = new Set(topics.map(({ id }) => id))
  const byTopic = Map.groupBy(sessions, (session) => {
    const id = topic(session)
    return id !== null && planned.has(id) ? id : null
  })
  const isHeld = ({ endsAt }: StudySession): boolean => endsAt <= now
  return {
    topics: topics.map((one) => {
      const own = byTopic.get(one.id) ?? []
      const held = total(own.filter(isHeld))
      const ahead = total(own.filter((session) => !isHeld(session)))
      const over = isOver(one.toMonth, year, today)
      return { ...one, held, ahead, sessions: own, state: stateOf({ minutes: one.minutes, held, over }) }
    }),
    others: (byTopic.get(null) ?? []).filter(isHeld),
  }
}

export function tallyOf(topics: readonly Pick<CoveredTopic, 'state'>[]): Tally {
  const tally: Tally = { covered: 0, thin: 0, open: 0, late: 0 }
  for (const { state } of topics) tally[state]++
  return tally
}
