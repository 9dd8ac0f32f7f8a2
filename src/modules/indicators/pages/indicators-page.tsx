import { Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { Page } from '../../../web/page.tsx'
import { type Column, Rows } from '../../../web/rows.tsx'
import { Empty, Failure, Loading } from '../../../web/states.tsx'
import { type IndicatorRow, listIndicators } from '../named/contract.ts'
import { indicatorWords as words } from './messages.ts'
import { useSaid } from './records.tsx'
import './asking.css'

const Address = z.object({
  q: z.string().catch('').default(''),
  retired: z.enum(['yes', 'no']).catch('no').default('no'),
})

/** Every question that has a name. */
export function IndicatorsPage() {
  const say = useWords()
  const navigate = useNavigate()
  const [{ q, retired }, setAddress] = useAddress(Address)
  const search = useDebouncedCallback((next: string) => setAddress({ q: next }), 250)
  const { data, error, refetch } = useQuery({
    ...read(listIndicators, { q, retired }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={say(words.indicators)}
      about={say(words.about)}
      primary={{
        label: say(words.ask),
        icon: <IconPlus size={18} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/reports/indicators/ask' as '/' }),
      }}
    >
      <Group gap="sm" mb="md" align="end">
        <TextInput
          type="search"
          label={say(words.search)}
          defaultValue={q}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={say(words.state)}
          value={retired}
          onChange={(next) => setAddress({ retired: next as typeof retired })}
          data={[
            { value: 'no', label: say(words.inUse) },
            { value: 'yes', label: say(words.retired) },
          ]}
        />
      </Group>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <List rows={data} empty={say(q === '' && retired === 'yes' ? words.noneRetired : words.none)} />}
    </Page>
  )
}

function List({ rows, empty }: { rows: readonly IndicatorRow[]; empty: string }) {
  const say = useWords()
  const said = useSaid()
  const language = useLanguage()
  const sorted = rows.toSorted((a, b) => said(a.name).localeCompare(said(b.name), language))
  const columns: Column<IndicatorRow>[] = [
    {
      key: 'name',
      head: say(words.name),
      cell: ({ id, name }) => (
        <PageLink to={`/reports/indicators/${id}` as '/'} inherit>
          {said(name)}
        </PageLink>
      ),
    },
    { key: 'definition', head: say(words.countsShort), fact: true, cell: ({ definition }) => said(definition) },
    {
      key: 'owner',
      head: say(words.owner),
      fact: true,
      cell: ({ owner }) => <span className="no-break">{owner.name}</span>,
    },
    { key: 'version', head: say(words.version), end: true, cell: ({ version }) => String(version) },
  ]
  if (rows.length === 0) return <Empty>{empty}</Empty>
  return <Rows name={say(words.indicators)} columns={columns} rows={sorted} rowKey={({ id }) => id} />
}
