import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addDays } from '../../../../platform/zone.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import { OwnerPicker } from '../../../checks/findings/pages/action-forms.tsx'
import { decide, type Item, keepAgenda, type Meeting, noteItem } from '../contract.ts'
import { meetingWords as words } from '../messages.ts'

export function ChairForm({ meeting, done }: { meeting: Meeting; done: () => void }) {
  const say = useWords()
  const { activityId, chair, items } = meeting
  const form = useForm(keepAgenda, {
    initial: {
      activityId,
      chairId: chair?.id ?? null,
      items: items.map(({ id, kind, title }) => ({ id, kind, title })),
      seen: items.map(({ id }) => id),
    },
    done,
  })
  return (
    <Form form={form} submit={say(words.keep)}>
      <PersonPicker
        label={say(words.chair)}
        name="chairId"
        error={form.errors.chairId}
        known={chair ? [{ value: chair.id, label: chair.name }] : []}
        value={form.values.chairId ?? null}
        onChange={(next) => form.set('chairId', next)}
      />
    </Form>
  )
}

export function MinutesForm({ activityId, item, done }: { activityId: string; item: Item; done: () => void }) {
  const say = useWords()
  const { id: itemId, minutes, revision } = item
  const form = useForm(noteItem, { initial: { activityId, itemId, minutes, revision }, done })
  return (
    <Form form={form} submit={say(words.keep)}>
      <Textarea label={say(words.minutes)} autosize minRows={6} {...form.field('minutes')} />
    </Form>
  )
}

/** Who does what until when: one action at first, more on the decision's own page. */
export function DecideForm({ activityId, item, done }: { activityId: string; item: Item; done: () => void }) {
  const say = useWords()
  const dates = useDates()
  const form = useForm(decide, {
    initial: {
      activityId,
      itemId: item.id,
      words: '',
      actions: [{ what: '', ownerId: '', dueOn: addDays(dates.today(), 7) }],
    },
    done,
  })
  const [action = { what: '', ownerId: '', dueOn: '' }] = form.values.actions
  const change = (next: Partial<typeof action>) => form.set('actions', [{ ...action, ...next }])
  return (
    <Form form={form} submit={say(words.decide)}>
      <Textarea label={say(words.decision)} autosize minRows={2} {...form.field('words')} />
      <Textarea
        label={say(words.what)}
        autosize
        minRows={2}
        name="actions.0.what"
        error={form.errors['actions.0.what']}
        value={action.what}
        onChange={(event) => change({ what: event.currentTarget.value })}
      />
      <OwnerPicker
        value={action.ownerId}
        error={form.errors['actions.0.ownerId']}
        onChange={(ownerId) => change({ ownerId })}
      />
      <TextInput
        type="date"
        label={say(words.due)}
        name="actions.0.dueOn"
        error={form.errors['actions.0.dueOn']}
        value={action.dueOn}
        onChange={(event) => change({ dueOn: event.currentTarget.value })}
      />
    </Form>
  )
}

/** A point that comes from nowhere but the chair. */
export function OwnPoint({
  add,
  waiting,
}: {
  add: (point: { id: string; kind: 'own'; title: string }) => void
  waiting: boolean
}) {
  const say = useWords()
  const [title, setTitle] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    add({ id: crypto.randomUUID(), kind: 'own', title: title.trim() })
    setTitle('')
  }
  return (
    <form onSubmit={send}>
      <Group gap="xs" align="end" mt="sm" wrap="nowrap" className="meeting-own">
        <TextInput
          label={say(words.own)}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={waiting}>
          {say(words.ownAdd)}
        </Button>
      </Group>
    </form>
  )
}
