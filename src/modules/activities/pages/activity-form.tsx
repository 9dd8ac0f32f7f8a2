import { Button, Checkbox, Group, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { addDays, dayIn, instantOf, timeIn } from '../../../platform/zone.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { useDates } from '../../../web/moment.tsx'
import { listGroups } from '../../organizations/groups/contract.ts'
import { roomsFor } from '../../places/contract.ts'
import {
  type Activity,
  type ActivityKind,
  activityKinds,
  changeActivity,
  createActivity,
  type Scope,
} from '../contract.ts'
import { activityKindWords } from '../messages.ts'
import { activityWords, formWords } from './messages.ts'
import { type Choice, ManyPicker, OrganizationPicker } from './pickers.tsx'
import { RepeatFields } from './repeat-fields.tsx'

type Values = z.input<(typeof createActivity)['input']>
export type Start = Omit<Values, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }

/** One form for a new activity, for one that stands, and for a series. */
export function ActivityForm({
  activity,
  start,
  hosts,
  teams,
  onDone,
  onLeave,
}: {
  activity: Activity | null
  start: Start
  hosts: readonly Choice[]
  teams: readonly Choice[]
  onDone: (activity: Activity) => void
  onLeave: () => void
}) {
  const say = useWords()
  const { timeZone } = useDates()
  const [scope, setScope] = useState<Scope>('this')
  const inSeries = activity?.series != null
  const change = activity
    ? { activityId: activity.id, scope: 'this' as const, sequence: activity.sequence }
    : { activityId: undefined as never }
  const form = useForm((activity ? changeActivity : createActivity) as typeof changeActivity, {
    initial: { ...start, ...change },
    done: onDone,
  })
  const values = form.values as Start
  const [several, setSeveral] = useState(dayIn(timeZone, start.startsAt) !== dayIn(timeZone, start.endsAt))
  const repeats = values.series ?? null
  const ofSeries = inSeries && scope !== 'this'
  const choose = (next: Scope) => {
    setScope(next)
    form.set('scope', next)
    form.set('series', next === 'this' ? null : (activity?.series ?? null))
  }
  return (
    <Form
      form={form}
      submit={say(activity ? formWords.save : repeats ? formWords.createSeries : formWords.create)}
      beside={
        <Button variant="default" onClick={onLeave}>
          {say(formWords.leave)}
        </Button>
      }
    >
      {inSeries && (
        <div>
          <SegmentedControl
            fullWidth
            aria-label={say(activityWords.scope)}
            data={[
              { value: 'this', label: say(activityWords.scopeThis) },
              { value: 'following', label: say(activityWords.scopeFollowing) },
              { value: 'all', label: say(activityWords.scopeAll) },
            ]}
            value={scope}
            onChange={(next) => choose(next as Scope)}
          />
          {ofSeries && <p className="form-help">{say(formWords.dayFromRule)}</p>}
        </div>
      )}
      <Select
        label={say(formWords.kind)}
        allowDeselect={false}
        data={activityKinds.map((value) => ({ value, label: say(activityKindWords[value]) }))}
        value={values.kind}
        onChange={(kind) => form.set('kind', kind as ActivityKind)}
      />
      <TextInput label={say(formWords.title)} required withAsterisk={false} {...form.field('title')} />
      {(values.kind === 'study' || values.kind === 'training' || values.topic) && (
        <TextInput
          label={say(formWords.topic)}
          description={say(formWords.topicHelp)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          name="topic"
          value={values.topic ?? ''}
          error={form.errors.topic}
          onChange={(event) => form.set('topic', event.currentTarget.value)}
        />
      )}
      <OrganizationPicker
        label={say(formWords.host)}
        name="hostId"
        error={form.errors.hostId}
        known={hosts}
        value={values.hostId || null}
        onChange={(hostId) => form.set('hostId', hostId ?? '')}
      />
      <When
        values={values}
        timeZone={timeZone}
        several={several}
        onSeveral={setSeveral}
        dayFixed={ofSeries}
        error={form.errors.endsAt ?? form.errors.startsAt}
        onChange={(startsAt, endsAt) => {
          form.set('startsAt', startsAt)
          form.set('endsAt', endsAt)
        }}
      />
      {!(inSeries && scope === 'this') && (
        <RepeatFields
          value={repeats as never}
          onChange={(series) => form.set('series', series)}
          day={dayIn(timeZone, values.startsAt)}
          must={inSeries}
        />
      )}
      <PlaceSelect
        values={values}
        exceptActivityId={activity?.id}
        onChange={(placeId) => form.set('placeId', placeId)}
      />
      <GroupSelect value={values.groupId ?? null} onChange={(groupId) => form.set('groupId', groupId)} />
      {(values.kind === 'service' || values.kind === 'event' || (values.teamIds ?? []).length > 0) && (
        <ManyPicker
          kind="organization"
          only="team"
          label={say(formWords.teams)}
          known={teams}
          value={values.teamIds ?? []}
          onChange={(teamIds) => form.set('teamIds', teamIds)}
        />
      )}
      <Textarea
        label={say(formWords.description)}
        autosize
        minRows={3}
        name="description"
        value={values.description ?? ''}
        error={form.errors.description}
        onChange={(event) => form.set('description', event.currentTarget.value)}
      />
    </Form>
  )
}

/** Day and times on the office's clock. The end moves along with the beginning. */
function When({
  values,
  timeZone,
  several,
  onSeveral,
  dayFixed,
  error,
  onChange,
}: {
  values: Start
  timeZone: string
  several: boolean
  onSeveral: (several: boolean) => void
  dayFixed: boolean
  error: string | undefined
  onChange: (startsAt: Date, endsAt: Date) => void
}) {
  const say = useWords()
  const { startsAt, endsAt } = values
  const [day, from] = [dayIn(timeZone, startsAt), timeIn(timeZone, startsAt)]
  const [lastDay, to] = [dayIn(timeZone, endsAt), timeIn(timeZone, endsAt)]
  const at = (nextDay: string, nextFrom: string, nextLast: string, nextTo: string) => {
    if (nextDay && nextFrom && nextLast && nextTo)
      onChange(instantOf(nextDay, nextFrom, timeZone), instantOf(nextLast, nextTo, timeZone))
  }
  const length = endsAt.getTime() - startsAt.getTime()
  const begin = (nextDay: string, nextFrom: string) => {
    if (!nextDay || !nextFrom) return
    const start = instantOf(nextDay, nextFrom, timeZone)
    onChange(start, new Date(start.getTime() + length))
  }
  return (
    <div className="when">
      {!dayFixed && (
        <TextInput
          type="date"
          label={say(formWords.day)}
          name="startsAt"
          value={day}
          onChange={(event) => begin(event.currentTarget.value, from)}
        />
      )}
      <Group grow align="flex-start">
        <TextInput
          type="time"
          label={say(formWords.from)}
          value={from}
          onChange={(event) => begin(day, event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={say(formWords.to)}
          name="endsAt"
          value={to}
          error={error}
          onChange={(event) => at(day, from, several ? lastDay : day, event.currentTarget.value)}
        />
      </Group>
      {several && !dayFixed && (
        <TextInput
          type="date"
          label={say(formWords.lastDay)}
          value={lastDay}
          min={day}
          onChange={(event) => at(day, from, event.currentTarget.value, to)}
        />
      )}
      {!dayFixed && (
        <Checkbox
          label={say(formWords.severalDays)}
          checked={several}
          onChange={(event) => {
            onSeveral(event.currentTarget.checked)
            at(day, from, event.currentTarget.checked ? addDays(day, 1) : day, to)
          }}
        />
      )}
    </div>
  )
}

function PlaceSelect({
  values,
  exceptActivityId,
  onChange,
}: {
  values: Start
  exceptActivityId: string | undefined
  onChange: (placeId: string | null) => void
}) {
  const say = useWords()
  const { startsAt, endsAt, placeId } = values
  const { data: rooms = [] } = useQuery({
    ...read(roomsFor, { from: startsAt, to: endsAt, ...(exceptActivityId ? { exceptActivityId } : {}) }),
    enabled: endsAt > startsAt,
    placeholderData: (before) => before,
  })
  const houses = Map.groupBy(rooms, (room) => room.parentName ?? '')
  const data = [...houses].map(([group, items]) => ({
    group,
    items: items.map((room) => ({
      value: room.id,
      label: room.taken ? say(formWords.taken, { name: room.name }) : room.name,
      disabled: room.taken && room.id !== placeId,
    })),
  }))
  return (
    <Select
      label={say(formWords.place)}
      description={say(formWords.roomHelp)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={say(formWords.noPlace)}
      searchable
      clearable
      data={data}
      value={placeId ?? null}
      onChange={onChange}
    />
  )
}

function GroupSelect({ value, onChange }: { value: string | null; onChange: (groupId: string | null) => void }) {
  const say = useWords()
  const { data: groups = [] } = useQuery(read(listGroups, {}))
  return (
    <Select
      label={say(formWords.group)}
      description={say(formWords.groupHelp)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={say(formWords.noGroup)}
      searchable
      clearable
      data={groups.map((group) => ({ value: group.id, label: `${group.name} · ${group.organizationName}` }))}
      value={value}
      onChange={onChange}
    />
  )
}
