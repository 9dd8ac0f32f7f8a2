import { Button, Checkbox, Group, NumberInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { messages } from '../../../../web/messages.ts'
import { Trouble } from '../../../../web/states.tsx'
import { type Question, type QuestionFields, type QuestionKind, writtenKinds } from '../contract.ts'
import { kindWords, questionRefusals as refusals, bankWords as words } from '../messages.ts'
import { blanksIn, questionRefusal } from '../rules.ts'
import { Both } from './both.tsx'
import { type Draft, draftOf, fieldsOf } from './draft.ts'
import { GivenFields } from './given-fields.tsx'
import { OptionFields } from './option-fields.tsx'

/** A question as it is written: one column, the same rules as on the server. */
export function QuestionForm({
  question,
  submit,
  sending,
  send,
  cancel,
}: {
  question?: Question
  submit: string
  sending: { error: unknown; isPending: boolean }
  send: (question: QuestionFields) => void
  cancel?: () => void
}) {
  const say = useWords()
  const language = useLanguage()
  const [draft, setDraft] = useState<Draft>(() => draftOf(question, language))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }))
  const fields = fieldsOf(draft)
  const rules = question?.keys.rules
  const { given } = draft
  const refusal = questionRefusal(rules ? { ...fields, keys: { ...fields.keys, rules } } : fields)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!refusal) send(fields)
  }
  const { kind } = draft
  return (
    <form className="form" onSubmit={keep} noValidate>
      <Trouble error={sending.error} />
      {!question && (
        <Select
          label={say(words.kind)}
          allowDeselect={false}
          data={writtenKinds.map((own) => ({ value: own, label: say(kindWords[own]) }))}
          value={kind}
          onChange={(own) => own && set({ kind: own as QuestionKind })}
        />
      )}
      <Switch
        label={say(words.inBoth)}
        checked={draft.english}
        onChange={(event) => set({ english: event.currentTarget.checked })}
      />
      <Both
        label={say(words.stem)}
        description={kind === 'fill' ? say(words.blanksHelp) : undefined}
        english={draft.english}
        value={draft.stem}
        onChange={(stem) => set({ stem })}
        lines
      />
      {given ? (
        <GivenFields
          content={given.content}
          english={draft.english}
          change={(content) => set({ given: { ...given, content } })}
        />
      ) : (
        <>
          <OptionFields draft={draft} set={set} />
          <KeyFields draft={draft} set={set} />
        </>
      )}
      {given && (
        <Text size="sm" c="dimmed">
          {say(rules ? words.ownRules : words.ownWeights)}
        </Text>
      )}
      <Both
        label={say(words.explanation)}
        english={draft.english}
        value={draft.explanation}
        onChange={(explanation) => set({ explanation })}
        lines
      />
      <Group grow align="start">
        <Select
          label={say(words.difficulty)}
          allowDeselect={false}
          data={['1', '2', '3', '4', '5']}
          value={String(draft.difficulty)}
          onChange={(difficulty) => set({ difficulty: Number(difficulty) })}
        />
        <TextInput
          label={say(words.source)}
          value={draft.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={say(words.tags)}
        description={say(words.tagsHelp)}
        value={draft.tags}
        onChange={(event) => set({ tags: event.currentTarget.value })}
      />
      {tried && refusal && (
        <div className="trouble" role="alert">
          {say(refusals[refusal])}
        </div>
      )}
      <Group gap="xs" mt="xs">
        <Button type="submit" loading={sending.isPending}>
          {submit}
        </Button>
        {cancel && (
          <Button variant="default" onClick={cancel}>
            {say(messages.cancel)}
          </Button>
        )}
      </Group>
    </form>
  )
}

/** What is right, where it does not stand at the options. */
function KeyFields({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const say = useWords()
  const { kind } = draft
  if (kind === 'trueFalse')
    return (
      <Select
        label={say(words.answer)}
        allowDeselect={false}
        data={[
          { value: 'true', label: say(words.isTrue) },
          { value: 'false', label: say(words.isFalse) },
        ]}
        value={draft.truth}
        onChange={(truth) => set({ truth: truth === 'false' ? 'false' : 'true' })}
      />
    )
  if (kind === 'number')
    return (
      <Group grow align="start">
        <NumberInput label={say(words.value)} value={draft.value} onChange={(value) => set({ value })} />
        <NumberInput
          label={say(words.tolerance)}
          min={0}
          value={draft.tolerance}
          onChange={(tolerance) => set({ tolerance })}
        />
      </Group>
    )
  if (kind === 'fill') {
    const count = Math.max(blanksIn(draft.stem.zh ?? ''), blanksIn(draft.stem.en ?? ''))
    return (
      <Stack gap="xs">
        {Array.from({ length: count }, (_, i) => i).map((i) => (
          <TextInput
            key={i}
            label={say(words.blankOf, { n: i + 1 })}
            description={i === 0 ? say(words.acceptedHelp) : undefined}
            value={draft.blanks[i] ?? ''}
            onChange={(event) => {
              const text = event.currentTarget.value
              set({ blanks: Array.from({ length: count }, (_, j) => (j === i ? text : (draft.blanks[j] ?? ''))) })
            }}
          />
        ))}
      </Stack>
    )
  }
  if (kind === 'multiple')
    return (
      <Checkbox
        label={say(words.parts)}
        checked={draft.parts}
        onChange={(event) => set({ parts: event.currentTarget.checked })}
      />
    )
  if (kind === 'text')
    return (
      <Both
        label={say(words.guide)}
        english={draft.english}
        value={draft.guide}
        onChange={(guide) => set({ guide })}
        lines
      />
    )
  return null
}
