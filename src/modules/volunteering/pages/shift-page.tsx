import './shifts.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { Moment, useDates } from '../../../web/moment.tsx'
import { Page, Section, State } from '../../../web/page.tsx'
import { getShift, type Shift } from '../contract.ts'
import { myRefusals } from '../signing/contract.ts'
import { shiftWords } from './messages.ts'
import { MyPlace } from './my-place.tsx'
import { RoleLine } from './role-line.tsx'
import { useShiftQueue } from './shift-queue.ts'
import { MapLink } from './shift-when.tsx'

/** One shift as a volunteer meets it: when, where, which roles, and how I stand to it. */
export function ShiftPage() {
  const say = useWords()
  const { shiftId } = useParams({ strict: false }) as { shiftId: string }
  const { data: shift } = useSuspenseQuery(read(getShift, { shiftId }))
  const queue = useShiftQueue()
  const refusals = useQuery(read(myRefusals, { shiftId: shift.id })).data
  const leads = useHas('planActivities')
  return (
    <Page
      title={shift.title}
      about={shift.confirmation === 'leader' ? say(shiftWords.leaderConfirms) : undefined}
      back={<PageLink to={'/shifts' as '/'}>{say(shiftWords.shifts)}</PageLink>}
      actions={
        leads && (
          <ButtonLink
            to={'/activities/$activityId/shifts' as '/'}
            params={{ activityId: shift.activityId } as never}
            variant="default"
          >
            {say(shiftWords.change)}
          </ButtonLink>
        )
      }
    >
      {shift.cancelledAt && (
        <p>
          <State tone="late">{say(shiftWords.cancelled)}</State>
        </p>
      )}
      <MyPlace shift={shift} queue={queue} />
      <Facts shift={shift} />
      <Section title={say(shiftWords.roles)}>
        <ul className="sheet sheet-pad roles">
          {shift.roles.map((role) => (
            <RoleLine key={role.id} shift={shift} role={role} refusal={refusals?.[role.id]} queue={queue} />
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Facts({ shift }: { shift: Shift }) {
  const say = useWords()
  const dates = useDates()
  const { startsAt, endsAt, placeId, placeName, opensAt, closesAt } = shift
  const facts: [string, ReactNode][] = [
    [
      say(shiftWords.when),
      <time key="when" dateTime={startsAt.toISOString()} title={dates.exact(startsAt)}>
        {dates.span(startsAt, endsAt, { weekday: true })}
      </time>,
    ],
  ]
  if (placeId && placeName)
    facts.push([
      say(shiftWords.where),
      <span key="where">
        <PageLink to={'/places/$placeId' as '/'} params={{ placeId } as never}>
          {placeName}
        </PageLink>{' '}
        <MapLink shift={shift} />
      </span>,
    ])
  facts.push([say(shiftWords.host), shift.hostName])
  facts.push([
    say(shiftWords.activity),
    <PageLink key="activity" to={'/activities/$activityId' as '/'} params={{ activityId: shift.activityId } as never}>
      {shift.title}
    </PageLink>,
  ])
  if (opensAt) facts.push([say(shiftWords.opens), <Moment key="opens" at={opensAt} />])
  if (closesAt) facts.push([say(shiftWords.closes), <Moment key="closes" at={closesAt} />])
  return (
    <dl className="sheet sheet-pad facts shift-facts">
      {facts.map(([head, value]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
