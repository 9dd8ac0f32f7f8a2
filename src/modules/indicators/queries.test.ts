import fc from 'fast-check'
import { expect, test } from 'vitest'
import { office, type Plan } from '../../../test/office.ts'

import { startingId } from '../../platform/indicator.ts'
import { yearInFigures } from '../reports/yearly/actions.ts'
import { indicatorsOfYear } from '../reports/yearly/rules.ts'
import { figure, figureCompared, figureRecords, figureSeries } from './actions.ts'
import { Question } from './contract.ts'
import { filterText } from './filter/rules.ts'
import { figureKeys } from './keys/actions.ts'
import { indicatorFigure } from './named/actions.ts'

const kinds = ['meeting', 'study', 'training', 'service', 'event', 'visit'] as const
const statuses = [
  'invited',
  'registered',
  'waitlisted',
  'confirmed',
  'cancelled',
  'attended',
  'late',
  'excused',
  'absent',
]
const titles = ['网络安全宣传', '义诊', '100%_\\', '']
const pad = (n: number) => String(n).padStart(2, '0')

const time = fc
  .tuple(
    fc.constantFrom(2022, 2023, 2023, 2024),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(1, 15, 28),
    fc.constantFrom(0, 12, 23),
  )
  .map(([year, month, day, hour]) => `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:30`)
const activity = fc.record({
  kind: fc.constantFrom(...kinds),
  title: fc.constantFrom(...titles).map((title) => `活动${title}`),
  host: fc.constantFrom(null, 0, 1),
  at: time,
  hours: fc.constantFrom(1, 3),
  teams: fc.subarray([0, 1]),
  cancelled: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
})
const plans: fc.Arbitrary<Plan> = fc.array(activity, { minLength: 1, maxLength: 12 }).chain((activities) =>
  fc.record({
    communities: fc.constant(2),
    people: fc.constant(5),
    teams: fc.constant(2),
    activities: fc.constant(activities),
    participations: fc.uniqueArray(
      fc.record({
        activity: fc.integer({ min: 0, max: activities.length - 1 }),
        person: fc.integer({ min: 0, max: 4 }),
        status: fc.constantFrom(...statuses),
        minutes: fc.option(fc.integer({ min: 0, max: 240 })),
      }),
      { selector: (p) => `${p.activity} ${p.person}`, maxLength: 30 },
    ),
  }),
)

const measures = ['expected', 'attended', 'attendance', 'people', 'minutes', 'records', 'volunteers', 'medianMinutes']
const questions = fc.record({
  measure: fc.constantFrom(...measures),
  period: fc.constantFrom('2023', '2023-H1', '2023-Q3', '2023-02', '2023-02-15..2023-08-28', '2022-12-01..2024-01-31'),
  kind: fc.subarray([...kinds], { minLength: 1 }),
  title: fc.option(fc.constantFrom('网络', '%', '_', '\\')),
  against: fc.constantFrom(undefined, 'yearBefore', 'periodBefore'),
  as: fc.constantFrom('difference', 'growth'),
})
type Asked = typeof questions extends fc.Arbitrary<infer Q> ? Q : never

const bounds: Record<string, [string, string]> = {
  '2023': ['2023-01-01', '2023-12-31'],
  '2023-H1': ['2023-01-01', '2023-06-30'],
  '2023-Q3': ['2023-07-01', '2023-09-30'],
  '2023-02': ['2023-02-01', '2023-02-28'],
}

/** The same figure, counted by hand over the plan. */
function byHand(plan: Plan, asked: Asked, host?: number): number | null {
  const [from = '', to = ''] = bounds[asked.period] ?? asked.period.split('..')
  const rows = plan.participations.flatMap((p) => {
    const a = plan.activities[p.activity]
    if (!a || a.cancelled || !asked.kind.includes(a.kind)) return []
    if (host !== undefined && a.host !== host) return []
    if (asked.title && !a.title.includes(asked.title)) return []
    const day = a.at.slice(0, 10)
    return day >= from && day <= to ? [p] : []
  })
  const expected = rows.filter((p) => p.status !== 'cancelled' && p.status !== 'waitlisted')
  const present = rows.filter((p) => p.status === 'attended' || p.status === 'late')
  const timed = present.filter((p) => p.minutes !== null)
  const minutes = timed.map((p) => p.minutes ?? 0).sort((a, b) => a - b)
  const middle = [minutes[Math.floor((minutes.length - 1) / 2)] ?? 0, minutes[Math.floor(minutes.length / 2)] ?? 0]
  const answers: Record<string, number | null> = {
    expected: expected.length,
    attended: present.length,
    attendance: expected.length ? present.length / expected.length : null,
    people: new Set(present.map((p) => p.person)).size,
    minutes: minutes.reduce((sum, m) => sum + m, 0),
    records: timed.length,
    volunteers: new Set(timed.map((p) => p.person)).size,
    medianMinutes: timed.length ? (middle[0] ?? 0) / 2 + (middle[1] ?? 0) / 2 : null,
  }
  return answers[asked.measure] ?? null
}

const questionOf = ({ measure, period, kind, title }: Asked) =>
  Question.parse({
    fact: 'participation',
    measure,
    period,
    filter: filterText({ kind, ...(title ? { title: [title] } : {}) }),
  })
/** The same question, of a change where one is asked for. */
const changeOf = (asked: Asked) => ({
  ...questionOf(asked),
  ...(asked.against ? { against: asked.against, as: asked.as } : {}),
})

