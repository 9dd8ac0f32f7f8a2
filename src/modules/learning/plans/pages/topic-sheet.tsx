import { ActionIcon, NumberInput, Select, Textarea, TextInput, Title } from '@mantine/core'
import { IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import { useDates } from '../../../../web/moment.tsx'
import type { TopicFields } from '../contract.ts'
import { planWords as words } from '../messages.ts'

/** One topic of the draft. */
export function TopicSheet({
  topic,
  index,
  errors,
  onChange,
  onUp,
  onRemove,
}: {
  topic: TopicFields
  index: number
  errors: Record<string, string>
  onChange: (change: Partial<TopicFields>) => void
  onUp: (() => void) | undefined
  onRemove: () => void
}) {
  const say = useWords()
  const dates = useDates()
  const n = index + 1
  const name = (field: string): string => `topics.${index}.${field}`
  const months = Array.from({ length: 12 }, (_, i) => ({
    value: String(i + 1),
    label: dates.shortMonth(`2000-${String(i + 1).padStart(2, '0')}`),
  }))
  const month = (field: 'fromMonth' | 'toMonth', label: string) => (
    <Select
      label={label}
      data={months}
      allowDeselect={false}
      name={name(field)}
      error={errors[name(field)]}
      value={String(topic[field])}
      onChange={(value) => onChange({ [field]: Number(value) })}
    />
  )
  return (
    <li className="sheet sheet-pad topic-fields">
      <div className="topic-head">
        <Title order={2} size="h4">
          {say(words.topicNumber, { n })}
        </Title>
        <span>
          {onUp && (
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say(words.up, { n })} onClick={onUp}>
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say(words.remove, { n })} onClick={onRemove}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      <TextInput
        label={say(words.name)}
        description={say(words.nameHelp)}
        name={name('title')}
        error={errors[name('title')]}
        value={topic.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <div className="topic-numbers">
        <NumberInput
          label={say(words.plannedHours)}
          name={name('minutes')}
          error={errors[name('minutes')]}
          min={0.5}
          step={0.5}
          decimalScale={2}
          value={topic.minutes / 60}
          onChange={(hours) => onChange({ minutes: Math.round(Number(hours) * 60) })}
        />
        {month('fromMonth', say(words.fromMonth))}
        {month('toMonth', say(words.toMonth))}
      </div>
      <Textarea
        label={say(words.aim)}
        autosize
        name={name('aim')}
        error={errors[name('aim')]}
        value={topic.aim ?? ''}
        onChange={(event) => onChange({ aim: event.currentTarget.value })}
      />
      <Textarea
        label={say(words.material)}
        autosize
        name={name('material')}
        error={errors[name('material')]}
        value={topic.material ?? ''}
        onChange={(event) => onChange({ material: event.currentTarget.value })}
      />
    </li>
  )
}
