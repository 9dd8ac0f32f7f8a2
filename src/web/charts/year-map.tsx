import { useMemo } from 'react'
import { useLanguage, useWords } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'
import { english, useDates } from '../moment.tsx'
import { Chart, type Draw, type Kept } from './chart.tsx'
import type { Colours, Point } from './points.ts'

const chinese = english.map((_, i) => `${i + 1}月`)

/** The year as a calendar, each day as dark as it was busy. The points' keys are days (YYYY-MM-DD). */
export function YearMap({
  year,
  ...props
}: {
  year: number
  title: string
  sentence: string
  whole?: { written: string; open: () => void } | undefined
  points: readonly Point[]
  head: readonly [string, string]
} & Kept) {
  const say = useWords()
  const language = useLanguage()
  const dates = useDates()
  const { points } = props
  // Below four a day the scale would make every day look like the busiest.
  const most = Math.max(4, ...points.map((point) => point.value ?? 0))
  const draw = useMemo<Draw>(() => {
    const names =
      language === 'en'
        ? { months: english, days: ['', 'Mon', '', 'Wed', '', 'Fri', ''] }
        : { months: chinese, days: ['', '一', '', '三', '', '五', ''] }
    return (colours, width) => drawYear(year, points, most, names, colours, width, dates.exactDay)
  }, [year, points, most, language, dates])
  return (
    <Chart
      {...props}
      draw={draw}
      below={
        <div className="chart-scale">
          <span>{say(messages.fewer)}</span>
          {[0, 1, 2, 3, 4].map((step) => (
            <i key={step} data-step={step} />
          ))}
          <span>{say(messages.moreOf)}</span>
        </div>
      }
    />
  )
}

function drawYear(
  year: number,
  points: readonly Point[],
  most: number,
  names: { months: string[]; days: string[] },
  colours: Colours,
  width: number,
  exactDay: (day: string) => string,
): ReturnType<Draw> {
  const halves = width < 620
  const weeks = halves ? 27 : 54
  const left = 34
  const cell = Math.max(6, Math.min(21, Math.floor((width - left - 4) / weeks)))
  const block = cell * 7 + 34
  const ranges = halves
    ? [
        [`${year}-01-01`, `${year}-06-30`],
        [`${year}-07-01`, `${year}-12-31`],
      ]
    : [[`${year}-01-01`, `${year}-12-31`]]
  const label = { color: colours.dim, fontFamily: colours.font, fontSize: 12 }
  return {
    height: block * ranges.length,
    option: {
      tooltip: {
        confine: true,
        backgroundColor: colours.paper,
        borderColor: colours.line,
        textStyle: { color: colours.text, fontFamily: colours.font, fontSize: 14 },
        formatter: ({ data }: { data: { key: string; written: string } }) => `${exactDay(data.key)} · ${data.written}`,
      },
      visualMap: {
        show: false,
        min: 0,
        max: most,
        inRange: { color: [1, 2, 3, 4].map((step) => mix(colours, step)) },
      },
      calendar: ranges.map((range, i) => ({
        range,
        top: i * block + 24,
        left,
        cellSize: cell,
        itemStyle: { color: colours.quiet, borderColor: colours.paper, borderWidth: 2 },
        splitLine: { show: false },
        yearLabel: { show: false },
        monthLabel: { ...label, nameMap: names.months, margin: 8 },
        dayLabel: { ...label, firstDay: 1, nameMap: names.days, margin: 8 },
      })),
      series: ranges.map(([from, to], i) => ({
        type: 'heatmap',
        coordinateSystem: 'calendar',
        calendarIndex: i,
        data: points
          .filter((point) => point.value && point.key >= (from ?? '') && point.key <= (to ?? ''))
          .map((point) => ({ key: point.key, written: point.written, value: [point.key, point.value] })),
      })),
    },
  }
}

/** The fewest is a tint of the one green, the most is the green itself. */
const mix = (colours: Colours, step: number): string => blend(colours.quiet, colours.do, 0.25 + (step - 1) * 0.25)

function blend(from: string, to: string, share: number): string {
  const parts = [from, to].map((colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)))
  const mixed = [0, 1, 2].map((i) => Math.round((parts[0]?.[i] ?? 0) * (1 - share) + (parts[1]?.[i] ?? 0) * share))
  return `rgb(${mixed.join(',')})`
}
