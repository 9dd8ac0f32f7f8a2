import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { addressOf, call } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { Day, Moment, useHours } from '../../../web/moment.tsx'
import { type Column, Rows } from '../../../web/rows.tsx'
import { Empty, Failure, Loading } from '../../../web/states.tsx'
import {
  type Asking,
  type Cell,
  type Figure,
  figureRecords,
  figureRecordsFile,
  type Records,
  type Said,
} from '../contract.ts'
import { messages } from '../messages.ts'

/** What the server said in both languages, in the reader's. */
export function useSaid(): (said: Said) => string {
  const language = useLanguage()
  return (said) => said[language === 'en' ? 0 : 1]
}

const pageSize = 50

/** The records behind a figure: filtered, downloaded, each a link. */
export function RecordList({ asking, figure }: { asking: Asking; figure: Figure }) {
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
        <Group gap="md">
          {(['xlsx', 'csv'] as const).map((format) => (
            <Anchor
              key={format}
              href={addressOf(figureRecordsFile, { ...asking, search, language, format })}
              download
              size="sm"
            >
              <Group gap={4} wrap="nowrap" component="span">
                <IconDownload size={16} aria-hidden="true" />
                {say(format === 'xlsx' ? messages.downloadWorkbook : messages.downloadTable)}
              </Group>
            </Anchor>
          ))}
        </Group>
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

export function RecordRows({
  columns,
  rows,
  more,
}: {
  columns: RecordColumn[]
  rows: RecordRow[]
  more?: (() => void) | undefined
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
