import '../../pages/shifts.css'
import { ActionIcon, Button, Text, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { messages } from '../../../../web/messages.ts'
import { useNotice } from '../../../../web/notice.tsx'
import { Page } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import {
  removeTemplate,
  renameShiftTemplate,
  restoreTemplate,
  type ShiftTemplate,
  shiftTemplates,
} from '../contract.ts'
import { templateWords as words } from '../messages.ts'
import { TemplateShifts } from './template-shifts.tsx'

/** What is kept by name, here and above. */
export function TemplatesPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(shiftTemplates, {}))
  return (
    <Page
      title={say(words.title)}
      about={say(words.about)}
      back={<PageLink to={'/shifts/board' as '/'}>{say(words.board)}</PageLink>}
    >
      {data.templates.length === 0 ? (
        <Empty action={<ButtonLink to={'/calendar' as '/'}>{say(words.toCalendar)}</ButtonLink>}>
          {say(words.none)}
        </Empty>
      ) : (
        <ul className="sheet lines">
          {data.templates.map((template) => (
            <TemplateLine key={template.id} template={template} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function TemplateLine({ template }: { template: ShiftTemplate }) {
  const say = useWords()
  const notice = useNotice()
  const [renaming, setRenaming] = useState(false)
  const { id: shiftTemplateId, name, organizationName, series, shifts, mayChange } = template
  const restoring = useMutation(write(restoreTemplate))
  const removing = useMutation({
    ...write(removeTemplate),
    onSuccess: () => notice(say(words.removed, { name }), () => restoring.mutateAsync({ shiftTemplateId })),
  })
  return (
    <li>
      <div className="line-with-action">
        <div>
          {name}
          <Text size="sm" c="dimmed" component="div">
            {say(words.keptAt, { place: organizationName })} · {say(words.series, { n: series })}
          </Text>
        </div>
        {mayChange && (
          <span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say(words.renameOf, { name })}
              aria-expanded={renaming}
              onClick={() => setRenaming(!renaming)}
            >
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say(words.removeOf, { name })}
              loading={removing.isPending}
              onClick={() => removing.mutate({ shiftTemplateId })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
      <Trouble error={removing.error} />
      {renaming && <Rename template={template} done={() => setRenaming(false)} />}
      <TemplateShifts shifts={shifts} />
    </li>
  )
}

function Rename({ template: { id: shiftTemplateId, name }, done }: { template: ShiftTemplate; done: () => void }) {
  const say = useWords()
  const form = useForm(renameShiftTemplate, { initial: { shiftTemplateId, name }, done })
  return (
    <Form
      form={form}
      submit={say(words.save)}
      beside={
        <Button variant="default" onClick={done}>
          {say(messages.cancel)}
        </Button>
      }
    >
      <TextInput label={say(words.name)} data-autofocus {...form.field('name')} />
    </Form>
  )
}
