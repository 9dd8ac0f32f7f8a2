import type {
  RecordedContest,
  RecordedCourse,
  RecordedQuiz,
  RecordedSession,
  RecordedYear,
  TrainingOfYear,
} from './contract.ts'

export type RecordRefusal = 'courseNotDone' | 'noPrize' | 'certificateRevoked'

export type Recorded = {
  sessions: readonly RecordedSession[]
  courses: readonly RecordedCourse[]
  quizzes: readonly RecordedQuiz[]
  contests: readonly RecordedContest[]
}

/** By year, the last one first. */
export function byYear({ sessions, courses, quizzes, contests }: Recorded): RecordedYear[] {
  const yearOf = (day: string): number => Number(day.slice(0, 4))
  const years = new Set(
    [
      ...sessions.map(({ day }) => day),
      ...courses.map(({ doneOn }) => doneOn),
      ...quizzes.map(({ passedOn }) => passedOn),
      ...contests.map(({ day }) => day),
    ].map(yearOf),
  )
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => {
      const own = sessions.filter(({ day }) => yearOf(day) === year)
      const attended = own.filter(({ way }) => way === 'attended')
      return {
        year,
        sessions: own,
        courses: courses.filter(({ doneOn }) => yearOf(doneOn) === year),
        quizzes: quizzes.filter(({ passedOn }) => yearOf(passedOn) === year),
        contests: contests.filter(({ day }) => yearOf(day) === year),
        attended: attended.length,
        madeUp: own.length - attended.length,
        minutes: attended.reduce((sum, { minutes }) => sum + minutes, 0),
      }
    })
}

const sums = ['attended', 'madeUp', 'courses', 'quizzes', 'contests'] as const
export type Sum = (typeof sums)[number]

/** What a year comes to, in the order in which it is said; what there is none of is left out. */
export function sumsOf({ attended, madeUp, ...year }: RecordedYear): { sum: Sum; n: number }[] {
  const { courses, quizzes, contests } = year
  const all = { attended, madeUp, courses: courses.length, quizzes: quizzes.length, contests: contests.length }
  return sums.map((sum) => ({ sum, n: all[sum] })).filter(({ n }) => n > 0)
}

/** What the certificate of a prize is about: the contest, the prize, and the team that won it. */
export const prizeTitle = ({ name, prize, team }: Pick<RecordedContest, 'name' | 'prize' | 'team'>): string =>
  [name, prize, team].filter(Boolean).join(' · ')

/** A share as people say it; only who had everything right has a hundred. */
export const percentOf = (share: number): number => (share === 1 ? 100 : Math.min(99, Math.round(share * 100)))

type Asked = Omit<TrainingOfYear['courses'][number], 'state'> & { exempt: boolean }

/** How a course stands on that day, in the round that was asked for. */
export const askedCourse = ({ exempt, ...course }: Asked, day: string): TrainingOfYear['courses'][number] => ({
  ...course,
  state: exempt ? 'exempt' : course.doneOn !== null ? 'done' : day > course.dueOn ? 'late' : 'todo',
})
