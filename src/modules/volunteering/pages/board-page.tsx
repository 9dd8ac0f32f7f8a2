import './board.css'
import { ActionIcon, Button, Checkbox, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { addDays, daysFrom, weekdayOf } from '../../../platform/zone.ts'
import { useAddress } from '../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { dayOf, useDates } from '../../../web/moment.tsx'
import { Page } from '../../../web/page.tsx'
import { Empty, Failure, Loading } from '../../../web/states.tsx'
import { type BoardShift, type ShiftBoard, shiftBoard, standingOnBoard } from '../board/contract.ts'
import { gapsOf } from '../board/rules.ts'
import { templateWords } from '../templates/messages.ts'
import { boardWords } from './board-messages.ts'
import { BoardPeople } from './board-people.tsx'
import { BoardCard } from './board-shift.tsx'
import type { Hand } from './board-slot.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { shiftWords } from './messages.ts'
import { PlacePanel } from './place-panel.tsx'

const Address = z.object({
  on: z.iso.date().optional().catch(undefined),
  organization: z.uuid().optional().catch(undefined),
  gaps: z.literal('1').optional().catch(undefined),
  place: z.string().max(80).optional().catch(undefined),
})

/** The week with its gaps in view: people on one side, places on the other. */
export function BoardPage() {
  const say = useWords()
  const dates = useDates()
  const [address, setAddress] = useAddress(Address)
  const on = address.on ?? dates.today()
  const from = addDays(on, 1 - weekdayOf(on))
  const range = {
    from,
    to: addDays(from, 7),
    ...(address.organization ? { organizationId: address.organization } : {}),
  }
  const { data, error, refetch } = useQuery({ ...read(shiftBoard, range), placeholderData: keepPreviousData })
  const [hand, setHand] = useState<{ id: string; name: string } | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data: standing } = useQuery({
    ...read(standingOnBoard, { ...range, personId: hand?.id ?? '' }),
    enabled: hand !== null,
  })
  const turn = (weeks: number) => {
    setChosen(new Set())
    setAddress({ on: addDays(from, weeks * 7) })
  }
  const chosenShifts = (data?.shifts ?? []).filter(({ id }) => chosen.has(id))
  return (
    <Page
      title={say(boardWords.board)}
      about={data && say(boardWords.boardAbout, { missing: data.missing, urgent: data.urgent })}
      wide
      back={<PageLink to={'/shifts' as '/'}>{say(shiftWords.shifts)}</PageLink>}
      actions={
        <>
          <ButtonLink to={'/shifts/templates' as '/'} variant="default">
            {say(templateWords.title)}
          </ButtonLink>
          <ButtonLink to={'/shifts/gaps' as '/'} variant="default">
            {say(boardWords.gapsTitle)}
          </ButtonLink>
        </>
      }
    >
      <div className="board-tools">
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="default" size="lg" aria-label={say(boardWords.earlier)} onClick={() => turn(-1)}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <Button variant="default" px="sm" onClick={() => setAddress({ on: undefined })}>
            {say(boardWords.thisWeek)}
          </Button>
          <ActionIcon variant="default" size="lg" aria-label={say(boardWords.later)} onClick={() => turn(1)}>
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
        <h2 className="board-week" aria-live="polite">
          {`${dates.day(from, { relative: false })} – ${dates.day(addDays(from, 6), { relative: false })}`}
        </h2>
        <Checkbox
          label={say(boardWords.onlyGaps)}
          checked={address.gaps === '1'}
          onChange={(event) => setAddress({ gaps: event.currentTarget.checked ? '1' : undefined })}
        />
        {address.organization && (
          <Button variant="default" onClick={() => setAddress({ organization: undefined })}>
            {say(boardWords.everywhere)}
          </Button>
        )}
      </div>
      {error && !data ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading shape="cards" /> : null}
      {chosenShifts.length > 0 && <BulkBar shifts={chosenShifts} onDone={() => setChosen(new Set())} />}
      {data && (
        <div className="board">
          <BoardPeople people={data.people} hand={hand} onTake={setHand} />
          <Week
            board={data}
            from={from}
            onlyGaps={address.gaps === '1'}
            hand={hand && { ...hand, standing, drop: () => setHand(null) }}
            chosen={chosen}
            onChoose={(id) => setChosen((now) => (now.has(id) ? without(now, id) : new Set([...now, id])))}
            onPlace={(shiftId, roleId) => setAddress({ place: `${shiftId}.${roleId}` }, { push: true })}
          />
        </div>
      )}
      {data && (
        <PlacePanel
          shifts={data.shifts}
          place={address.place}
          mayOverrule={data.mayOverrule}
          onClose={() => setAddress({ place: undefined })}
        />
      )}
    </Page>
  )
}

const without = (all: ReadonlySet<string>, id: string): Set<string> => new Set([...all].filter((one) => one !== id))

function Week({
  board,
  from,
  onlyGaps,
  hand,
  chosen,
  onChoose,
  onPlace,
}: {
  board: ShiftBoard
  from: string
  onlyGaps: boolean
  hand: Hand | null
  chosen: ReadonlySet<string>
  onChoose: (id: string) => void
  onPlace: (shiftId: string, roleId: string) => void
}) {
  const say = useWords()
  const dates = useDates()
  const shown = onlyGaps ? board.shifts.filter((shift) => gapsOf([shift]).missing > 0) : board.shifts
  const byDay = useMemo(
    () => Map.groupBy<string, BoardShift>(shown, ({ startsAt }) => dayOf(startsAt, dates.timeZone)),
    [shown, dates.timeZone],
  )
  if (shown.length === 0)
    return (
      <Empty action={<ButtonLink to="/calendar">{say(boardWords.fromCalendar)}</ButtonLink>}>
        {say(boardWords.nothing)}
      </Empty>
    )
  const days = [...daysFrom(from, addDays(from, 7))]
  const empty = days.filter((day) => !byDay.has(day)).map((day) => dates.day(day, { weekday: true, relative: false }))
  return (
    <div>
      <div className="board-week-days">
        {days.map((day) => {
          const shifts = byDay.get(day)
          if (!shifts) return null
          return (
            <section key={day}>
              <h3 className="board-day-head" data-today={day === dates.today() || undefined}>
                {dates.day(day, { weekday: true, relative: false })}
              </h3>
              {shifts.map((shift) => (
                <BoardCard
                  key={shift.id}
                  shift={shift}
                  hand={hand}
                  mayOverrule={board.mayOverrule}
                  chosen={chosen.has(shift.id)}
                  onChoose={() => onChoose(shift.id)}
                  onPlace={(roleId) => onPlace(shift.id, roleId)}
                />
              ))}
            </section>
          )
        })}
      </div>
      {empty.length > 0 && !onlyGaps && (
        <Text size="sm" c="dimmed" mt="md">
          {say(boardWords.noShiftOn, { days: empty.join(say(boardWords.and)) })}
        </Text>
      )}
    </div>
  )
}
