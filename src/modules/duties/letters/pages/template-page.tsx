import { Anchor, Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, upload, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { TemplateFaults } from '../../../../web/template-faults.tsx'
import { dutyWords } from '../../messages.ts'
import {
  addLetterTemplate,
  bringBackLetterTemplate,
  type LetterTemplate,
  letterTemplateFile,
  readLetterTemplate,
  removeLetterTemplate,
} from '../contract.ts'
import { letterWords as words } from '../messages.ts'

/** The office's own Word file for letters of duty, and every name that may stand in it. */
export function LetterTemplatePage() {
  const say = useWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const { data } = useSuspenseQuery(read(readLetterTemplate, {}))
  const add = useMutation({
    mutationFn: (file: File) => upload(addLetterTemplate, {}, file),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <Page
      title={say(words.template)}
      about={say(words.templateAbout)}
      back={<PageLink to={'/duties' as '/'}>{say(dutyWords.duties)}</PageLink>}
      actions={
        <FileButton accept=".docx" onChange={(file) => file && add.mutate(file)}>
          {(button) => (
            <Button {...button} loading={add.isPending}>
              {say(words.add)}
            </Button>
          )}
        </FileButton>
      }
    >
      <Trouble error={add.error} />
      {add.data && add.data.faults.length > 0 && <TemplateFaults faults={add.data.faults} />}
      <Sheet>{data.template ? <InUse template={data.template} /> : say(words.none)}</Sheet>
      <Section title={say(words.names)}>
        <Rows
          name={say(words.names)}
          rows={data.tags}
          rowKey={({ names }) => names.join(' ')}
          columns={[
            {
              key: 'name',
              head: say(words.name),
              cell: ({ names }) => (language === 'en' ? names[0] : names.at(-1)) ?? '',
            },
            { key: 'means', head: say(words.means), fact: true, cell: ({ means }) => say(means) },
          ]}
        />
      </Section>
    </Page>
  )
}

function InUse({ template: { id: letterTemplateId, name, addedBy, addedOn } }: { template: LetterTemplate }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const bringBack = useMutation(write(bringBackLetterTemplate))
  const remove = useMutation({
    ...write(removeLetterTemplate),
    onSuccess: () => notice(say(words.removed, { name }), () => bringBack.mutateAsync({ letterTemplateId })),
  })
  return (
    <Group justify="space-between">
      <div>
        <Anchor href={addressOf(letterTemplateFile, { letterTemplateId })} download>
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {say(words.addedBy, { name: addedBy, day: dates.day(addedOn, { relative: false }) })}
        </Text>
      </div>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ letterTemplateId })}>
        {say(words.remove)}
      </Button>
    </Group>
  )
}
