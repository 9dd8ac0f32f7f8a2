import './board.css'
import './shifts.css'
import { Table } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { dayOf, Moment, useDates } from '../../../web/moment.tsx'
import { Page, Section, State } from '../../../web/page.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { type ShiftGap, shiftGaps } from '../board/contract.ts'
import { boardWords } from './board-messages.ts'
import { HoursByTeam } from './hours-by-team.tsx'

/** What is missing ahead, by team and by community, and the hours that were served. */
export function GapsPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(shiftGaps, {}))
  const year = useDates().today().slice(0, 4)
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
            <HoursByTeam year={year} />
          </Part>
        </Section>
      )}
    </Page>
  )
}

type Line = Omit<ShiftGap, 'organizationId' | 'isTeam' | 'community'> & { organizationId?: string }

function byCommunity(gaps: readonly ShiftGap[], elsewhere: string): Line[] {
  const groups = Map.groupBy(gaps, ({ community }) => community ?? elsewhere)
  const sum = (rows: readonly ShiftGap[], key: 'shifts' | 'offered' | 'filled' | 'missing' | 'urgent'): number =>
    rows.reduce((total, row) => total + row[key], 0)
  return [...groups]
    .map(([name, rows]) => ({
      name,
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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled from the keyboard
    <section className="sheet gaps" tabIndex={0} aria-label={label}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{head}</Table.Th>
            <Table.Th scope="col" ta="end">
              {say(boardWords.missingPlaces)}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {say(boardWords.filledPlaces)}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {say(boardWords.offeredPlaces)}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {say(boardWords.shifts)}
            </Table.Th>
            <Table.Th scope="col">{say(boardWords.next)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.organizationId ?? row.name}>
              <Table.Th scope="row" fw="normal">
                {row.name}
              </Table.Th>
              <Table.Td ta="end">
                <BoardDoor row={row}>{row.missing}</BoardDoor>{' '}
                {row.urgent > 0 && <State tone="late">{say(boardWords.urgent, { n: row.urgent })}</State>}
              </Table.Td>
              <Table.Td ta="end">{row.filled}</Table.Td>
              <Table.Td ta="end">{row.offered}</Table.Td>
              <Table.Td ta="end">{row.shifts}</Table.Td>
              <Table.Td>{row.nextAt ? <Moment at={row.nextAt} /> : '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
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
