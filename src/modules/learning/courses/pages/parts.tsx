import { ActionIcon, Button, FileButton, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { call, upload, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import { QuizSelect } from '../../quizzes/pages/quiz-select.tsx'
import type { Course } from '../contract.ts'
import { partKindWords, courseWords as words } from '../messages.ts'
import { addPart, addPartFile, type Part, type PartKind, removePart, restorePart } from '../parts/contract.ts'
import { partEndings } from '../parts/rules.ts'
import { SessionFields } from './session-fields.tsx'

/** What there is to do, in its order. */
export function Parts({ course }: { course: Course }) {
  const say = useWords()
  const [adding, setAdding] = useState(false)
  const { id: courseId, partList, may } = course
  const take = useMutation({ mutationFn: (file: File) => upload(addPartFile, { courseId }, file) })
  return (
    <Section
      title={say(words.parts)}
      actions={
        may.change && (
          <Group gap="xs">
            <FileButton accept={partEndings.join(',')} onChange={(file) => file && take.mutate(file)}>
              {(props) => (
                <Button {...props} variant="default" loading={take.isPending}>
                  {say(words.addFile)}
                </Button>
              )}
            </FileButton>
            <Button variant="default" onClick={() => setAdding(true)}>
              {say(words.addPart)}
            </Button>
          </Group>
        )
      }
    >
      <Trouble error={take.error} />
      {partList.length === 0 && !adding && <p className="sheet quiet">{say(words.noParts)}</p>}
      {partList.length > 0 && (
        <ol className="sheet lines">
          {partList.map((part, i) => (
            <PartLine key={part.id} part={part} n={i + 1} mayChange={may.change} />
          ))}
        </ol>
      )}
      {adding && (
        <Sheet>
          <NewPart courseId={courseId} done={() => setAdding(false)} />
        </Sheet>
      )}
    </Section>
  )
}

function PartLine({ part, n, mayChange }: { part: Part; n: number; mayChange: boolean }) {
  const say = useWords()
  const notice = useNotice()
  const dates = useDates()
  const { id: partId, kind, title, topic, sessionTitle, sessionAt, seriesId, signerName } = part
  const remove = useMutation({
    ...write(removePart),
    onSuccess: () => notice(say(words.removed, { title }), () => call(restorePart, { partId })),
  })
  return (
    <li>
      <div className="line-with-action">
        <div>
          {`${n}. ${title}`}
          <Text size="sm" c="dimmed" component="div">
            {[
              say(partKindWords[kind]),
              topic,
              sessionTitle && (seriesId ? say(words.anyOf, { title: sessionTitle }) : sessionTitle),
              sessionAt && dates.dayAt(sessionAt),
              signerName,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        {mayChange && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say(words.removeOf, { title })}
            loading={remove.isPending}
            onClick={() => remove.mutate({ partId })}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Trouble error={remove.error} />
    </li>
  )
}

/** The kinds that are written here; files come by their own button. */
const written: readonly PartKind[] = ['reading', 'video', 'session', 'quiz', 'signOff']

const nothing = {
  body: null,
  url: null,
  topic: null,
  activityId: null,
  wholeSeries: false,
  quizId: null,
  signerId: null,
}

function NewPart({ courseId, done }: { courseId: string; done: () => void }) {
  const say = useWords()
  const form = useForm(addPart, {
    initial: { courseId, kind: 'reading', title: '', ...nothing },
    done,
  })
  const { kind } = form.values
  const body = (label: string) => (
    <Textarea label={label} autosize minRows={3} {...form.field('body')} value={form.values.body ?? ''} />
  )
  return (
    <Form
      form={form}
      submit={say(words.save)}
      beside={
        <Button variant="default" onClick={done}>
          {say(words.cancel)}
        </Button>
      }
    >
      <Select
        label={say(words.kind)}
        data={written.map((one) => ({ value: one, label: say(partKindWords[one]) }))}
        allowDeselect={false}
        value={kind}
        onChange={(next) => {
          for (const field of ['body', 'url', 'topic', 'activityId', 'quizId', 'signerId'] as const)
            form.set(field, null)
          form.set('wholeSeries', false)
          form.set('kind', next as PartKind)
        }}
      />
      <TextInput label={say(words.partTitle)} {...form.field('title')} />
      {(kind === 'reading' || kind === 'video') && (
        <TextInput
          label={say(words.url)}
          {...form.field('url')}
          value={form.values.url ?? ''}
          onChange={(event) => form.set('url', event.currentTarget.value || null)}
        />
      )}
      {kind === 'reading' && body(say(words.text))}
      {kind === 'session' && <SessionFields form={form} />}
      {kind === 'quiz' && (
        <QuizSelect value={form.values.quizId ?? null} onChange={(quizId) => form.set('quizId', quizId)} />
      )}
      {kind === 'signOff' && (
        <>
          <PersonPicker
            clearable
            label={say(words.signer)}
            known={[]}
            value={form.values.signerId ?? null}
            onChange={(next) => form.set('signerId', next)}
          />
          {body(say(words.instruction))}
        </>
      )}
    </Form>
  )
}
