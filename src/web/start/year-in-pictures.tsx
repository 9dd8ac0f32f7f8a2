import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { yearOfActivities } from '../../modules/activities/contract.ts'
import { type Asking, figureSeries, type Said, type Series } from '../../modules/indicators/contract.ts'
import { useLanguage, useWords } from '../../platform/i18n.ts'
import { read } from '../../platform/web.tsx'
import { Bars } from '../charts/bars.tsx'
import type { Point } from '../charts/points.ts'
import { YearMap } from '../charts/year-map.tsx'
import { useOpenFigure } from '../figure-address.ts'
import { ButtonLink } from '../link.tsx'
import { useHas } from '../me.ts'
import { useDates } from '../moment.tsx'
import { Empty } from '../states.tsx'
import { messages } from './messages.ts'

/** Each number in a picture asks the same question as a report would, and opens the same records. */
export function YearInPictures({ year }: { year: number }) {
  const say = useWords()
  const mayCount = useHas('readFigures')
  const mayImport = useHas('importWorkbooks')
  const { data } = useSuspenseQuery(read(yearOfActivities, { year }))
  const count = data.days.reduce((sum, { activities }) => sum + activities, 0)
  if (count === 0)
    return (
      <Empty action={mayImport && <ButtonLink to="/import">{say(messages.importWorkbook)}</ButtonLink>}>
        {say(messages.emptyYear, { year: String(year) })}
      </Empty>
    )
  return (
    <div className="pictures">
      <YearPicture year={year} days={data.days.filter((day) => day.activities > 0)} count={count} />
      {mayCount && (
        <>
          <MonthPicture year={year} />
          <TeamPicture year={year} />
        </>
      )}
    </div>
  )
}

function YearPicture({
  year,
  days,
  count,
}: {
  year: number
  days: readonly { date: string; activities: number }[]
  count: number
}) {
  const say = useWords()
  const dates = useDates()
  const open = useOpenFigure()
  const mayCount = useHas('readFigures')
  const points = useMemo(
    () =>
      days.map(
        ({ date, activities }): Point => ({
          key: date,
          label: dates.day(date, { weekday: true, relative: false }),
          value: activities,
          written: say(messages.activitiesCount, { count: activities }),
          open: mayCount ? () => open({ fact: 'activity', measure: 'count', period: `${date}..${date}` }) : undefined,
        }),
      ),
    [days, dates, say, open, mayCount],
  )
  return (
    <YearMap
      year={year}
      title={say(messages.yearMap)}
      sentence={say(messages.yearSentence, { count, year: String(year), days: days.length })}
      whole={
        mayCount
          ? {
              written: say(messages.activitiesCount, { count }),
              open: () => open({ fact: 'activity', measure: 'count', period: String(year) }),
            }
          : undefined
      }
      points={points}
      head={[say(messages.day), say(messages.activities)]}
    />
  )
}

function usePoints(series: Series | undefined, short?: (key: string) => string): readonly Point[] {
  const language = useLanguage()
  const open = useOpenFigure()
  return useMemo(
    () =>
      (series?.parts ?? []).map(({ key, label, value, written, question }) => ({
        key,
        label: short?.(key) ?? inLanguage(language, label),
        value,
        written: inLanguage(language, written),
        open: question ? () => open(question) : undefined,
      })),
    [series, language, open, short],
  )
}

const inLanguage = (language: string, said: Said): string => said[language === 'en' ? 0 : 1]

function useSeries(asking: Asking & { by: string }) {
  return useQuery(read(figureSeries, asking)).data
}

function MonthPicture({ year }: { year: number }) {
  const say = useWords()
  const open = useOpenFigure()
  const language = useLanguage()
  const series = useSeries({ fact: 'participation', measure: 'attended', period: String(year), by: 'month' })
  const { shortMonth } = useDates()
  const points = usePoints(series, shortMonth)
  if (!series) return null
  return (
    <Bars
      title={say(messages.byMonth)}
      sentence={say(messages.byMonthSentence, {
        year: String(year),
        whole: inLanguage(language, series.whole.inWords),
      })}
      whole={{ written: inLanguage(language, series.whole.inWords), open: () => open(series.whole.question) }}
      points={points}
      head={[say(messages.month), say(messages.attendance)]}
    />
  )
}

function TeamPicture({ year }: { year: number }) {
  const say = useWords()
  const open = useOpenFigure()
  const language = useLanguage()
  const series = useSeries({
    fact: 'participation',
    measure: 'minutes',
    filter: 'kind=service',
    period: String(year),
    by: 'team',
  })
  const unsorted = usePoints(series)
  const points = useMemo(() => [...unsorted].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)), [unsorted])
  // One bar beside nothing compares nothing.
  if (!series || points.length < 2) return null
  return (
    <Bars
      lying
      title={say(messages.byTeam)}
      sentence={say(messages.byTeamSentence, { year: String(year), whole: inLanguage(language, series.whole.inWords) })}
      whole={{ written: inLanguage(language, series.whole.inWords), open: () => open(series.whole.question) }}
      points={points}
      head={[say(messages.team), say(messages.hours)]}
    />
  )
}
