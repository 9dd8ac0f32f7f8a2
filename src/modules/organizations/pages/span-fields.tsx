import { SimpleGrid, TextInput } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { addDays } from '../../../platform/zone.ts'
import { messages } from '../people/messages.ts'

type Span = { fromDate: string; toDate?: string | null | undefined }

/** People say 'until 31 August'; what is kept is the first day after it. */
export function SpanFields({
  values,
  errors,
  onChange,
}: {
  values: Span
  errors: Record<string, string>
  onChange: (name: 'fromDate' | 'toDate', value: string | null) => void
}) {
  const say = useWords()
  return (
    <SimpleGrid cols={2} spacing="sm">
      <TextInput
        type="date"
        name="fromDate"
        label={say(messages.from)}
        value={values.fromDate}
        error={errors.fromDate}
        onChange={(event) => onChange('fromDate', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        name="toDate"
        label={say(messages.lastDay)}
        value={values.toDate ? addDays(values.toDate, -1) : ''}
        error={errors.toDate}
        onChange={(event) =>
          onChange('toDate', event.currentTarget.value ? addDays(event.currentTarget.value, 1) : null)
        }
      />
    </SimpleGrid>
  )
}

/** 2024年1月1日 至 今, with the last day and not the first after it. */
export function useSpan(): (span: Span, day: (of: string) => string, today: string) => string {
  const say = useWords()
  return ({ fromDate, toDate }, day, today) => {
    if (!toDate) return say(fromDate > today ? messages.willBegin : messages.since, { from: day(fromDate) })
    return say(messages.span, { from: day(fromDate), to: day(addDays(toDate, -1)) })
  }
}
