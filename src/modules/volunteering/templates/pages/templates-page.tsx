import '../../pages/shifts.css'
import { ActionIcon, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { removeTemplate, restoreTemplate, type ShiftTemplate, shiftTemplates } from '../contract.ts'
import { templateWords as words } from '../messages.ts'
import { TemplateForm } from './template-form.tsx'
import { TemplateShifts } from './template-shifts.tsx'

const Address = z.object({ template: z.string().max(40).optional().catch(undefined) })

/** What is kept by name, here and above; `?template=` opens the form of one, or of a new one. */
export function TemplatesPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(shiftTemplates, {}))
  const [address, setAddress] = useAddress(Address)
  const { templates } = data
  const opened = templates.find(({ id, mayChange }) => mayChange && id === address.template) ?? null
  const writing = address.template === 'new' || opened !== null
  const open = (template: string) => setAddress({ template }, { push: true })
  return (
    <Page
      title={say(words.title)}
      about={say(words.about)}
      back={<PageLink to={'/shifts/board' as '/'}>{say(words.board)}</PageLink>}
      primary={
        writing
          ? undefined
          : { label: say(words.new), icon: <IconPlus size={18} aria-hidden="true" />, onClick: () => open('new') }
      }
    >
      {writing ? (
        <Section title={opened ? say(words.changeOf, { name: opened.name }) : say(words.new)}>
          <TemplateForm key={address.template} template={opened} onDone={() => setAddress({ template: undefined })} />
        </Section>
      ) : templates.length === 0 ? (
        <Empty action={<ButtonLink to={'/calendar' as '/'}>{say(words.toCalendar)}</ButtonLink>}>
          {say(words.none)}
        </Empty>
      ) : (
        <ul className="sheet lines">
          {templates.map((template) => (
            <TemplateLine key={template.id} template={template} onChange={() => open(template.id)} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function TemplateLine({ template, onChange }: { template: ShiftTemplate; onChange: () => void }) {
  const say = useWords()
  const notice = useNotice()
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
              aria-label={say(words.changeOf, { name })}
              onClick={onChange}
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
      <TemplateShifts shifts={shifts} />
    </li>
  )
}
