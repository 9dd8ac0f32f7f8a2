import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { addDays } from '../../../../platform/zone.ts'
import { useDates } from '../../../../web/moment.tsx'
import { listActivities } from '../../../activities/contract.ts'
import { courseWords as words } from '../messages.ts'

const counts = ['topic', 'session', 'series'] as const
type Counts = (typeof counts)[number]
type Fields = {
  values: { topic?: string | null | undefined; activityId?: string | null | undefined }
  errors: Record<string, string>
  set: ((name: 'topic' | 'activityId', value: string | null) => void) & ((name: 'wholeSeries', value: boolean) => void)
}

/** Which sessions count: any on a topic, one of them, or any of a series. */
export function SessionFields({ form: { values, errors, set } }: { form: Fields }) {
  const say = useWords()
  const dates = useDates()
  const [by, setBy] = useState<Counts>('topic')
  const { data } = useQuery({
    ...read(listActivities, { from: addDays(dates.today(), -60), to: addDays(dates.today(), 300), kind: 'study' }),
    enabled: by !== 'topic',
  })
  const sessions = data?.activities ?? []
  const ofSeries = [
    ...new Map(sessions.flatMap((one) => (one.seriesId ? [[one.seriesId, one] as const] : []))).values(),
  ]
  const choices =
    by === 'series'
      ? ofSeries.map(({ id, title }) => ({ value: id, label: title }))
      : sessions.map(({ id, title, startsAt }) => ({ value: id, label: `${title} · ${dates.dayAt(startsAt)}` }))
  const choose = (next: Counts): void => {
    setBy(next)
    set('topic', null)
    set('activityId', null)
    set('wholeSeries', next === 'series')
  }
  const kinds = { topic: words.byTopic, session: words.bySession, series: words.bySeries }
  return (
    <>
      <Select
        label={say(words.whichSessions)}
        data={counts.map((one) => ({ value: one, label: say(kinds[one]) }))}
        allowDeselect={false}
        value={by}
        onChange={(next) => choose(next as Counts)}
      />
      {by === 'topic' ? (
        <TextInput
          label={say(words.topic)}
          description={say(words.topicHelp)}
          name="topic"
          error={errors.topic}
          value={values.topic ?? ''}
          onChange={(event) => set('topic', event.currentTarget.value || null)}
        />
      ) : (
        <Select
          label={say(by === 'series' ? words.series : words.session)}
          searchable
          nothingFoundMessage={say(words.noSessions)}
          data={choices}
          value={values.activityId ?? null}
          onChange={(id) => set('activityId', id)}
        />
      )}
    </>
  )
}