test('a figure is what one counts by hand, wherever it is asked', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.array(questions, { minLength: 4, maxLength: 4 }), async (plan, all) => {
      const { coordinator, asked: somebody } = await office(plan)
      for (const asked of all) {
        const question = questionOf(asked)
        const answer = await coordinator.does(figure, question)
        expect(answer.value).toEqual(byHand(plan, asked))
        // the API, a part's own secretary, a series' whole and the list of records tell the same
        const secretary = await somebody('secretary', 1).does(figure, question)
        expect(secretary.value).toEqual(byHand(plan, asked, 1))
        const card = await coordinator.does(figureCompared, { ...question, with: 'yearBefore' })
        expect(card.now).toEqual(answer)
        const series = await coordinator.does(figureSeries, { ...question, by: 'month' })
        expect(series.whole.value).toEqual(answer.value)
        const list = await coordinator.does(figureRecords, { ...question, search: '', offset: 0, limit: 200 })
        expect([list.total, list.rows.length]).toEqual([answer.records, answer.records])
        expect(new Set(list.rows.map((row) => row.id)).size).toBe(list.total)
      }
    }),
    { numRuns: 12 },
  )
})

const groupings = [
  'day',
  'month',
  'quarter',
  'year',
  'part',
  'host',
  'kind',
  'status',
  'person',
  'team',
  'title',
  'present',
  'place',
]

test('parts sum to the whole or say that they do not, and each part asked alone is that part', async () => {
  await fc.assert(
    fc.asyncProperty(
      plans,
      questions,
      fc.shuffledSubarray(groupings, { minLength: 5, maxLength: 5 }),
      async (plan, asked, groups) => {
        const { coordinator } = await office(plan)
        for (const by of groups) {
          const series = await coordinator.does(figureSeries, { ...changeOf(asked), by })
          const sum = series.parts.reduce((total, part) => total + (part.value ?? 0), 0)
          if (series.sums) expect(sum).toBe(series.whole.value)
          else
            expect(
              ['people', 'volunteers', 'attendance', 'medianMinutes'].includes(asked.measure) ||
                by === 'team' ||
                (asked.against && asked.as === 'growth') ||
                (asked.against === 'periodBefore' && ['day', 'month', 'quarter', 'year'].includes(by)) ||
                // the earlier quarters of a period that cuts them are not always the quarters of the earlier one
                (asked.against && asked.period.includes('..')),
            ).toBe(true)
          for (const part of series.parts) {
            if (!part.question) throw new Error(`no question gives ${by} ${part.key}`)
            const alone = await coordinator.does(figure, part.question)
            expect([by, alone.value, alone.records]).toEqual([by, part.value, part.records])
          }
        }
      },
    ),
    { numRuns: 8 },
  )
})

test('the report, a card and the indicator of that name give the same number', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { coordinator } = await office(plan)
      const report = await coordinator.does(yearInFigures, { year: 2023 })
      for (const { key } of indicatorsOfYear) {
        const named = await coordinator.does(indicatorFigure, { id: startingId(key), period: '2023' })
        expect([key, report.figures[key]?.value, report.figures[key]?.records]).toEqual([
          key,
          named.value,
          named.records,
        ])
        expect(report.compared[key]?.now.value ?? named.value).toEqual(named.value)
      }
    }),
    { numRuns: 4 },
  )
})

test('a change is made of the two figures that it names, and lists the records of both', async () => {
  await fc.assert(
    fc.asyncProperty(
      plans,
      questions,
      fc.constantFrom('yearBefore' as const, 'periodBefore' as const),
      async (plan, asked, against) => {
        const { coordinator } = await office(plan)
        const page = { search: '', offset: 0, limit: 200 }
        for (const as of ['difference', 'growth'] as const) {
          const question = { ...questionOf(asked), against, as }
          const { value, change, records } = await coordinator.does(figure, question)
          if (!change) throw new Error('a change names its two figures')
          const [now, before] = [change.now.value, change.before.value]
          expect(now).toEqual(byHand(plan, asked))
          expect((await coordinator.does(figure, change.before.question)).value).toEqual(before)
          if (now === null || before === null) expect(value).toBeNull()
          else if (as === 'difference') expect(value).toBe(now - before)
          else expect(value).toBe(before === 0 ? null : (now - before) / Math.abs(before))
          const list = await coordinator.does(figureRecords, { ...question, ...page })
          expect([list.total, list.rows.length]).toEqual([records, records])
          const today = await coordinator.does(figureKeys, change.now.question)
          const then = await coordinator.does(figureKeys, change.before.question)
          expect(list.rows.map(({ id }) => id).sort()).toEqual(
            [...today.recordIds.map((id) => `now:${id}`), ...then.recordIds.map((id) => `before:${id}`)].sort(),
          )
        }
      },
    ),
    { numRuns: 6 },
  )
})

test('no word of a question reaches the database as anything but a value', async () => {
  const plan: Plan = { communities: 0, people: 0, teams: 0, activities: [], participations: [] }
  const { coordinator } = await office(plan)
  await fc.assert(
    fc.asyncProperty(
      fc.string(),
      fc.constantFrom('title', 'host', 'team', 'kind', 'present', 'person'),
      async (value, column) => {
        const filter = filterText({ [column]: [value] })
        const question = Question.parse({ fact: 'participation', measure: 'expected', period: '2023', filter })
        expect((await coordinator.does(figure, question)).value).toBe(0)
      },
    ),
    { numRuns: 25 },
  )
})
