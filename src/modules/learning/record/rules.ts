import type { RecordedCourse, RecordedSession, RecordedYear } from './contract.ts'

export type RecordRefusal = 'courseNotDone'

/** By year, the last one first. */
export function byYear(sessions: readonly RecordedSession[], courses: readonly RecordedCourse[]): RecordedYear[] {
  const yearOf = (day: string): number => Number(day.slice(0, 4))
  const years = new Set([...sessions.map(({ day }) => yearOf(day)), ...courses.map(({ doneOn }) => yearOf(doneOn))])
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => {
      const own = sessions.filter(({ day }) => yearOf(day) === year)
      const attended = own.filter(({ way }) => way === 'attended')
      return {
        year,
        sessions: own,
        courses: courses.filter(({ doneOn }) => yearOf(doneOn) === year),
        attended: attended.length,
        madeUp: own.length - attended.length,
        minutes: attended.reduce((sum, { minutes }) => sum + minutes, 0),
      }
    })
}
