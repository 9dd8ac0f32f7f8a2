import './places.css'
import { SegmentedControl } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { Page } from '../../../web/page.tsx'
import { whoAmI } from '../../organizations/me/contract.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { getPlace, type Place, type PlaceKind } from '../contract.ts'
import { kindWords } from '../messages.ts'
import { placeWords } from './messages.ts'
import { PlaceForm } from './place-form.tsx'

const Address = z.object({ station: z.uuid().optional().catch(undefined) })

export function NewPlacePage() {
  const say = useWords()
  const router = useRouter()
  const open = useOpenPlace()
  const [{ station }] = useAddress(Address)
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const { data: house } = useQuery({ ...read(getPlace, { placeId: station ?? '' }), enabled: station !== undefined })
  const managing = me.roles.filter(({ role }) => holdersOf('managePlaces').includes(role))
  const keepers = [...new Map(managing.map((role) => [role.organizationId, role.organizationName]))].map(
    ([value, label]) => ({ value, label }),
  )
  const [kind, setKind] = useState<PlaceKind>('station')
  if (station && !house) return null
  return (
    <Page
      title={say(station ? placeWords.newRoom : placeWords.newPlace)}
      about={house?.name}
      back={<PageLink to={'/places' as '/'}>{say(placeWords.places)}</PageLink>}
    >
      {!station && (
        <SegmentedControl
          mb="md"
          aria-label={say(placeWords.kind)}
          data={(['station', 'address'] as const).map((value) => ({ value, label: say(kindWords[value]) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <PlaceForm
        key={kind}
        placeId={null}
        start={{
          kind: station ? 'room' : kind,
          name: '',
          organizationId: house?.organizationId ?? keepers[0]?.value ?? '',
          parentId: station ?? null,
          openingHours: [],
        }}
        keepers={keepers}
        onDone={open}
        onLeave={() => router.history.back()}
      />
    </Page>
  )
}

export function ChangePlacePage() {
  const say = useWords()
  const open = useOpenPlace()
  const { placeId } = useParams({ strict: false }) as { placeId: string }
  const { data: place } = useSuspenseQuery(read(getPlace, { placeId }))
  const { kind, name, organizationId, parentId, address, brand, areaM2, roomCount, capacity, openingHours } = place
  const { latitude, longitude } = place
  const start = { kind, name, parentId, address, brand, areaM2, roomCount, capacity, openingHours, latitude, longitude }
  return (
    <Page
      title={say(placeWords.changeTitle, { name })}
      back={
        <PageLink to={'/places/$placeId' as '/'} params={{ placeId } as never}>
          {name}
        </PageLink>
      }
    >
      <PlaceForm
        placeId={placeId}
        start={{ ...start, organizationId: organizationId ?? placeId }}
        keepers={[]}
        onDone={open}
        onLeave={() => open(place)}
      />
    </Page>
  )
}

function useOpenPlace() {
  const navigate = useNavigate()
  return ({ id }: Pick<Place, 'id'>) =>
    void navigate({ to: '/places/$placeId' as '/', params: { placeId: id } as never, replace: true })
}
