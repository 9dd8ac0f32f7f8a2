import { Group, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { Bars } from '../../../web/charts/bars.tsx'
import type { Point } from '../../../web/charts/points.ts'
import { useOpenFigure } from '../../../web/figure-address.ts'
import { useDates } from '../../../web/moment.tsx'
import { Section, Sheet } from '../../../web/page.tsx'
import { Empty, Loading, Trouble } from '../../../web/states.tsx'
import { type Asking, type Figure, figure, figureRecords, figureSeries } from '../contract.ts'
import { messages } from '../messages.ts'
import { FigureDoor } from './figure.tsx'
import { indicatorWords as words } from './messages.ts'
import { RecordRows, useSaid } from './records.tsx'

/** What the question says now: its number, its parts and its first records. */
export function Preview({ asking, by }: { asking: Asking; by: string | undefined }) {
  const say = useWords()
  const said = useSaid()
  const { data, error } = useQuery({ ...read(figure, asking), placeholderData: keepPreviousData })
  return (
    <>
      <Section title={say(words.figure)}>
        <Sheet>
          <Trouble error={error} />
          {!data && !error && <Loading shape="text" />}
          {data && (
            <Stack gap="xs">
              <Text size="28px" lh={1.3} aria-live="polite">
                <FigureDoor question={data.question} label={said(data.definition)}>
                  {said(data.inWords)}
                </FigureDoor>
              </Text>
              <Text>{said(data.definition)}</Text>
              {!data.additive && !data.question.against && <Text size="sm">{say(messages.notAdditive)}</Text>}
            </Stack>
          )}
        </Sheet>
        {by && <PartsPicture asking={asking} by={by} />}
      </Section>
      {data && <FirstRecords asking={asking} figure={data} />}
    </>
  )
}

/** Months stand side by side; everything that has a name lies below one another, the first twenty. */
export function PartsPicture({ asking, by }: { asking: Asking; by: string }) {
  const said = useSaid()
  const say = useWords()
  const dates = useDates()
  const open = useOpenFigure()
  const { data, error } = useQuery({ ...read(figureSeries, { ...asking, by }), placeholderData: keepPreviousData })
  const upright = by === 'month' || by === 'quarter'
  // twelve names of months fit below twelve bars without their year
  const sameYear = by === 'month' && new Set((data?.parts ?? []).map(({ key }) => key.slice(0, 4))).size === 1
  const points = useMemo(
    () =>
      (data?.parts ?? []).slice(0, upright || by === 'day' ? 400 : 20).map(
        ({ key, label, value, written, question }): Point => ({
          key,
          label: sameYear ? dates.shortMonth(key) : said(label),
          value,
          written: said(written),
          open: question ? () => open(question) : undefined,
        }),
      ),
    [data, said, open, upright, by, sameYear, dates],
  )
  if (error) return <Trouble error={error} />
  if (!data) return <Loading shape="text" />
  const title = said(data.by)
  return (
    <Bars
      title={title.charAt(0).toUpperCase() + title.slice(1)}
      sentence={`${said(data.whole.definition)}: ${said(data.whole.inWords)}`}
      points={points}
      head={[say(words.part), say(words.value)]}
      lying={!upright}
    />
  )
}

function FirstRecords({ asking, figure: of }: { asking: Asking; figure: Figure }) {
  const say = useWords()
  const { data, error } = useQuery({
    ...read(figureRecords, { ...asking, limit: 5 }),
    placeholderData: keepPreviousData,
  })
  return (
    <Section
      title={say(words.firstRecords)}
      actions={
        of.records > 0 && (
          <Group>
            <FigureDoor question={of.question}>{say(words.allRecords, { count: of.records })}</FigureDoor>
          </Group>
        )
      }
    >
      <Trouble error={error} />
      {!data && !error && <Loading />}
      {data && (data.rows.length > 0 ? <RecordRows {...data} /> : <Empty>{say(messages.noRecords)}</Empty>)}
    </Section>
  )
}
