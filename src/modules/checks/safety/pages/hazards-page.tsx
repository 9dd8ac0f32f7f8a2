import { SegmentedControl, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { hazardHistory } from '../contract.ts'
import { checkWords as words } from '../messages.ts'
import { HazardLine } from './hazard-line.tsx'

const Address = z.object({ by: z.enum(['room', 'fault']).catch('room').default('room') })

/** What was found in a station so far, by room or by kind of fault. */
export function HazardsPage() {
  const say = useWords()
  const { placeId } = useParams({ strict: false }) as { placeId: string }
  const [{ by }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(hazardHistory, { placeId }))
  const groups = Map.groupBy(data.hazards, ({ place, fault }) =>
    by === 'room' ? place.name : fault || say(words.otherFault),
  )
  return (
    <Page
      title={say(words.historyOf, { name: data.place.name })}
      back={<PageLink to={`/places/${placeId}` as '/'}>{data.place.name}</PageLink>}
    >
      <SegmentedControl
        mb="md"
        aria-label={say(words.history)}
        data={[
          { value: 'room', label: say(words.byRoom) },
          { value: 'fault', label: say(words.byFault) },
        ]}
        value={by}
        onChange={(next) => setAddress({ by: next as 'room' | 'fault' })}
      />
      {data.hazards.length === 0 && <Empty>{say(words.nothingFound)}</Empty>}
      {[...groups].map(([name, hazards]) => (
        <Section key={name} title={name}>
          <Text size="sm" c="dimmed" mb="xs">
            {say(words.counted, { all: hazards.length, open: hazards.filter(({ closedAt }) => !closedAt).length })}
          </Text>
          <ul className="sheet lines">
            {hazards.map((hazard) => (
              <li key={hazard.findingId}>
                <HazardLine hazard={hazard} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
