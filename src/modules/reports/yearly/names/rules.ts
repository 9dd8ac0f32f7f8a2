import type { Series } from '../../../indicators/contract.ts'
import type { YearInFigures } from '../contract.ts'
import type { FigureName, SeriesName } from '../rules.ts'

/** A refused row of the last import. */
export type RefusedRow = { sheet: string; row: number; reason: string }

const counted = (series: Series | undefined) => (series?.parts ?? []).filter(({ records }) => records > 0)

/** The figures of a year under the names that other programs read: `npm run linli -- figures --json`. */
export function figuresByName(data: YearInFigures, refused: readonly RefusedRow[]) {
  const value = (name: FigureName): number => data.figures[name]?.value ?? 0
  const series = (name: SeriesName): Series | undefined => data.series[name]
  const attended = (key: string): number =>
    series('attendedByMonth')?.parts.find((part) => part.key === key)?.value ?? 0
  return {
    year: data.year,
    subdistrict: data.scope.name,
    communities: value('communities'),
    people: value('people'),
    stations: value('stations'),
    brands: value('brands'),
    standing_teams: value('standingTeams'),
    own_teams: value('ownTeams'),
    study_sessions: value('studySessions'),
    meetings: value('meetings'),
    trainings: value('trainings'),
    study_attendance: {
      expected: value('studyExpected'),
      attended: value('studyAttended'),
      by_month: Object.fromEntries(
        counted(series('expectedByMonth')).map((part) => [
          part.key.slice(5),
          { expected: part.value ?? 0, attended: attended(part.key) },
        ]),
      ),
    },
    group_size: { january: value('groupInJanuary'), december: value('groupInDecember') },
    service_activities: value('serviceActivities'),
    public_activities: value('publicActivities'),
    cyber_week_activities: value('cyberActivities'),
    service_minutes: value('serviceMinutes'),
    service_records: value('serviceRecords'),
    volunteers_with_hours: value('volunteers'),
    service_minutes_by_team: Object.fromEntries(
      counted(series('minutesByTeam')).map((part) => [part.label[1], part.value ?? 0]),
    ),
    service_minutes_by_quarter: Object.fromEntries(
      (series('minutesByQuarter')?.parts ?? []).map((part) => [part.key.slice(5), part.value ?? 0]),
    ),
    overlapping_pairs: value('overlappingPairs'),
    rejected_rows: refused.map(({ sheet, row, reason }) => ({ sheet, row, problem: reason })),
  }
}
