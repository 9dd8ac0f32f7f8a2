import { Text, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../platform/i18n.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { PageLink } from '../../../web/link.tsx'
import { changeIndicator, type IndicatorCard, keepIndicator, type NamedQuestion } from '../named/contract.ts'
import { type Asked, questionOf } from './asked.ts'
import { indicatorWords as words } from './messages.ts'
import { useSaid } from './records.tsx'

/** Names the question in the address, or makes it the next version of the one that is being changed. */
export function KeepForm({ asked, changing }: { asked: Asked; changing: IndicatorCard | undefined }) {
  const question = { ...questionOf(asked), ...(asked.by ? { by: asked.by } : {}) }
  return changing ? <Change changing={changing} question={question} /> : <Keep question={question} />
}

type Question = NamedQuestion

function useShow(): (indicator: IndicatorCard) => void {
  const navigate = useNavigate()
  return ({ id }) => void navigate({ to: `/reports/indicators/${id}` as '/' })
}

function Keep({ question }: { question: Question }) {
  const say = useWords()
  const show = useShow()
  const form = useForm(keepIndicator, {
    initial: { ...question, nameZh: '', nameEn: '', noteZh: '', noteEn: '' },
    done: show,
  })
  return (
    <Form form={form} submit={say(words.keepNow)}>
      <Fields form={form} />
    </Form>
  )
}

function Change({ changing, question }: { changing: IndicatorCard; question: Question }) {
  const say = useWords()
  const show = useShow()
  const { id, version, name, note } = changing
  const form = useForm(changeIndicator, {
    initial: { ...question, id, version, nameEn: name[0], nameZh: name[1], noteEn: note[0], noteZh: note[1] },
    done: show,
  })
  return (
    <Form form={form} submit={say(words.saveVersion, { version: version + 1 })}>
      <Uses uses={changing.uses} />
      <Fields form={form} />
    </Form>
  )
}

/** What a change would change, before it is made. */
export function Uses({ uses }: { uses: IndicatorCard['uses'] }) {
  const say = useWords()
  const said = useSaid()
  if (uses.length === 0) return <Text>{say(words.changesNothing)}</Text>
  return (
    <div>
      <Text>{say(words.changes)}</Text>
      <ul>
        {uses.map(({ kind, title, link }) => (
          <li key={link}>
            {said(kind)} · <PageLink to={link as '/'}>{title}</PageLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

type NameField = 'nameZh' | 'nameEn' | 'noteZh' | 'noteEn'

function Fields({ form }: { form: { field: (name: NameField) => object } }) {
  const say = useWords()
  return (
    <>
      <TextInput label={say(words.nameZh)} {...form.field('nameZh')} />
      <TextInput label={say(words.nameEn)} {...form.field('nameEn')} />
      <Textarea label={say(words.noteZh)} description={say(words.noteHelp)} {...form.field('noteZh')} />
      <Textarea label={say(words.noteEn)} {...form.field('noteEn')} />
    </>
  )
}
