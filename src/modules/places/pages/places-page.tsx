import './places.css'
import { Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page, State } from '../../../web/page.tsx'
import { type Column, Rows } from '../../../web/rows.tsx'
import { Empty, Failure, Loading } from '../../../web/states.tsx'
import { whoAmI } from '../../organizations/me/contract.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { listPlaces, type PlaceKind, type PlaceSummary, placeKinds } from '../contract.ts'
import { kindWords } from '../messages.ts'
import { OpenNow } from './hours.tsx'
import { placeWords } from './messages.ts'

const Address = z.object({
  q: z.string().catch('').default(''),
  kind: z
    .enum([...placeKinds, 'all'])
    .catch('station')
    .default('station'),
  closed: z.enum(['1']).optional().catch(undefined),
})

export function PlacesPage() {
  const say = useWords()
  const navigate = useNavigate()
  const [address, setAddress] = useAddress(Address)
  const [q] = useDebouncedValue(address.q.trim(), 150)
  const { kind, closed } = address
  const { data: me } = useQuery(read(whoAmI, {}))
  const { data, error, refetch } = useQuery({
    ...read(listPlaces, {
      ...(q ? { q } : {}),
      ...(kind === 'all' ? {} : { kind: kind as PlaceKind }),
      ...(closed ? { closed: 'true' } : {}),
    }),
    placeholderData: keepPreviousData,
  })
  const mayManage = (me?.roles ?? []).some(({ role }) => holdersOf('managePlaces').includes(role))
  return (
    <Page
      title={say(placeWords.places)}
      about={say(placeWords.about)}
      primary={
        mayManage
          ? {
              label: say(placeWords.newPlace),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => void navigate({ to: '/places/new' as '/' }),
            }
          : undefined
      }
    >
      <Group gap="sm" mb="md" className="place-tools">
        <TextInput
          aria-label={say(placeWords.search)}
          placeholder={say(placeWords.search)}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          value={address.q}
          onChange={(event) => setAddress({ q: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={say(placeWords.kind)}
          data={[
            ...placeKinds.map((value) => ({ value: value as string, label: say(kindWords[value]) })),
            { value: 'all', label: say(placeWords.all) },
          ]}
          value={kind}
          onChange={(next) => setAddress({ kind: next as PlaceKind })}
        />
        <Checkbox
          label={say(placeWords.showClosed)}
          checked={closed === '1'}
          onChange={(event) => setAddress({ closed: event.currentTarget.checked ? '1' : undefined })}
        />
      </Group>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.length === 0 && (
        <Empty>{say(q || kind !== 'all' ? placeWords.nothingFound : placeWords.noPlaces)}</Empty>
      )}
      {data && data.length > 0 && <PlaceRows places={data} />}
    </Page>
  )
}

function PlaceRows({ places }: { places: readonly PlaceSummary[] }) {
  const say = useWords()
  const dates = useDates()
  const [now] = useState(() => new Date())
  const columns: Column<PlaceSummary>[] = [
    {
      key: 'name',
      head: say(placeWords.name),
      cell: (place) => (
        <PageLink to={'/places/$placeId' as '/'} params={{ placeId: place.id } as never}>
          {place.name}
        </PageLink>
      ),
    },
    { key: 'brand', head: say(placeWords.brand), cell: (place) => place.brand, shown: true },
    {
      key: 'keeper',
      head: say(placeWords.keeper),
      shown: true,
      cell: (place) => place.parentName ?? place.organizationName,
    },
    { key: 'address', head: say(placeWords.address), fact: true, cell: (place) => place.address ?? '—' },
    {
      key: 'rooms',
      head: say(placeWords.rooms),
      end: true,
      shown: true,
      cell: (place) => (place.kind === 'station' ? place.rooms : ''),
    },
    {
      key: 'open',
      head: say(placeWords.hours),
      fact: true,
      cell: (place) =>
        place.closedOn ? (
          <State>{say(placeWords.closedSince, { day: dates.day(place.closedOn) })}</State>
        ) : (
          <OpenNow hours={place.openingHours} now={now} unknown={place.kind === 'station'} />
        ),
    },
  ]
  return <Rows name={say(placeWords.places)} columns={columns} rows={places} rowKey={(place) => place.id} />
}
