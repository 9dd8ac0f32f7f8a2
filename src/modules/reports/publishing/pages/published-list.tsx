import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { listPublished } from '../contract.ts'
import { publishedWords as words } from './messages.ts'

/** What was published on one's part of the tree, newest first. */
export function PublishedList() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(listPublished, {}))
  if (data.length === 0) return <Empty>{say(words.nonePublished)}</Empty>
  return (
    <Rows
      name={say(words.published)}
      rows={data}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: say(words.report),
          cell: ({ id, title, number }) => (
            <PageLink to={`/reports/published/${id}` as '/'}>
              {title}
              {number > 1 && ` · ${say(words.times, { number })}`}
            </PageLink>
          ),
        },
        { key: 'scope', head: say(words.scope), fact: true, cell: ({ scope }) => scope.name },
        { key: 'at', head: say(words.when), fact: true, cell: ({ publishedAt }) => <Moment at={publishedAt} /> },
        { key: 'by', head: say(words.by), cell: ({ publishedBy }) => publishedBy },
      ]}
    />
  )
}
