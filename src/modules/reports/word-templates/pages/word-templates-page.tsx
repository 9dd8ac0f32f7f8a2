import { Alert, Button } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, call, read, upload, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { WordTemplatePage } from '../../../../web/word-template.tsx'
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
  const said = useSaid()
  const { data: tags } = useSuspenseQuery(read(listTags, {}))
  return (
    <WordTemplatePage
      title={say(words.title)}
      about={say(words.about)}
      back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}
      add={say(words.add)}
      bring={(file) => upload(addWordTemplate, {}, file)}
      kept={({ kept }) => kept && <Alert color="green">{say(words.kept, { name: kept.name })}</Alert>}
      tags={tags.map(({ names, kind, means }) => ({ names, kind, means: said(means) }))}
    >
      <Templates />
    </WordTemplatePage>
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
