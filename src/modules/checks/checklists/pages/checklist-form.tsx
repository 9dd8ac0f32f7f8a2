import './checklists.css'
import { ActionIcon, Button, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { messages } from '../../../../web/messages.ts'
import { Trouble } from '../../../../web/states.tsx'
import { type Checklist, type Content, checklistUses } from '../contract.ts'
import { checklistRefusals, useWordsOf, checklistWords as words } from '../messages.ts'
import { contentRefusal, questionsOf } from '../rules.ts'
import { AskedLine } from './asked-line.tsx'
import { emptyContent, newAsked, newMark } from './editing.ts'

type Written = { name: string; use: Checklist['use']; content: Content }

/** A checklist as it is written: its questions as lines, of which one at a time is open. The same rules as on the server. */
export function ChecklistForm({
  list,
  submit,
  sending,
  send,
  cancel,
}: {
  list?: Checklist
  submit: string
  sending: { error: unknown; isPending: boolean }
  send: (list: Written) => void
  cancel?: () => void
}) {
  const say = useWords()
  const [name, setName] = useState(list?.name ?? '')
  const [use, setUse] = useState<Written['use']>(list?.use ?? 'safety')
  const [content, setContent] = useState<Content>(() => list?.content ?? emptyContent())
  const [open, setOpen] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const refusal = contentRefusal(content)
  const at = questionsOf(content).find(({ id }) => id === refusal?.at)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (refusal?.at) setOpen(refusal.at)
    if (!refusal && name.trim()) send({ name, use, content })
  }
  const setSection = (id: string, change: Partial<Content['sections'][number]>): void =>
    setContent({
      ...content,
      sections: content.sections.map((section) => (section.id === id ? { ...section, ...change } : section)),
    })
  return (
    <form className="checklist-form" onSubmit={keep} noValidate>
      <Trouble error={sending.error} />
      <TextInput
        label={say(words.name)}
        required
        value={name}
        error={tried && !name.trim() ? say(messages.required) : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {!list && (
        <Select
          label={say(words.use)}
          allowDeselect={false}
          data={checklistUses.map((one) => ({ value: one, label: say(useWordsOf[one]) }))}
          value={use}
          onChange={(one) => one && setUse(one as Written['use'])}
        />
      )}
      <Textarea
        label={say(words.what)}
        autosize
        minRows={2}
        value={content.about}
        onChange={(event) => setContent({ ...content, about: event.currentTarget.value })}
      />
      <NumberInput
        label={say(words.enough)}
        min={0}
        max={100}
        value={content.enough}
        onChange={(enough) => setContent({ ...content, enough: Number(enough) || 0 })}
      />
      {content.sections.map((section, n) => (
        <fieldset key={section.id} className="sheet sheet-pad">
          <Group align="end" wrap="nowrap" mb="xs">
            <TextInput
              flex={1}
              label={say(words.sectionOf, { n: n + 1 })}
              value={section.title}
              onChange={(event) => setSection(section.id, { title: event.currentTarget.value })}
            />
            {content.sections.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={44}
                aria-label={say(words.removeSection, { title: section.title || String(n + 1) })}
                onClick={() =>
                  setContent({ ...content, sections: content.sections.filter(({ id }) => id !== section.id) })
                }
              >
                <IconTrash size={18} aria-hidden="true" />
              </ActionIcon>
            )}
          </Group>
          <ol className="lines">
            {section.questions.map((asked) => (
              <AskedLine
                withFigures={use === 'review'}
                key={asked.id}
                asked={asked}
                content={content}
                open={open === asked.id}
                toggle={() => setOpen(open === asked.id ? null : asked.id)}
                set={setContent}
                tried={tried}
              />
            ))}
          </ol>
          <Button
            mt="xs"
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => {
              const asked = newAsked()
              setSection(section.id, { questions: [...section.questions, asked] })
              setOpen(asked.id)
            }}
          >
            {say(words.addAsked)}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() =>
            setContent({ ...content, sections: [...content.sections, { id: newMark(), title: '', questions: [] }] })
          }
        >
          {say(words.addSection)}
        </Button>
      </div>
      {tried && refusal && (
        <div className="trouble" role="alert">
          {at
            ? say(words.finishFirst, {
                text: at.text || say(words.newAsked),
                reason: say(checklistRefusals[refusal.reason]),
              })
            : say(checklistRefusals[refusal.reason])}
        </div>
      )}
      <Group gap="xs">
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
