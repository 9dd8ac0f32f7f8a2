import './activity-line.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { addDays } from '../../../platform/zone.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Section } from '../../../web/page.tsx'
import { Part } from '../../../web/states.tsx'
import { PlaceView } from '../../places/pages/place-view.tsx'
import { listActivities } from '../contract.ts'
import { ActivityLine } from './activity-line.tsx'
import { activityWords } from './messages.ts'

/** A place, and what is on there this week. */
export function PlacePage() {
  const { placeId } = useParams({ strict: false }) as { placeId: string }
  return (
    <PlaceView placeId={placeId}>
      <Part>
        <WhatIsOn placeId={placeId} />
      </Part>
    </PlaceView>
  )
}

function WhatIsOn({ placeId }: { placeId: string }) {
  const say = useWords()
  const today = useDates().today()
  const { data } = useSuspenseQuery(read(listActivities, { from: today, to: addDays(today, 8), placeId }))
  return (
    <Section
      title={say(activityWords.onHere)}
      actions={
        <PageLink to={'/calendar' as '/'} search={{ place: placeId, view: 'month' } as never}>
          {say(activityWords.wholeCalendar)}
        </PageLink>
      }
    >
      {data.activities.length === 0 ? (
        <p className="sheet quiet">{say(activityWords.nothingHere)}</p>
      ) : (
        <ul className="sheet lines activity-list">
          {data.activities.map((activity) => (
            <li key={activity.id}>
              <ActivityLine activity={activity} day />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
