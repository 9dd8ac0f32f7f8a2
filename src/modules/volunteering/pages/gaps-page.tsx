import './board.css'
import './shifts.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { dayOf, Moment, useDates } from '../../../web/moment.tsx'
import { Page, Section, State } from '../../../web/page.tsx'
import { Rows } from '../../../web/rows.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { Years } from '../../../web/years.tsx'
import { type ShiftGap, shiftGaps } from '../board/contract.ts'
import { boardWords } from './board-messages.ts'
import { HoursByTeam } from './hours-by-team.tsx'

/** The year is the one of the hours; gaps are always those ahead. */
const Address = z.object({ year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined) })

/** What is missing ahead, by team and by community, and the hours that were served. */
export function GapsPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(shiftGaps, {}))
  const [address] = useAddress(Address)
  const dates = useDates()
  const year = address.year ?? Number(dates.today().slice(0, 4))
  const mayCount = useHas('readFigures')
  return (
    <Page
      title={say(boardWords.gapsTitle)}
      about={say(boardWords.gapsAbout)}
      back={<PageLink to={'/shifts/board' as '/'}>{say(boardWords.board)}</PageLink>}
    >
      {data.gaps.length === 0 ? (
        <Empty>{say(boardWords.noGaps)}</Empty>
      ) : (
        <>
          <Section title={say(boardWords.byTeam)}>
            <Gaps rows={data.gaps} head={say(boardWords.team)} label={say(boardWords.byTeam)} />
          </Section>
          <Section title={say(boardWords.byCommunity)}>
            <Gaps
              rows={byCommunity(data.gaps, say(boardWords.elsewhere))}
              head={say(boardWords.community)}
              label={say(boardWords.byCommunity)}
            />
          </Section>
        </>
      )}
      {mayCount && (
        <Section title={say(boardWords.hours)}>
          <Part>
            <Years year={year} />
            <HoursByTeam key={year} year={String(year)} />
          </Part>
        </Section>
      )}
    </Page>
  )
}

type Line = Omit<ShiftGap, 'organizationId' | 'isTeam' | 'community'> & { organizationId?: string }

function byCommunity(gaps: readonly ShiftGap[], elsewhere: string): Line[] {
  const groups = Map.groupBy(gaps, ({ community }) => community?.id ?? '')
  const sum = (rows: readonly ShiftGap[], key: 'shifts' | 'offered' | 'filled' | 'missing' | 'urgent'): number =>
    rows.reduce((total, row) => total + row[key], 0)
  return [...groups]
    .map(([organizationId, rows]) => ({
      name: rows[0]?.community?.name ?? elsewhere,
      ...(organizationId ? { organizationId } : {}),
      shifts: sum(rows, 'shifts'),
      offered: sum(rows, 'offered'),
      filled: sum(rows, 'filled'),
      missing: sum(rows, 'missing'),
      urgent: sum(rows, 'urgent'),
      nextAt: rows.reduce<Date | null>(
        (first, { nextAt }) => (nextAt && (!first || nextAt < first) ? nextAt : first),
        null,
      ),
    }))
    .sort((a, b) => b.urgent - a.urgent || b.missing - a.missing)
}

function Gaps({ rows, head, label }: { rows: readonly Line[]; head: string; label: string }) {
  const say = useWords()
  return (
    <Rows
      name={label}
      rows={rows}
      rowKey={(row) => row.organizationId ?? row.name}
      columns={[
        { key: 'name', head, cell: (row) => row.name },
        {
          key: 'missing',
          head: say(boardWords.missingPlaces),
          fact: true,
          end: true,
          cell: (row) => (
            <>
              {row.urgent > 0 && <State tone="late">{say(boardWords.urgent, { n: row.urgent })}</State>}{' '}
              <BoardDoor row={row}>{row.missing}</BoardDoor>
            </>
          ),
        },
        { key: 'filled', head: say(boardWords.filledPlaces), end: true, cell: (row) => row.filled },
        { key: 'offered', head: say(boardWords.offeredPlaces), end: true, cell: (row) => row.offered },
        { key: 'shifts', head: say(boardWords.shifts), end: true, cell: (row) => row.shifts },
        {
          key: 'next',
          head: say(boardWords.next),
          fact: true,
          end: true,
          cell: (row) => (row.nextAt ? <Moment at={row.nextAt} /> : '–'),
        },
      ]}
    />
  )
}

/** What is still to come is no figure yet: the number opens the places themselves, on the board. */
function BoardDoor({ row, children }: { row: Line; children: number }) {
  const say = useWords()
  const dates = useDates()
  if (!row.organizationId) return children
  return (
    <PageLink
      className="door"
      to={'/shifts/board' as '/'}
      search={
        {
          organization: row.organizationId,
          gaps: '1',
          on: row.nextAt ? dayOf(row.nextAt, dates.timeZone) : undefined,
        } as never
      }
      aria-label={`${say(boardWords.openBoard, { name: row.name })}: ${children}`}
    >
      {children}
    </PageLink>
  )
}
