import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { type FillLine, filledForm, listFills } from '../keeping/fills/contract.ts'
import { inWords } from './forms-page.tsx'
import { formWords as words } from './messages.ts'

/** Every time that the form was filled, the newest first. */
export function Fills({ formId }: { formId: string }) {
  const say = useWords()
  const { data } = useSuspenseQuery(read(listFills, { formId }))
  if (data.length === 0) return <Empty>{say(words.noFills)}</Empty>
  const columns: Column<FillLine>[] = [
    {
      key: 'period',
      head: say(words.period),
      cell: ({ id, period }) => (
        <PageLink to={`/forms/${formId}/fills/${id}` as '/'} inherit>
          {inWords(period, say)}
        </PageLink>
      ),
    },
    { key: 'when', head: say(words.filledAt), fact: true, cell: ({ filledAt }) => <Moment at={filledAt} /> },
    { key: 'who', head: say(words.filledBy), fact: true, cell: ({ filledBy }) => filledBy?.name ?? '' },
    { key: 'filled', head: say(words.filledPlaces), end: true, fact: true, cell: ({ filled }) => String(filled) },
    { key: 'empty', head: say(words.emptyPlaces), end: true, fact: true, cell: ({ unfilled }) => String(unfilled) },
    {
      key: 'file',
      head: say(words.download),
      fact: true,
      cell: ({ id }) => <a href={addressOf(filledForm, { formId, fillId: id })}>{say(words.download)}</a>,
    },
  ]
  return <Rows name={say(words.fills)} columns={columns} rows={data} rowKey={({ id }) => id} />
}
