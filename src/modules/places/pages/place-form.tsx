import { ActionIcon, Button, Chip, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { changePlace, createPlace, type Place, type PlaceKind } from '../contract.ts'
import { grouped, type Opening } from '../hours/rules.ts'
import { shortWeekdays } from './hours.tsx'
import { placeWords } from './messages.ts'

type Values = z.input<(typeof createPlace)['input']>

export function PlaceForm({
  placeId,
  start,
  keepers,
  onDone,
  onLeave,
}: {
  placeId: string | null
  start: Values
  keepers: readonly { value: string; label: string }[]
  onDone: (place: Place) => void
  onLeave: () => void
}) {
  const say = useWords()
  const form = useForm((placeId ? changePlace : createPlace) as typeof createPlace, {
    initial: { ...start, ...(placeId ? { placeId } : {}) },
    done: onDone,
  })
  const kind: PlaceKind = start.kind
  const { values } = form
  const number = (
    name: 'areaM2' | 'roomCount' | 'capacity' | 'latitude' | 'longitude',
    label: string,
    decimals = 0,
  ) => (
    <NumberInput
      label={label}
      name={name}
      hideControls
      decimalScale={decimals}
      value={values[name] ?? ''}
      error={form.errors[name]}
      onChange={(next) => form.set(name, next === '' ? null : Number(next))}
    />
  )
  const words = (name: 'address' | 'brand') => ({
    name,
    value: values[name] ?? '',
    error: form.errors[name],
    onChange: (event: { currentTarget: { value: string } }) => form.set(name, event.currentTarget.value || null),
  })
  return (
    <Form
      form={form}
      submit={say(placeId ? placeWords.save : placeWords.create)}
      beside={
        <Button variant="default" onClick={onLeave}>
          {say(placeId ? placeWords.leave : placeWords.cancel)}
        </Button>
      }
    >
      <TextInput label={say(placeWords.name)} {...form.field('name')} />
      {!placeId && !start.parentId && (
        <Select
          label={say(placeWords.keeper)}
          name="organizationId"
          allowDeselect={false}
          searchable
          data={[...keepers]}
          value={values.organizationId || null}
          error={form.errors.organizationId}
          onChange={(id) => form.set('organizationId', id ?? '')}
        />
      )}
      {kind !== 'room' && <Textarea label={say(placeWords.address)} autosize {...words('address')} />}
      {kind === 'station' && (
        <TextInput
          label={say(placeWords.brand)}
          description={say(placeWords.brandHelp)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...words('brand')}
        />
      )}
      {kind === 'room' && number('capacity', say(placeWords.capacity))}
      <Group grow align="flex-start">
        {number('areaM2', say(placeWords.area), 1)}
        {kind === 'station' && number('roomCount', say(placeWords.roomCount))}
      </Group>
      {kind !== 'room' && (
        <Group grow align="flex-start">
          {number('latitude', say(placeWords.latitude), 6)}
          {number('longitude', say(placeWords.longitude), 6)}
        </Group>
      )}
      {kind === 'station' && (
        <HoursFields start={start.openingHours ?? []} onChange={(hours) => form.set('openingHours', hours)} />
      )}
    </Form>
  )
}

type Line = { key: number; weekdays: number[]; opens: string; closes: string }

/** Opening hours as people say them: some days, from, to. */
function HoursFields({ start, onChange }: { start: readonly Opening[]; onChange: (hours: Opening[]) => void }) {
  const say = useWords()
  const [lines, setLines] = useState<Line[]>(() =>
    grouped(start).flatMap(({ weekdays, spans }, i) =>
      spans.map((span, j) => ({ key: i * 10 + j, weekdays, ...span })),
    ),
  )
  const put = (next: Line[]) => {
    setLines(next)
    onChange(
      next.flatMap(({ weekdays, opens, closes }) =>
        opens && closes ? weekdays.map((weekday) => ({ weekday, opens, closes })) : [],
      ),
    )
  }
  const change = (line: Line, more: Partial<Line>) =>
    put(lines.map((one) => (one.key === line.key ? { ...one, ...more } : one)))
  return (
    <fieldset className="hours-fields">
      <legend>{say(placeWords.hours)}</legend>
      {lines.map((line) => (
        <div key={line.key} className="hours-line">
          <Chip.Group
            multiple
            value={line.weekdays.map(String)}
            onChange={(next) => change(line, { weekdays: next.map(Number).sort() })}
          >
            <Group gap={4} role="group" aria-label={say(placeWords.weekdays)}>
              {shortWeekdays.map((words, i) => (
                <Chip key={words[0]} value={String(i + 1)} size="xs" variant="outline">
                  {say(words)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              type="time"
              label={say(placeWords.opens)}
              value={line.opens}
              onChange={(event) => change(line, { opens: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={say(placeWords.closes)}
              value={line.closes}
              onChange={(event) => change(line, { closes: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say(placeWords.removeHours)}
              onClick={() => put(lines.filter((one) => one.key !== line.key))}
            >
              <IconTrash size={18} aria-hidden="true" />
            </ActionIcon>
          </Group>
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => {
          const left = [1, 2, 3, 4, 5, 6, 7].filter((day) => !lines.some((line) => line.weekdays.includes(day)))
          const weekdays = lines.length === 0 ? [1, 2, 3, 4, 5] : left
          put([...lines, { key: Date.now(), weekdays, opens: '08:30', closes: '17:30' }])
        }}
      >
        {say(placeWords.addHours)}
      </Button>
    </fieldset>
  )
}
