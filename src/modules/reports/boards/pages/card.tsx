import { Button, Group, Text, Title } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { Bars } from '../../../../web/charts/bars.tsx'
import { Line } from '../../../../web/charts/line.tsx'
import { keepPicture } from '../../../../web/charts/picture.ts'
import type { Point } from '../../../../web/charts/points.ts'
import { YearMap } from '../../../../web/charts/year-map.tsx'
import { useOpenFigure } from '../../../../web/figure-address.ts'
import { messages } from '../../../../web/messages.ts'
import { useDates } from '../../../../web/moment.tsx'
import { FigureDoor } from '../../../indicators/pages/figure.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { parsePeriod } from '../../../indicators/period/rules.ts'
import type { CountedCard } from '../contract.ts'
import { boardWords as words } from '../messages.ts'

/** One figure as the board shows it. */
export function CardSheet({ card, counted }: { card: CountedCard; counted: Date }) {
  return card.figure && card.series && card.by ? (
    <Picture card={card} figure={card.figure} series={card.series} by={card.by} counted={counted} />
  ) : (
    <NumberCard card={card} counted={counted} />
  )
}

function NumberCard({ card: { title, figure, compared, by }, counted }: { card: CountedCard; counted: Date }) {
  const say = useWords()
  const said = useSaid()
  const source = useSource()
  const sheet = useRef<HTMLDivElement>(null)
  const name = said(title)
  return (
    <div className="sheet sheet-pad" ref={sheet}>
      <div className="chart-head">
        <Title order={3}>{name}</Title>
        {figure && (
          <Group gap={0} className="chart-switch">
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={say(messages.pictureOf, { title: name })}
              onClick={() => void keepPicture(sheet.current, { title: name, source: source(figure, counted) })}
            >
              {say(messages.picture)}
            </Button>
          </Group>
        )}
      </div>
      {figure ? (
        <>
          <Text size="32px" lh={1.4}>
            <FigureDoor question={figure.question} label={said(figure.definition)}>
              {said(figure.inWords)}
            </FigureDoor>
          </Text>
          <Text size="sm" c="dimmed">
            {said(figure.period)} · {figure.scope.name}
          </Text>
          {compared && (
            <Text size="sm" c="dimmed">
              {compared.comparable
                ? say(words.beside, { period: said(compared.before.period), before: said(compared.before.inWords) })
                : say(words.nothingThen, { period: said(compared.before.period) })}
            </Text>
          )}
          {by && <Text size="sm">{say(words.noParts)}</Text>}
        </>
      ) : (
        <Text c="dimmed">{say(words.countedNoMore)}</Text>
      )}
    </div>
  )
}

type Known = NonNullable<CountedCard['figure']>

function useSource(): (figure: Known, counted: Date) => string {
  const say = useWords()
  const said = useSaid()
  const dates = useDates()
  return (figure, counted) =>
    say(words.source, { scope: figure.scope.name, period: said(figure.period), at: dates.exact(counted) })
}

type Drawn = {
  card: CountedCard
  figure: Known
  series: NonNullable<CountedCard['series']>
  by: string
  counted: Date
}

const times = ['day', 'month', 'quarter', 'year']

function Picture({ card, figure, series, by, counted }: Drawn) {
  const say = useWords()
  const said = useSaid()
  const source = useSource()
  const open = useOpenFigure()
  const points = usePoints(card, series, by)
  const written = said(figure.inWords)
  const head = said(series.by)
  const shown = {
    title: said(card.title),
    // A question without a name has its definition for a title.
    sentence: 'indicator' in card.question ? `${said(figure.definition)} · ${written}` : written,
    whole: { written, open: () => open(figure.question) },
    points,
    head: [head.charAt(0).toUpperCase() + head.slice(1), say(words.value)] as const,
    source: source(figure, counted),
  }
  if (card.drawn === 'heat') return <YearMap {...shown} year={Number(figure.question.period.slice(0, 4))} />
  if (card.drawn === 'line') return <Line {...shown} />
  return <Bars {...shown} lying={!times.includes(by)} asTable={card.drawn === 'table'} />
}

function usePoints(card: CountedCard, series: Drawn['series'], by: string): readonly Point[] {
  const said = useSaid()
  const dates = useDates()
  const open = useOpenFigure()
  const { drawn } = card
  return useMemo(() => {
    const today = dates.today()
    // twelve names of months fit below twelve points without their year
    const sameYear = by === 'month' && new Set(series.parts.map(({ key }) => key.slice(0, 4))).size === 1
    const begun = (period: string | undefined) => (parsePeriod(period ?? '')?.from ?? '') <= today
    return series.parts
      .filter(({ question }) => drawn !== 'line' || begun(question?.period))
      .map(({ key, label, value, written, question }) => ({
        key,
        label: sameYear ? dates.shortMonth(key) : said(label),
        value,
        written: said(written),
        open: question ? () => open(question) : undefined,
      }))
  }, [series, drawn, by, said, dates, open])
}
