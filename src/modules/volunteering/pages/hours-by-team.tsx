import { Table, Text } from '@mantine/core'
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Empty, Loading } from '../../../web/states.tsx'
import { type Asking, figureSeries, type Series } from '../../indicators/contract.ts'
import { FigureDoor } from '../../indicators/pages/figure.tsx'
import { boardWords } from './board-messages.ts'

const asking = (period: string): Asking => ({
  fact: 'participation',
  measure: 'minutes',
  period,
  filter: 'kind=service',
})

/** Recorded hours, a line for each team and a column for each month; every number opens its records. */
export function HoursByTeam({ year }: { year: string }) {
  const say = useWords()
  const dates = useDates()
  const said = useSaidIn()
  const { data: teams } = useSuspenseQuery(read(figureSeries, { ...asking(year), by: 'team' }))
  const { data: whole } = useSuspenseQuery(read(figureSeries, { ...asking(year), by: 'month' }))
  const months = whole.parts.filter(({ records }) => records > 0).map(({ key }) => key)
  const series = useQueries({ queries: months.map((month) => read(figureSeries, { ...asking(month), by: 'team' })) })
  if (months.length === 0) return <Empty>{say(boardWords.noHours, { year })}</Empty>
  if (series.some(({ data }) => !data)) return <Loading />
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {say(boardWords.hoursAbout, { year })}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled from the keyboard */}
      <section className="sheet team-hours" tabIndex={0} aria-label={say(boardWords.hours)}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say(boardWords.team)}</Table.Th>
              {months.map((month) => (
                <Table.Th key={month} scope="col" ta="end">
                  {dates.shortMonth(month)}
                </Table.Th>
              ))}
              <Table.Th scope="col" ta="end">
                {say(boardWords.total)}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {teams.parts.map((team) => (
              <Table.Tr key={team.key}>
                <Table.Th scope="row" fw="normal">
                  {said(team.label)}
                </Table.Th>
                {series.map(({ data }, i) => (
                  <Table.Td key={months[i]} ta="end">
                    <Cell part={data?.parts.find(({ key }) => key === team.key)} />
                  </Table.Td>
                ))}
                <Table.Td ta="end">
                  <Cell part={team} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  )
}

const useSaidIn = () => {
  const language = useLanguage()
  return (words: readonly [string, string]): string => words[language === 'en' ? 0 : 1]
}

function Cell({ part }: { part: Series['parts'][number] | undefined }) {
  const said = useSaidIn()
  if (!part || part.records === 0) return '–'
  return part.question ? <FigureDoor question={part.question}>{said(part.written)}</FigureDoor> : said(part.written)
}
