import { ActionIcon, Button, Group, NumberInput, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { dayIn, instantOf, timeIn } from '../../../../platform/zone.ts'
import { messages } from '../../../../web/messages.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Section } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import type { Bilingual } from '../../bank/contract.ts'
import { inLanguage } from '../../bank/rules.ts'
import { feedbacks, type QuizFields } from '../contract.ts'
import { quizRefusals, quizWords as words } from '../messages.ts'
import { draftRefusal } from '../rules.ts'
import { DrawFields } from './draw-fields.tsx'
import { QuestionFinder } from './question-finder.tsx'

const numberOf = (value: string | number): number | null => (value === '' ? null : Number(value))

/** What a quiz asks and how it goes. */
export function QuizForm({
  initial,
  known,
  begun,
  submit,
  sending,
  send,
}: {
  initial: QuizFields
  known: Readonly<Record<string, Bilingual>>
  begun: boolean
  submit: string
  sending: { error: unknown; isPending: boolean }
  send: (fields: QuizFields) => void
}) {
  const say = useWords()
  const language = useLanguage()
  const { timeZone } = useDates()
  const [fields, setFields] = useState(initial)
  const [stems, setStems] = useState(known)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<QuizFields>): void => setFields((now) => ({ ...now, ...change }))
  const refusal = draftRefusal(fields)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!refusal && fields.name.trim()) send(fields)
  }
  const local = (at: Date | null): string => (at ? `${dayIn(timeZone, at)}T${timeIn(timeZone, at)}` : '')
  const instant = (text: string): Date | null =>
    text ? instantOf(text.slice(0, 10), text.slice(11, 16), timeZone) : null
  return (
    <form className="form" onSubmit={keep} noValidate>
      <Trouble error={sending.error} />
      <TextInput
        label={say(words.name)}
        value={fields.name}
        error={tried && !fields.name.trim() && say(messages.required)}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label={say(words.describe)}
        autosize
        value={fields.about}
        onChange={(event) => set({ about: event.currentTarget.value })}
      />
      {!begun && (
        <>
          <DrawFields draws={fields.draws} onChange={(draws) => set({ draws })} />
          <Section title={say(words.fixed)}>
            <Stack gap="xs">
              {fields.fixed.map(({ questionId, points }) => {
                const what = inLanguage(stems[questionId], language)
                return (
                  <Group key={questionId} wrap="nowrap" align="center">
                    <Text lineClamp={2} flex={1}>
                      {what}
                    </Text>
                    <NumberInput
                      aria-label={say(words.pointsEach)}
                      w="5rem"
                      min={0.5}
                      value={points}
                      onChange={(value) =>
                        set({
                          fixed: fields.fixed.map((own) =>
                            own.questionId === questionId ? { ...own, points: Number(value) || 1 } : own,
                          ),
                        })
                      }
                    />
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="lg"
                      aria-label={say(words.removeFixed, { what })}
                      onClick={() => set({ fixed: fields.fixed.filter((own) => own.questionId !== questionId) })}
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </Group>
                )
              })}
              <QuestionFinder
                taken={fields.fixed.map(({ questionId }) => questionId)}
                onPick={({ id, stem }) => {
                  setStems((now) => ({ ...now, [id]: stem }))
                  set({ fixed: [...fields.fixed, { questionId: id, points: 1 }] })
                }}
              />
            </Stack>
          </Section>
          <Group grow align="start">
            <NumberInput
              label={say(words.limit)}
              description={say(words.limitHelp)}
              min={1}
              value={fields.minutes ?? ''}
              onChange={(value) => set({ minutes: numberOf(value) })}
            />
            <NumberInput
              label={say(words.passPercent)}
              description=" "
              min={0}
              max={100}
              value={fields.passPercent}
              onChange={(value) => set({ passPercent: numberOf(value) ?? 0 })}
            />
          </Group>
        </>
      )}
      <Group grow align="start">
        <NumberInput
          label={say(words.attempts)}
          description={say(words.attemptsHelp)}
          min={1}
          value={fields.attempts ?? ''}
          onChange={(value) => set({ attempts: numberOf(value) })}
        />
        <Select
          label={say(words.feedback)}
          description=" "
          allowDeselect={false}
          data={feedbacks.map((value) => ({ value, label: say(words[value]) }))}
          value={fields.feedback}
          onChange={(value) => set({ feedback: (value ?? 'never') as QuizFields['feedback'] })}
        />
      </Group>
      {(['opensAt', 'closesAt'] as const).map((key) => (
        <TextInput
          key={key}
          type="datetime-local"
          label={say(words[key])}
          value={local(fields[key])}
          onChange={(event) => set({ [key]: instant(event.currentTarget.value) })}
        />
      ))}
      {(['shuffle', 'shuffleOptions', 'listed'] as const).map((key) => (
        <Switch
          key={key}
          label={say(words[key])}
          checked={fields[key]}
          onChange={(event) => set({ [key]: event.currentTarget.checked })}
        />
      ))}
      {tried && refusal && (
        <div className="trouble" role="alert">
          {say(quizRefusals[refusal])}
        </div>
      )}
      <div>
        <Button type="submit" loading={sending.isPending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
