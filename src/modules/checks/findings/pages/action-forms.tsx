import { Textarea, TextInput } from '@mantine/core'
import { useWords, type Words } from '../../../../platform/i18n.ts'
import { addDays } from '../../../../platform/zone.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import type { Action } from '../contract.ts'
import { findingWords as words } from '../messages.ts'
import { addActionEvidence } from '../proof/contract.ts'
import {
  addAction,
  answerForTime,
  askForTime,
  closeAction,
  finishAction,
  giveAction,
  reopenAction,
} from '../working/contract.ts'

export const deeds = ['show', 'finish', 'close', 'reopen', 'ask', 'grant', 'decline', 'give'] as const
export type Deed = (typeof deeds)[number]

const titles: Record<Deed, Words> = {
  show: words.show,
  finish: words.finishTitle,
  close: words.closeTitle,
  reopen: words.reopen,
  ask: words.ask,
  grant: words.grant,
  decline: words.decline,
  give: words.give,
}

type Of = { action: Action; done: () => void }

export function WorkPanel({ action, deed, close }: { action: Action; deed: Deed; close: () => void }) {
  const say = useWords()
  const of = { action, done: close }
  return (
    <SidePanel title={say(titles[deed])} open onClose={close}>
      {deed === 'show' && <Show {...of} />}
      {deed === 'finish' && <Note {...of} endpoint={finishAction} submit={words.finish} />}
      {deed === 'close' && <Note {...of} endpoint={closeAction} submit={words.close} />}
      {deed === 'reopen' && <Later {...of} endpoint={reopenAction} submit={words.reopen} />}
      {deed === 'ask' && <Later {...of} endpoint={askForTime} submit={words.ask} />}
      {(deed === 'grant' || deed === 'decline') && <Answer {...of} granted={deed === 'grant'} />}
      {deed === 'give' && <Give {...of} />}
    </SidePanel>
  )
}

function Show({ action: { id: actionId }, done }: Of) {
  const say = useWords()
  const form = useForm(addActionEvidence, { initial: { actionId, words: '' }, done })
  return (
    <Form form={form} submit={say(words.keep)}>
      <Textarea label={say(words.whatShown)} autosize minRows={2} {...form.field('words')} />
    </Form>
  )
}

function Note({
  action: { id: actionId },
  done,
  endpoint,
  submit,
}: Of & { endpoint: typeof finishAction | typeof closeAction; submit: Words }) {
  const say = useWords()
  const form = useForm(endpoint, { initial: { actionId, words: '' }, done })
  return (
    <Form form={form} submit={say(submit)}>
      <Textarea
        label={say(words.words)}
        autosize
        minRows={2}
        {...form.field('words')}
        value={form.values.words ?? ''}
      />
    </Form>
  )
}

function Later({
  action: { id: actionId, dueOn },
  done,
  endpoint,
  submit,
}: Of & { endpoint: typeof reopenAction | typeof askForTime; submit: Words }) {
  const say = useWords()
  const dates = useDates()
  const first = addDays(dueOn > dates.today() ? dueOn : dates.today(), 7)
  const form = useForm(endpoint, { initial: { actionId, dueOn: first, words: '' }, done })
  return (
    <Form form={form} submit={say(submit)}>
      <TextInput type="date" label={say(words.newDue)} {...form.field('dueOn')} />
      <Textarea label={say(words.why)} autosize minRows={2} {...form.field('words')} />
    </Form>
  )
}

function Answer({ action: { id: actionId }, done, granted }: Of & { granted: boolean }) {
  const say = useWords()
  const form = useForm(answerForTime, { initial: { actionId, granted, words: '' }, done })
  return (
    <Form form={form} submit={say(granted ? words.grant : words.decline)}>
      <Textarea
        label={say(words.words)}
        autosize
        minRows={2}
        {...form.field('words')}
        value={form.values.words ?? ''}
      />
    </Form>
  )
}

function Give({ action: { id: actionId }, done }: Of) {
  const say = useWords()
  const form = useForm(giveAction, { initial: { actionId, ownerId: '' }, done })
  return (
    <Form form={form} submit={say(words.give)}>
      <OwnerPicker
        value={form.values.ownerId}
        error={form.errors.ownerId}
        onChange={(next) => form.set('ownerId', next)}
      />
    </Form>
  )
}

export function NewActionForm({ findingId, done }: { findingId: string; done: () => void }) {
  const say = useWords()
  const dates = useDates()
  const form = useForm(addAction, {
    initial: { findingId, what: '', ownerId: '', dueOn: addDays(dates.today(), 7) },
    done,
  })
  return (
    <Form form={form} submit={say(words.keep)}>
      <Textarea label={say(words.what)} autosize minRows={2} {...form.field('what')} />
      <OwnerPicker
        value={form.values.ownerId}
        error={form.errors.ownerId}
        onChange={(next) => form.set('ownerId', next)}
      />
      <TextInput type="date" label={say(words.due)} {...form.field('dueOn')} />
    </Form>
  )
}

/** Who answers for it: one person. */
export function OwnerPicker({
  value,
  error,
  onChange,
}: {
  value: string
  error: string | undefined
  onChange: (next: string) => void
}) {
  const say = useWords()
  return (
    <PersonPicker
      label={say(words.owner)}
      name="ownerId"
      error={error}
      known={[]}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
    />
  )
}
