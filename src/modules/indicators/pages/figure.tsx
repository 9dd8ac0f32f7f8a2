import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { addressOf, call, read } from '../../../platform/web.tsx'
import { useOpenedFigure, useOpenFigure } from '../../../web/figure-address.ts'
import { PageLink } from '../../../web/link.tsx'
import { Day, Moment, useHours } from '../../../web/moment.tsx'
import { Door, SidePanel } from '../../../web/panel.tsx'
import { type Column, Rows } from '../../../web/rows.tsx'
import { Empty, Failure, Loading, Part } from '../../../web/states.tsx'
import {
  type Asking,
  type Cell,
  type Figure,
  figureCompared,
  figureRecords,
  figureRecordsFile,
  type Records,
  type Said,
} from '../contract.ts'
import { messages } from '../messages.ts'
import './figure.css'

/** What the server said in both languages, in the reader's. */
export function useSaid(): (said: Said) => string {
  const language = useLanguage()
  return (said) => said[language === 'en' ? 0 : 1]
}

/** A number that opens the records behind it. */
export function FigureDoor({ question, label, children }: { question: Asking; label?: string; children: ReactNode }) {
  const say = useWords()
  const open = useOpenFigure()
  return (
    <Door label={label ?? say(messages.showRecords)} onOpen={() => open(question)}>
      {children}
    </Door>
  )
}

/** The one panel behind every number: what is counted, for when and where, and the records themselves. */
export function FigurePanel() {
  const say = useWords()
  const asked = useOpenedFigure()
  const open = useOpenFigure()
  return (
    <SidePanel title={say(messages.whatIsCounted)} open={asked !== null} onClose={() => open(null)}>
      {asked && <Behind key={JSON.stringify(asked)} asking={withoutGaps(asked)} />}
    </SidePanel>
  )
}

const withoutGaps = ({
  fact,
  measure,
  period,
  filter,
  scope,
}: NonNullable<ReturnType<typeof useOpenedFigure>>): Asking => ({
  fact,
  measure,
  period,
  ...(filter ? { filter } : {}),
  ...(scope ? { scope } : {}),
})

function Behind({ asking }: { asking: Asking }) {
  const say = useWords()
  const said = useSaid()
  const { data } = useSuspenseQuery(read(figureCompared, asking))
  const { now, before, written, comparable } = data
  const lines: [string, ReactNode][] = [
    [say(messages.period), said(now.period)],
    [say(messages.scope), now.scope.name],
    [
      say(messages.comparedWith, { period: said(before.period) }),
      comparable ? (
        <>
          <FigureDoor question={before.question}>{said(before.inWords)}</FigureDoor>
          {say(messages.changeOf, { change: said(written) })}
        </>
      ) : (
        say(messages.nothingThen)
      ),
    ],
    [say(messages.counted), <Moment key="counted" at={now.counted} />],
  ]
  return (
    <Stack gap="md">
      <div>
        <Text size="28px" lh={1.3}>
          {said(now.inWords)}
        </Text>
        <Text>{said(now.definition)}</Text>
      </div>
      <dl className="figure-facts">
        {lines.map(([head, value]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!now.additive && <Text size="sm">{say(messages.notAdditive)}</Text>}
      <Part>
        <RecordList asking={asking} figure={now} />
      </Part>
    </Stack>
  )
}

const pageSize = 50

function RecordList({ asking, figure }: { asking: Asking; figure: Figure }) {
  const say = useWords()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 250)
  const list = useInfiniteQuery({
    queryKey: [figureRecords.name, asking, search],
    queryFn: ({ pageParam }) => call(figureRecords, { ...asking, search, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (all.length * pageSize < last.total ? all.length * pageSize : undefined),
  })
  if (figure.records === 0) return <Empty>{say(messages.noRecords)}</Empty>
  const [first] = list.data?.pages ?? []
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="end" gap="xs">
        <TextInput
          label={say(messages.recordsBehind, { count: figure.records })}
          placeholder={say(messages.filterRecords)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Anchor href={addressOf(figureRecordsFile, { ...asking, search, language })} download size="sm">
          <Group gap={4} wrap="nowrap">
            <IconDownload size={16} aria-hidden="true" />
            {say(messages.download)}
          </Group>
        </Anchor>
      </Group>
      {search !== '' && first && (
        <Text size="sm" role="status">
          {say(messages.found, { count: first.total })}
        </Text>
      )}
      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {!first && !list.error && <Loading />}
      {first && (
        <RecordRows
          columns={first.columns}
          rows={rows}
          more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        />
      )}
    </Stack>
  )
}

type RecordColumn = Records['columns'][number]
type RecordRow = Records['rows'][number]

function RecordRows({
  columns,
  rows,
  more,
}: {
  columns: RecordColumn[]
  rows: RecordRow[]
  more: (() => void) | undefined
}) {
  const say = useWords()
  const said = useSaid()
  const table = columns.map(
    (column, i): Column<RecordRow> => ({
      key: column.name,
      head: said(column.words),
      fact: i === 1 || i === 2,
      end: column.type === 'number' || column.type === 'minutes',
      cell: (row) => {
        const content = <CellText column={column} value={row.cells[column.name] ?? null} />
        return i === 0 && row.link ? (
          <PageLink to={row.link as '/'} inherit>
            {content}
          </PageLink>
        ) : (
          content
        )
      },
    }),
  )
  return <Rows name={say(messages.records)} columns={table} rows={rows} rowKey={(row) => row.id} onMore={more} />
}

function CellText({ column, value }: { column: RecordColumn; value: Cell }) {
  const say = useWords()
  const said = useSaid()
  const hours = useHours()
  if (value === null) return column.name === 'person' ? say(messages.hiddenName) : '—'
  if (typeof value === 'boolean') return say(value ? messages.yes : messages.no)
  if (column.type === 'moment') return <Moment at={new Date(value)} />
  if (column.type === 'day') return <Day of={String(value)} />
  if (column.type === 'minutes') return hours(Number(value))
  const words = column.values?.[String(value)]
  return words ? said(words) : String(value)
}
