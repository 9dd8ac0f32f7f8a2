import './activity-form.css'
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { dayIn } from '../../../platform/zone.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { useDates } from '../../../web/moment.tsx'
import {
  type Activity,
  type ActivityKind,
  activityKinds,
  changeActivity,
  createActivity,
  type Scope,
} from '../contract.ts'
import { activityKindWords } from '../messages.ts'
import { GroupSelect, PlaceSelect } from './choice-fields.tsx'
import { EquipmentSelect } from './equipment-select.tsx'
import { activityWords, formWords } from './messages.ts'
import { type Choice, ManyPicker, OrganizationPicker } from './pickers.tsx'
import { RepeatFields } from './repeat-fields.tsx'
import { WhenFields } from './when-fields.tsx'

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
          {say(activity ? formWords.leave : formWords.cancel)}
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
      <WhenFields
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
        onChange={(placeId) => {
          form.set('placeId', placeId)
          form.set('equipmentIds', [])
        }}
      />
      <EquipmentSelect
        placeId={values.placeId ?? null}
        value={values.equipmentIds ?? []}
        onChange={(equipmentIds) => form.set('equipmentIds', equipmentIds)}
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
