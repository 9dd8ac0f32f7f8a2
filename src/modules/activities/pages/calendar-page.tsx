import './calendar.css'
import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendarShare, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { useDates } from '../../../web/moment.tsx'
import { Page } from '../../../web/page.tsx'
import { Empty, Failure, Loading } from '../../../web/states.tsx'
import { onPhone } from '../../../web/theme.ts'
import { whoAmI } from '../../organizations/me/contract.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { type Calendar, listActivities } from '../contract.ts'
import { Address, CalendarFilters } from './calendar-filters.tsx'
import { FeedPanel } from './feed-panel.tsx'
import { ListView } from './list-view.tsx'
import { calendarWords } from './messages.ts'
import { MonthView } from './month-view.tsx'
import { spanOf, step, type View, views } from './span.ts'
import { WeekView } from './week-view.tsx'

const viewOr = (view: View | undefined, phone: boolean): View => view ?? (phone ? 'list' : 'month')

export function CalendarPage() {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const phone = useMediaQuery(onPhone, undefined, { getInitialValueInEffect: false }) ?? false
  const [address, setAddress] = useAddress(Address)
  const { data: me } = useQuery(read(whoAmI, {}))
  const view = viewOr(address.view, phone)
  const on = address.on ?? dates.today()
  const { from, to } = spanOf(view, on)
  const { kind, organization, place, mine } = address
  const { data, error, refetch } = useQuery({
    ...read(listActivities, {
      from,
      to,
      kind,
      organizationId: organization,
      placeId: place,
      ...(mine ? { mine: 'true' } : {}),
    }),
    placeholderData: keepPreviousData,
  })
  const mayPlan = (me?.roles ?? []).some(({ role }) => holdersOf('planActivities').includes(role))
  const plan = () => void navigate({ to: '/activities/new' as '/', search: { day: on } as never })
  const title =
    view === 'month'
      ? dates.month(on)
      : `${dates.day(from, { relative: false })} – ${dates.day(lastOf(to), { relative: false })}`
  return (
    <Page
      title={say(calendarWords.calendar)}
      wide
      actions={
        <Button
          variant="default"
          leftSection={<IconCalendarShare size={18} aria-hidden="true" />}
          onClick={() => setAddress({ feed: '1' }, { push: true })}
        >
          {say(calendarWords.subscribe)}
        </Button>
      }
      primary={
        mayPlan
          ? { label: say(calendarWords.newActivity), icon: <IconPlus size={18} aria-hidden="true" />, onClick: plan }
          : undefined
      }
    >
      <div className="calendar-tools">
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(calendarWords.earlier)}
            onClick={() => setAddress({ on: step(view, on, -1) })}
          >
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <Button variant="default" px="sm" onClick={() => setAddress({ on: undefined })}>
            {say(calendarWords.today)}
          </Button>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(calendarWords.later)}
            onClick={() => setAddress({ on: step(view, on, 1) })}
          >
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
        <h2 className="calendar-title" aria-live="polite">
          {title}
        </h2>
        <SegmentedControl
          aria-label={say(calendarWords.view)}
          data={views.map((value) => ({ value, label: say(calendarWords[value]) }))}
          value={view}
          onChange={(next) => setAddress({ view: next as View })}
        />
      </div>
      <CalendarFilters address={address} setAddress={setAddress} roles={me?.roles ?? []} />
      <div className="calendar-body">
        {error && !data ? <Failure error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading shape="cards" /> : null}
        {data && (
          <Body
            calendar={data}
            view={view}
            on={on}
            from={from}
            to={to}
            filtered={Boolean(kind || organization || place || mine)}
            onDay={(day) => setAddress(phone ? { on: day } : { on: day, view: 'list' }, { push: true })}
            onClear={() => setAddress({ kind: undefined, organization: undefined, place: undefined, mine: undefined })}
          />
        )}
      </div>
      <FeedPanel
        open={address.feed === '1'}
        onClose={() => setAddress({ feed: undefined })}
        organization={organization ?? null}
      />
    </Page>
  )
}

const lastOf = (to: string): string => new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10)

function Body({
  calendar,
  view,
  on,
  from,
  to,
  filtered,
  onDay,
  onClear,
}: {
  calendar: Calendar
  view: View
  on: string
  from: string
  to: string
  filtered: boolean
  onDay: (day: string) => void
  onClear: () => void
}) {
  const say = useWords()
  const years = calendar.unpublishedYears
  return (
    <>
      {years.length > 0 && (
        <p className="calendar-note">{say(calendarWords.unpublished, { years: years.join(', ') })}</p>
      )}
      {calendar.more && <p className="calendar-note">{say(calendarWords.tooMany)}</p>}
      {view === 'month' && <MonthView calendar={calendar} from={from} to={to} on={on} onDay={onDay} />}
      {view === 'week' && <WeekView calendar={calendar} from={from} to={to} />}
      {view === 'list' && <ListView calendar={calendar} from={from} to={to} />}
      {calendar.activities.length === 0 && view !== 'week' && (
        <Empty
          action={
            filtered && (
              <Button variant="default" onClick={onClear}>
                {say(calendarWords.clearFilters)}
              </Button>
            )
          }
        >
          {say(filtered ? calendarWords.nothingFiltered : calendarWords.nothing)}
        </Empty>
      )}
    </>
  )
}
