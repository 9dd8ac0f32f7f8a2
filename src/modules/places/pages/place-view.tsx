import './places.css'
import { Button, Group } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { call, read, write } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section, State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { closePlace, getPlace, type Place, type PlaceCard } from '../contract.ts'
import { kindWords } from '../messages.ts'
import { EquipmentList } from './equipment-list.tsx'
import { FloorPart } from './floor-part.tsx'
import { Hours, OpenNow } from './hours.tsx'
import { placeWords } from './messages.ts'

/** A place with what is in it. What is on there (`children`) comes from whoever knows. */
export function PlaceView({ placeId, children }: { placeId: string; children: ReactNode }) {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const { data: place } = useSuspenseQuery(read(getPlace, { placeId }))
  const checks = useHas('doChecks')
  const { parentId, closedOn } = place
  return (
    <Page
      title={place.name}
      about={say(kindWords[place.kind])}
      back={
        parentId ? (
          <PageLink to={'/places/$placeId' as '/'} params={{ placeId: parentId } as never}>
            {place.parentName}
          </PageLink>
        ) : (
          <PageLink to={'/places' as '/'}>{say(placeWords.places)}</PageLink>
        )
      }
      actions={
        place.mayManage && (
          <>
            <Button
              variant="default"
              leftSection={<IconPencil size={18} aria-hidden="true" />}
              onClick={() => void navigate({ to: '/places/$placeId/change' as '/', params: { placeId } as never })}
            >
              {say(placeWords.change)}
            </Button>
            <Closing place={place} />
          </>
        )
      }
    >
      {closedOn && (
        <p>
          <State tone="late">
            {say(closedOn <= dates.today() ? placeWords.closedSince : placeWords.closesOn, {
              day: dates.day(closedOn),
            })}
          </State>
        </p>
      )}
      {place.shut && (
        <p>
          <State tone="late">{say(placeWords.shutUntil, { reason: place.shut.reason })}</State>{' '}
          {checks && <PageLink to={`/findings/${place.shut.sourceId}` as '/'}>{say(placeWords.toFinding)}</PageLink>}
        </p>
      )}
      <Facts place={place} />
      {checks && place.kind !== 'address' && (
        <p>
          <PageLink to={`/places/${placeId}/hazards` as '/'}>{say(placeWords.hazards)}</PageLink>
        </p>
      )}
      {children}
      {place.kind === 'station' && <Rooms place={place} />}
      <Section title={say(placeWords.equipment)}>
        <EquipmentList place={place} />
      </Section>
      {place.kind !== 'address' && <FloorPart place={place} />}
    </Page>
  )
}

function Closing({ place }: { place: Place }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const back = () => call(closePlace, { placeId: place.id, on: null })
  const close = useMutation({
    ...write(closePlace),
    onSuccess: (after) => after.closedOn && notice(say(placeWords.closed, { name: place.name }), back),
  })
  return (
    <div>
      <Button
        variant="default"
        loading={close.isPending}
        onClick={() => close.mutate({ placeId: place.id, on: place.closedOn ? null : dates.today() })}
      >
        {say(place.closedOn ? placeWords.reopen : placeWords.close)}
      </Button>
      <Trouble error={close.error} />
    </div>
  )
}

function Facts({ place }: { place: PlaceCard }) {
  const say = useWords()
  const [now] = useState(() => new Date())
  const facts: [string, ReactNode][] = []
  if (place.brand) facts.push([say(placeWords.brand), place.brand])
  if (place.organizationName) facts.push([say(placeWords.keeper), place.organizationName])
  if (place.address) facts.push([say(placeWords.address), place.address])
  if (place.capacity) facts.push([say(placeWords.capacity), say(placeWords.capacityValue, { n: place.capacity })])
  if (place.areaM2) facts.push([say(placeWords.areaHead), say(placeWords.areaValue, { n: place.areaM2 })])
  if (place.kind === 'station') {
    if (place.roomCount) facts.push([say(placeWords.roomCount), place.roomCount])
    facts.push([
      say(placeWords.hours),
      <div key="hours" className="place-hours">
        <Hours hours={place.openingHours} />
        <OpenNow hours={place.openingHours} now={now} />
      </div>,
    ])
  }
  if (facts.length === 0) return null
  return (
    <dl className="sheet sheet-pad place-facts">
      {facts.map(([head, value]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Rooms({ place }: { place: PlaceCard }) {
  const say = useWords()
  const navigate = useNavigate()
  return (
    <Section
      title={say(placeWords.rooms)}
      actions={
        place.mayManage && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => void navigate({ to: '/places/new' as '/', search: { station: place.id } as never })}
          >
            {say(placeWords.newRoom)}
          </Button>
        )
      }
    >
      {place.roomList.length === 0 ? (
        <p className="sheet quiet">{say(placeWords.noRooms)}</p>
      ) : (
        <ul className="sheet lines">
          {place.roomList.map((room) => (
            <li key={room.id}>
              <Group justify="space-between" gap="xs">
                <PageLink to={'/places/$placeId' as '/'} params={{ placeId: room.id } as never}>
                  {room.name}
                </PageLink>
                <span className="room-facts">
                  {[
                    room.capacity && say(placeWords.capacityValue, { n: room.capacity }),
                    ...room.equipment.map(({ name, count }) =>
                      count > 1 ? say(placeWords.equipmentLine, { name, count }) : name,
                    ),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
