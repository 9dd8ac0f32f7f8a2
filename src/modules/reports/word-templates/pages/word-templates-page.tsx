import { Alert, Button, FileButton } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { addressOf, call, read, upload, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { TemplateFaults } from '../../../../web/template-faults.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { messages } from '../../messages.ts'
import {
  addWordTemplate,
  bringBackWordTemplate,
  listTags,
  listWordTemplates,
  retireWordTemplate,
  type WordTemplate,
  wordTemplateFile,
} from '../contract.ts'
import { wordTemplateWords as words } from './messages.ts'

/** The office's own Word files: brought, checked, listed; and every name that may stand in them. */
export function WordTemplatesPage() {
  const say = useWords()
  const add = useMutation({ mutationFn: (file: File) => upload(addWordTemplate, {}, file) })
  return (
    <Page
      title={say(words.title)}
      about={say(words.about)}
      back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}
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
      {add.data?.kept && <Alert color="green">{say(words.kept, { name: add.data.kept.name })}</Alert>}
      {add.data && add.data.faults.length > 0 && <TemplateFaults faults={add.data.faults} />}
      <Templates />
      <Names />
    </Page>
  )
}

function Templates() {
  const say = useWords()
  const notice = useNotice()
  const { data: templates } = useSuspenseQuery(read(listWordTemplates, {}))
  const bringBack = useMutation(write(bringBackWordTemplate))
  const retire = useMutation({
    mutationFn: ({ id }: WordTemplate) => call(retireWordTemplate, { wordTemplateId: id }),
    onSuccess: (_, { id, name }) =>
      notice(say(words.retired, { name }), () => bringBack.mutateAsync({ wordTemplateId: id })),
  })
  if (templates.length === 0) return <Empty>{say(words.none)}</Empty>
  return (
    <Rows
      name={say(words.title)}
      rows={templates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: say(words.template),
          cell: ({ id, name }) => (
            <a href={addressOf(wordTemplateFile, { wordTemplateId: id })} download>
              {name}
            </a>
          ),
        },
        { key: 'tags', head: say(words.tags), fact: true, cell: ({ tags }) => tags.join('、') },
        { key: 'added', head: say(words.added), fact: true, cell: ({ addedAt }) => <Moment at={addedAt} /> },
        {
          key: 'retire',
          head: '',
          cell: (template) => (
            <Button size="compact-sm" variant="default" onClick={() => retire.mutate(template)}>
              {say(words.retire)}
            </Button>
          ),
        },
      ]}
    />
  )
}

function Names() {
  const say = useWords()
  const said = useSaid()
  const language = useLanguage()
  const { data: tags } = useSuspenseQuery(read(listTags, {}))
  return (
    <Section title={say(words.names)}>
      <Rows
        name={say(words.names)}
        rows={tags}
        rowKey={({ names }) => names.join(' ')}
        columns={[
          {
            key: 'name',
            head: say(words.name),
            cell: ({ names, kind }) => {
              const name = (language === 'en' ? names[0] : names.at(-1)) ?? ''
              return kind === 'loop' ? `#${name} … /${name}` : name
            },
          },
          { key: 'means', head: say(words.means), fact: true, cell: ({ means }) => said(means) },
        ]}
      />
    </Section>
  )
}
