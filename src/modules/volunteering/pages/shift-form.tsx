import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWords, type Words } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { dayIn, instantOf, timeIn } from '../../../platform/zone.ts'
import { messages } from '../../../web/messages.ts'
import { useDates } from '../../../web/moment.tsx'
import { Trouble } from '../../../web/states.tsx'
import type { Activity } from '../../activities/contract.ts'
import { changeShift, createShift, type RoleFields, type Shift, type ShiftFields } from '../contract.ts'
import { shiftRefusals } from '../messages.ts'
import { listSkills } from '../people/skills/contract.ts'
import { shiftRefusal } from '../rules.ts'
import { planWords } from './board-messages.ts'
import { RoleFieldset } from './role-fields.tsx'

const fresh = (name: string): RoleFields => ({ name, skillIds: [], adults: false, least: 0, target: 1, most: 1 })

const fieldsOf = (activity: Activity, shift: Shift | null): ShiftFields =>
  shift
    ? { ...shift, roles: shift.roles.map(roleOf) }
    : {
        startsAt: activity.startsAt,
        endsAt: activity.endsAt,
        opensAt: null,
        closesAt: null,
        confirmation: 'first',
        confirmMinutes: 720,
        roles: [fresh('')],
      }

const roleOf = ({ skills, taken: _, waiting: __, ...role }: Shift['roles'][number]): RoleFields => ({
  ...role,
  skillIds: skills.map(({ id }) => id),
})

/** A shift with its roles. The same rule that guards the server says here, beforehand, what would be refused. */
export function ShiftForm({
  activity,
  shift,
  onDone,
}: {
  activity: Activity
  shift: Shift | null
  onDone: () => void
}) {
  const say = useWords()
  const { timeZone } = useDates()
  const [fields, setFields] = useState(() => fieldsOf(activity, shift))
  const { data: skills = [] } = useQuery(read(listSkills, {}))
  const creating = useMutation({ ...write(createShift), onSuccess: onDone })
  const changing = useMutation({ ...write(changeShift), onSuccess: onDone })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<ShiftFields>) => setFields((now) => ({ ...now, ...change }))
  const refusal = shiftRefusal(fields, activity)
  const unnamed = fields.roles.some(({ name }) => name.trim() === '')
  const wrong: Words | null = unnamed ? messages.required : refusal && shiftRefusals[refusal]
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong) return
    if (shift) changing.mutate({ ...fields, shiftId: shift.id })
    else creating.mutate({ ...fields, activityId: activity.id })
  }
  return (
    <form className="form" onSubmit={send} noValidate>
      <Trouble error={creating.error ?? changing.error} />
      <Times fields={fields} timeZone={timeZone} onChange={set} />
      <Select
        label={say(planWords.confirmation)}
        data={[
          { value: 'first', label: say(planWords.first) },
          { value: 'leader', label: say(planWords.leader) },
        ]}
        value={fields.confirmation}
        allowDeselect={false}
        onChange={(value) => set({ confirmation: value === 'leader' ? 'leader' : 'first' })}
      />
      <NumberInput
        label={say(planWords.confirmHours)}
        value={fields.confirmMinutes / 60}
        min={1}
        max={336}
        onChange={(value) => set({ confirmMinutes: Math.max(1, Number(value) || 12) * 60 })}
      />
      {fields.roles.map((role, i) => (
        <RoleFieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a new role has nothing else yet
          key={i}
          role={role}
          number={i + 1}
          skills={skills}
          onChange={(change) => set({ roles: fields.roles.map((one, at) => (at === i ? { ...one, ...change } : one)) })}
          onRemove={fields.roles.length > 1 ? () => set({ roles: fields.roles.filter((_, at) => at !== i) }) : null}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => set({ roles: [...fields.roles, fresh('')] })}>
          {say(planWords.addRole)}
        </Button>
      </div>
      {tried && wrong && (
        <p className="trouble" role="alert">
          {say(wrong)}
        </p>
      )}
      <Group gap="xs">
        <Button type="submit" loading={creating.isPending || changing.isPending}>
          {say(shift ? planWords.save : planWords.create)}
        </Button>
        <Button variant="default" onClick={onDone}>
          {say(messages.close)}
        </Button>
      </Group>
    </form>
  )
}

/** On the office's clock; sign-up opens at once unless a time is given. */
function Times({
  fields,
  timeZone,
  onChange,
}: {
  fields: ShiftFields
  timeZone: string
  onChange: (change: Partial<ShiftFields>) => void
}) {
  const say = useWords()
  const day = dayIn(timeZone, fields.startsAt)
  const from = timeIn(timeZone, fields.startsAt)
  const to = timeIn(timeZone, fields.endsAt)
  const at = (nextDay: string, nextFrom: string, nextTo: string) => {
    if (nextDay && nextFrom && nextTo)
      onChange({ startsAt: instantOf(nextDay, nextFrom, timeZone), endsAt: instantOf(nextDay, nextTo, timeZone) })
  }
  const local = (instant: Date | null): string =>
    instant ? `${dayIn(timeZone, instant)}T${timeIn(timeZone, instant)}` : ''
  const instant = (text: string): Date | null =>
    text ? instantOf(text.slice(0, 10), text.slice(11, 16), timeZone) : null
  return (
    <>
      <TextInput
        type="date"
        label={say(planWords.day)}
        value={day}
        onChange={(event) => at(event.currentTarget.value, from, to)}
      />
      <Group grow wrap="nowrap">
        <TextInput
          type="time"
          label={say(planWords.from)}
          value={from}
          onChange={(event) => at(day, event.currentTarget.value, to)}
        />
        <TextInput
          type="time"
          label={say(planWords.to)}
          value={to}
          onChange={(event) => at(day, from, event.currentTarget.value)}
        />
      </Group>
      {(['opensAt', 'closesAt'] as const).map((key) => (
        <TextInput
          key={key}
          type="datetime-local"
          label={say(planWords[key])}
          description={say(planWords.openAlways)}
          value={local(fields[key])}
          onChange={(event) => onChange({ [key]: instant(event.currentTarget.value) })}
        />
      ))}
    </>
  )
}
