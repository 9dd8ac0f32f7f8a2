import './activity-form.css'
import './calendar.css'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useDates } from '../../../web/moment.tsx'
import { previewSeries, type SeriesChoice } from '../series/contract.ts'
import { calendarWords, formWords } from './messages.ts'

/** The days that come of a rule: what moves, what is left out, and what is not certain yet. */
export function SeriesPreview({ choice, day }: { choice: SeriesChoice; day: string }) {
  const say = useWords()
  const dates = useDates()
  const [asked] = useDebouncedValue({ ...choice, onMakeup: String(choice.onMakeup), firstDate: day }, 300)
  const { data, error } = useQuery({
    ...read(previewSeries, asked),
    enabled: day !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (error) return <p className="calendar-note">{error.message}</p>
  if (!data) return null
  const name = (of: string) => dates.day(of, { weekday: true, relative: false })
  return (
    <div className="preview" aria-live="polite">
      <p className="preview-title">{say(formWords.preview)}</p>
      <ul>
        {data.days.slice(0, 8).map(({ seriesDate, date, because }) => {
          const values = { from: name(seriesDate), day: date ? name(date) : '', name: because ?? '' }
          const merged = choice.onHoliday === 'nextWorkday'
          return (
            <li key={seriesDate} data-moved={date !== seriesDate || undefined}>
              {date === seriesDate
                ? values.day
                : say(
                    date ? formWords.previewMoved : merged ? formWords.previewMerged : formWords.previewSkipped,
                    values,
                  )}
            </li>
          )
        })}
      </ul>
      <p>{say(formWords.previewCount, { count: data.inAYear })}</p>
      {data.unpublishedYears.length > 0 && (
        <p className="calendar-note">{say(calendarWords.unpublished, { years: data.unpublishedYears.join(', ') })}</p>
      )}
    </div>
  )
}
