import { ActionIcon, Group, Text } from '@mantine/core'
import { IconCheck, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type ActivitySummary, myDay } from '../../modules/activities/contract.ts'
import { MineToday } from '../../modules/checks/findings/pages/mine-today.tsx'
import { figureSeries } from '../../modules/indicators/contract.ts'
import { Answers } from '../../modules/volunteering/pages/answers-part.tsx'
import { ShiftsToday } from '../../modules/volunteering/pages/shifts-today.tsx'
import { useWords } from '../../platform/i18n.ts'
import { read } from '../../platform/web.tsx'
import { useAddress } from '../address.ts'
import { ButtonLink, PageLink } from '../link.tsx'
import { useHas, useMe } from '../me.ts'
import { useDates } from '../moment.tsx'
import { Page, Section, State } from '../page.tsx'
import { Part } from '../states.tsx'
import { messages } from './messages.ts'
import { YearInPictures } from './year-in-pictures.tsx'

const Address = z.object({ year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined) })

/** My day: what is on, what I owe, what is late; below it the year in pictures. */
export function Today() {
  const say = useWords()
  const dates = useDates()
  const { data: mine } = useSuspenseQuery(read(myDay, {}))
  const [address, setAddress] = useAddress(Address)
  const me = useMe()
  const serves = me?.roles.some(({ role }) => role === 'volunteer' || role === 'teamLeader') ?? false
  const answers = useHas('planActivities') || serves
  return (
    <Page title={say(messages.today)} about={dates.day(mine.day, { weekday: true, relative: false })}>
      {me && answers && <Answers me={me.personId} />}
      {serves && <ShiftsToday />}
      <Part shape="rows">
        <MineToday />
      </Part>
      <div className="day-board">
        <Section title={say(messages.onToday)}>
          {mine.today.length > 0 ? (
            <ActivityList activities={mine.today} timeOnly />
          ) : (
            <p className="sheet quiet">
              {say(messages.nothingToday)} <PageLink to="/calendar">{say(messages.toCalendar)}</PageLink>
            </p>
          )}
        </Section>
        <Section title={say(messages.owed)}>
          <Owed owed={mine.owed} />
        </Section>
        <Section title={say(messages.thisWeek)}>
          {mine.week.length > 0 ? (
            <ActivityList activities={mine.week} />
          ) : (
            <p className="sheet quiet">{say(messages.nothingThisWeek)}</p>
          )}
        </Section>
      </div>
      <Part shape="cards">
        <YearPart asked={address.year} now={Number(mine.day.slice(0, 4))} show={(year) => setAddress({ year })} />
      </Part>
    </Page>
  )
}

/** The year asked for, else the latest one in which anything is on record: after an import that may be an earlier one. */
function YearPart({ asked, now, show }: { asked: number | undefined; now: number; show: (year: number) => void }) {
  const mayCount = useHas('readFigures')
  if (asked !== undefined || !mayCount) return <Year year={asked ?? now} show={show} />
  return <LatestYear now={now} show={show} />
}

function LatestYear({ now, show }: { now: number; show: (year: number) => void }) {
  const period = `2000-01-01..${now}-12-31`
  const { data } = useSuspenseQuery(read(figureSeries, { fact: 'activity', measure: 'count', period, by: 'year' }))
  const latest = data.parts.filter((part) => part.records > 0).at(-1)
  return <Year year={latest ? Number(latest.key) : now} show={show} />
}

function Year({ year, show }: { year: number; show: (year: number) => void }) {
  const say = useWords()
  return (
    <Section
      title={say(messages.year, { year: String(year) })}
      actions={
        <Group gap={4}>
          <ActionIcon variant="default" aria-label={say(messages.yearBefore)} onClick={() => show(year - 1)}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={say(messages.yearAfter)} onClick={() => show(year + 1)}>
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
      }
    >
      <Part shape="cards">
        <YearInPictures year={year} />
      </Part>
    </Section>
  )
}

function ActivityList({ activities, timeOnly }: { activities: readonly ActivitySummary[]; timeOnly?: boolean }) {
  return (
    <ul className="sheet lines">
      {activities.map((activity) => (
        <ActivityLine key={activity.id} activity={activity} timeOnly={timeOnly ?? false} />
      ))}
    </ul>
  )
}

function ActivityLine({ activity, timeOnly }: { activity: ActivitySummary; timeOnly: boolean }) {
  const say = useWords()
  const dates = useDates()
  const { startsAt, endsAt, expected, attended, recorded } = activity
  const when = timeOnly
    ? `${dates.time(startsAt)}–${dates.time(endsAt)}`
    : dates.span(startsAt, endsAt, { weekday: true })
  return (
    <li>
      <PageLink to="/activities/$activityId" params={{ activityId: activity.id }}>
        {activity.title}
      </PageLink>
      <Text size="sm" c="dimmed">
        <time dateTime={startsAt.toISOString()} title={dates.exact(startsAt)}>
          {when}
        </time>
        {activity.placeName && ` · ${activity.placeName}`}
        {` · ${activity.hostName}`}
      </Text>
      {activity.cancelledAt ? (
        <State tone="late">{say(messages.cancelled)}</State>
      ) : (
        expected > 0 && (
          <Text size="sm" c="dimmed">
            {recorded > 0 ? say(messages.came, { attended, expected }) : say(messages.expected, { expected })}
          </Text>
        )
      )}
    </li>
  )
}

function Owed({ owed }: { owed: readonly (ActivitySummary & { late: boolean })[] }) {
  const say = useWords()
  const dates = useDates()
  if (owed.length === 0)
    return (
      <p className="sheet quiet">
        <IconCheck size={18} stroke={1.6} aria-hidden="true" className="inline-icon" /> {say(messages.nothingOwed)}
      </p>
    )
  const late = owed.filter((one) => one.late).length
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {say(messages.owedAbout, { count: owed.length, late })}
      </Text>
      <ul className="sheet lines">
        {owed.map((activity) => (
          <li key={activity.id} className="line-with-action">
            <div>
              <div>
                {activity.title} {activity.late && <State tone="late">{say(messages.late)}</State>}
              </div>
              <Text size="sm" c="dimmed">
                <time dateTime={activity.startsAt.toISOString()} title={dates.exact(activity.startsAt)}>
                  {dates.span(activity.startsAt, activity.endsAt)}
                </time>
                {activity.placeName && ` · ${activity.placeName}`}
              </Text>
            </div>
            <ButtonLink
              to="/activities/$activityId/attendance"
              params={{ activityId: activity.id }}
              size="compact-md"
              variant={activity.late ? 'filled' : 'default'}
              aria-label={say(messages.fillInFor, { title: activity.title })}
            >
              {say(messages.fillIn)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  )
}
