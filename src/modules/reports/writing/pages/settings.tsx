import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import {
  parsePeriod,
  periodAfter,
  periodBefore,
  periodOf,
  periodText,
  periodWords,
} from '../../../indicators/period/rules.ts'
import { changeReport, type ReportCard } from '../drafts/contract.ts'
import { shownTitle } from '../rules.ts'
import { messages } from './messages.ts'

const kinds = ['year', 'half', 'quarter', 'month'] as const

/** A period chosen as people speak of it: its kind, then which of them. */
export function PeriodField({ value, onChange }: { value: string; onChange: (next: string) => void }) {
  const say = useWords()
  const dates = useDates()
  const period = parsePeriod(value) ?? periodOf('month', dates.today())
  const around = [period]
  for (let i = 0; i < 6; i++) around.unshift(periodBefore(around[0] ?? period))
  for (let i = 0; i < 3; i++) around.push(periodAfter(around.at(-1) ?? period))
  return (
    <Group gap="xs" align="end">
      {period.kind !== 'days' && (
        <SegmentedControl
          aria-label={say(messages.periodKind)}
          value={period.kind}
          onChange={(kind) => onChange(periodText(periodOf(kind as (typeof kinds)[number], period.from)))}
          data={kinds.map((kind) => ({ value: kind, label: say(messages[kind]) }))}
        />
      )}
      <Select
        label={say(messages.period)}
        allowDeselect={false}
        data={around.map((one) => ({ value: periodText(one), label: say(periodWords(one)) }))}
        value={periodText(period)}
        onChange={(next) => next && onChange(next)}
      />
    </Group>
  )
}

export function ReportSettings({ report, done }: { report: ReportCard; done: () => void }) {
  const say = useWords()
  const { id: reportId, writtenTitle, language, period, signer } = report
  const title = shownTitle(language, writtenTitle)
  const form = useForm(changeReport, { initial: { reportId, title, period, signerId: signer?.id ?? null }, done })
  return (
    <Form form={form} submit={say(messages.save)}>
      <TextInput label={say(messages.title)} description={say(messages.titleHelp)} {...form.field('title')} />
      <PeriodField value={form.values.period} onChange={(next) => form.set('period', next)} />
      <PersonPicker
        clearable
        label={say(messages.signer)}
        known={signer ? [{ value: signer.id, label: signer.name }] : []}
        value={form.values.signerId ?? null}
        onChange={(next) => form.set('signerId', next)}
      />
    </Form>
  )
}
