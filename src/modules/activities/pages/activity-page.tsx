import './activity.css'
import { Button, Text } from '@mantine/core'
import { IconChecklist, IconPencil, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { dayIn } from '../../../platform/zone.ts'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page, Section, State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { sheetRefusal } from '../attendance/rules.ts'
import { type Activity, getActivity, restoreActivity } from '../contract.ts'
import { doorWords } from '../doors/messages.ts'
import { activityKindWords, onHolidayWords } from '../messages.ts'
import { sayRule } from '../series/repeat/messages.ts'
import { CancelPanel } from './cancel-panel.tsx'
import { Decline } from './decline-panel.tsx'
import { InvitePanel } from './invite-panel.tsx'
import { activityWords, calendarWords } from './messages.ts'
import { PeopleList } from './people-list.tsx'

const Address = z.object({ panel: z.enum(['cancel', 'invite']).optional().catch(undefined) })

export function ActivityPage() {
  const say = useWords()
  const navigate = useNavigate()
  const { activityId } = useParams({ strict: false }) as { activityId: string }
  const { data: activity } = useSuspenseQuery(read(getActivity, { activityId }))
  const [address, setAddress] = useAddress(Address)
  const [now] = useState(() => new Date())
  const { may, cancelledAt } = activity
  const sheetOpen = may.record && sheetRefusal(activity, now) === null
  const go = (to: string) => void navigate({ to: to as '/', params: { activityId } as never })
  return (
    <Page
      title={activity.title}
      about={say(activityKindWords[activity.kind])}
      back={<PageLink to={'/calendar' as '/'}>{say(activityWords.back)}</PageLink>}
      actions={
        <>
          {activity.kind === 'study' && (
            <Button variant="default" onClick={() => go('/activities/$activityId/study')}>
              {say(activityWords.study)}
            </Button>
          )}
          {activity.kind === 'meeting' && (
            <Button variant="default" onClick={() => go('/meetings/$activityId')}>
              {say(activityWords.agenda)}
            </Button>
          )}
          {may.change && (
            <>
              {sheetOpen && (
                <Button variant="default" onClick={() => go('/activities/$activityId/door')}>
                  {say(doorWords.title)}
                </Button>
              )}
              <Button variant="default" onClick={() => go('/activities/$activityId/shifts')}>
                {say(activityWords.shifts)}
              </Button>
              {!cancelledAt && (
                <Button
                  variant="default"
                  leftSection={<IconPencil size={18} aria-hidden="true" />}
                  onClick={() => go('/activities/$activityId/change')}
                >
                  {say(activityWords.change)}
                </Button>
              )}
              {cancelledAt ? (
                <Restore activityId={activityId} />
              ) : (
                <Button variant="default" onClick={() => setAddress({ panel: 'cancel' }, { push: true })}>
                  {say(activityWords.cancel)}
                </Button>
              )}
            </>
          )}
        </>
      }
      primary={
        sheetOpen
          ? {
              label: say(activityWords.openSheet),
              icon: <IconChecklist size={18} aria-hidden="true" />,
              onClick: () => go('/activities/$activityId/attendance'),
            }
          : undefined
      }
    >
      {cancelledAt && (
        <p className="activity-cancelled">
          <State tone="late">{say(calendarWords.cancelled)}</State> {activity.cancelReason}
        </p>
      )}
      <Facts activity={activity} />
      <Decline activity={activity} />
      {activity.description && <p className="activity-description">{activity.description}</p>}
      <Section
        title={say(activityWords.people)}
        actions={
          may.change &&
          !cancelledAt && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden="true" />}
              onClick={() => setAddress({ panel: 'invite' }, { push: true })}
            >
              {say(activityWords.invite)}
            </Button>
          )
        }
      >
        <PeopleList activity={activity} />
      </Section>
      <CancelPanel
        activity={activity}
        open={address.panel === 'cancel'}
        onClose={() => setAddress({ panel: undefined })}
      />
      <InvitePanel
        activity={activity}
        open={address.panel === 'invite'}
        onClose={() => setAddress({ panel: undefined })}
      />
    </Page>
  )
}

function Restore({ activityId }: { activityId: string }) {
  const say = useWords()
  const restore = useMutation(write(restoreActivity))
  return (
    <div>
      <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate({ activityId })}>
        {say(activityWords.restore)}
      </Button>
      <Trouble error={restore.error} />
    </div>
  )
}

function Facts({ activity }: { activity: Activity }) {
  const say = useWords()
  const dates = useDates()
  const language = useLanguage()
  const { startsAt, endsAt, placeId, placeName, teams, series, seriesDate } = activity
  const day = dayIn(dates.timeZone, startsAt)
  const facts: [string, ReactNode][] = [
    [
      say(activityWords.when),
      <time key="when" dateTime={startsAt.toISOString()} title={dates.exact(startsAt)}>
        {dates.span(startsAt, endsAt, { weekday: true })}
      </time>,
    ],
  ]
  if (placeId && placeName)
    facts.push([
      say(activityWords.where),
      <PageLink key="where" to={'/places/$placeId' as '/'} params={{ placeId } as never}>
        {placeName}
      </PageLink>,
    ])
  facts.push([say(activityWords.host), activity.hostName])
  if (activity.topic) facts.push([say(activityWords.topic), activity.topic])
  if (activity.groupName) facts.push([say(activityWords.group), activity.groupName])
  if (teams.length > 0)
    facts.push([say(activityWords.teams), teams.map((team) => team.name).join(language === 'en' ? ', ' : '、')])
  if (series)
    facts.push([
      say(activityWords.repeats),
      say(activityWords.repeatsHoliday, {
        rule: sayRule(language, series.rule),
        choice: say(onHolidayWords[series.onHoliday]),
      }),
    ])
  if (activity.ledgerNumber) facts.push([say(activityWords.ledger), activity.ledgerNumber])
  return (
    <>
      <dl className="sheet sheet-pad facts">
        {facts.map(([head, value]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {seriesDate && seriesDate !== day && !activity.detached && (
        <Text size="sm" c="dimmed" mt="xs">
          {say(activityWords.movedFrom, { day: dates.day(seriesDate, { weekday: true }) })}
        </Text>
      )}
      {activity.detached && !activity.cancelledAt && (
        <Text size="sm" c="dimmed" mt="xs">
          {say(activityWords.changedByHand)}
        </Text>
      )}
    </>
  )
}
