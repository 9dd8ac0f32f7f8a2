import { NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useWords } from '../../../../../platform/i18n.ts'
import { comparisons, type DocumentQuestion, relativePeriods } from '../../contract.ts'
import { commonFigures, commonOf, questionOf, titledOnly, titleIn } from '../../figures/rules.ts'
import { messages } from '../editor/messages.ts'

export const periodNames = {
  report: messages.report,
  yearBefore: messages.yearBefore,
  periodBefore: messages.periodBefore,
  yearToDate: messages.yearToDate,
} as const

/** Which figure, of which period, narrowed by a title: what every chip and block asks. */
export function QuestionFields({
  question,
  onChange,
  withPeriod = true,
}: {
  question: DocumentQuestion | null
  onChange: (next: DocumentQuestion) => void
  withPeriod?: boolean
}) {
  const say = useWords()
  const counted = question && 'fact' in question ? question : null
  const known = counted ? commonOf(counted) : undefined
  const { period = 'report' } = question ?? {}
  const periods = relativePeriods.map((value) => ({ value: value as string, label: say(periodNames[value]) }))
  if (!periods.some(({ value }) => value === period)) periods.push({ value: period, label: period })
  return (
    <Stack gap="xs">
      <Select
        label={say(messages.figure)}
        placeholder={say(messages.chooseFigure)}
        searchable
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        data={commonFigures.map(({ name, words }) => ({ value: name, label: say(words) }))}
        value={known?.name ?? null}
        onChange={(name) => {
          const chosen = commonFigures.find((one) => one.name === name)
          if (chosen) onChange(questionOf(chosen, { period }))
        }}
      />
      {withPeriod && (
        <Select
          label={say(messages.period)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={periods}
          value={period}
          onChange={(next) => question && next && onChange({ ...question, period: next })}
        />
      )}
      {counted && (counted.fact === 'activity' || counted.fact === 'participation') && (
        <TextInput
          label={say(messages.titled)}
          description={say(messages.titledHelp)}
          value={titleIn(counted)}
          onChange={({ currentTarget }) => onChange(titledOnly(counted, currentTarget.value))}
        />
      )}
    </Stack>
  )
}

/** What is compared, and with which number. */
export function ConditionFields({
  op,
  value,
  onChange,
}: {
  op: string
  value: number
  onChange: (next: { op?: string; value?: number }) => void
}) {
  const say = useWords()
  return (
    <>
      <Select
        label={say(messages.condition)}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={[...comparisons]}
        value={op}
        onChange={(next) => next && onChange({ op: next })}
      />
      <NumberInput
        label={say(messages.value)}
        value={value}
        onChange={(next) => onChange({ value: Number(next) || 0 })}
      />
    </>
  )
}
