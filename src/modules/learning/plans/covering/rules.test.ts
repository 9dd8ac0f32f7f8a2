import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StudySession, TopicFields } from '../contract.ts'
import { coverage, tallyOf } from './rules.ts'

const names = ['基层治理', '安全生产', '为民服务', '垃圾分类']
const year = 2026
const now = new Date('2026-06-15T04:00:00Z')
const when = { year, today: '2026-06-15', now }

const topic = (id: number): fc.Arbitrary<TopicFields> =>
  fc
    .record({ minutes: fc.integer({ min: 1, max: 400 }), from: fc.integer({ min: 1, max: 12 }), span: fc.nat(11) })
    .map(({ minutes, from, span }) => ({
      id: String(id),
      title: names[id] ?? '',
      aim: null,
      material: null,
      minutes,
      fromMonth: from,
      toMonth: Math.min(12, from + span),
    }))
const session: fc.Arbitrary<StudySession> = fc
  .record({
    id: fc.uuid(),
    topic: fc.constantFrom(null, '旧名', '别的', ...names),
    day: fc.integer({ min: 0, max: 360 }),
    minutes: fc.integer({ min: 30, max: 240 }),
  })
  .map(({ id, topic, day, minutes }) => {
    const startsAt = new Date(Date.UTC(year, 0, 2 + day, 6))
    return { id, title: '学习', topic, startsAt, endsAt: new Date(+startsAt + minutes * 60_000) }
  })
const minutes = (all: readonly StudySession[]): number =>
  all.reduce((sum, { startsAt, endsAt }) => sum + (+endsAt - +startsAt) / 60_000, 0)

test('each session held counts once: for the topic that it names, by any name it ever had, or outside the plan', () => {
  fc.assert(
    fc.property(
      fc.tuple(topic(0), topic(1), topic(2)),
      fc.uniqueArray(session, { selector: ({ id }) => id, maxLength: 40 }),
      (topics, sessions) => {
        const known = [...topics.map(({ id, title }) => ({ topicId: id, title })), { topicId: '0', title: '旧名' }]
        const { topics: covered, others } = coverage(topics, known, sessions, when)
        const held = sessions.filter(({ endsAt }) => endsAt <= now)
        expect(covered.reduce((sum, one) => sum + one.held, 0) + minutes(others)).toBe(minutes(held))
        const own = held.filter((one) => one.topic === names[0] || one.topic === '旧名')
        expect(covered[0]?.held).toBe(minutes(own))
        for (const one of covered) {
          const state = one.held >= one.minutes ? 'covered' : one.toMonth < 6 ? 'late' : one.held > 0 ? 'thin' : 'open'
          expect(one.state).toBe(state)
        }
        const { covered: done, thin, open, late } = tallyOf(covered)
        expect(done + thin + open + late).toBe(topics.length)
      },
    ),
  )
})

test('a name that passed from one topic to another belongs to the one that has it now', () => {
  const [one, two] = [0, 1].map((id) => ({
    id: String(id),
    title: names[id] ?? '',
    aim: null,
    material: null,
    minutes: 60,
    fromMonth: 1,
    toMonth: 12,
  })) as [TopicFields, TopicFields]
  const startsAt = new Date('2026-02-01T06:00:00Z')
  const held = { id: 'a', title: '学习', topic: '安全生产', startsAt, endsAt: new Date(+startsAt + 3_600_000) }
  const known = [
    { topicId: '1', title: '安全生产' },
    { topicId: '0', title: '安全生产' },
  ]
  const { topics } = coverage([one, two], known, [held], when)
  expect(topics.map((topic) => topic.held)).toEqual([0, 60])
})
