import { useMemo } from 'react'
import { data, text, tooltip } from './bars.tsx'
import { Chart, type Draw, type Kept } from './chart.tsx'
import type { Colours, Point } from './points.ts'

type Props = {
  title: string
  sentence: string
  whole?: { written: string; open: () => void }
  points: readonly Point[]
  head: readonly [string, string]
} & Kept

/** Goes through time: a share by month, hours by day. Where there is nothing to measure, the line breaks off. */
export function Line(props: Props) {
  const { points } = props
  const draw = useMemo<Draw>(() => (colours, width) => drawLine(points, colours, width), [points])
  return <Chart {...props} draw={draw} />
}

function drawLine(points: readonly Point[], colours: Colours, width: number): ReturnType<Draw> {
  const few = points.length <= 12
  const last = points.findLast(({ value }) => value !== null)?.key
  const most = points.reduce<Point | null>((top, one) => ((one.value ?? 0) > (top?.value ?? 0) ? one : top), null)?.key
  const latest = points.find(({ key }) => key === last)?.written ?? ''
  return {
    height: 240,
    option: {
      tooltip: tooltip(colours),
      grid: { left: 20, right: widthOf(latest) + 16, top: 28, bottom: 24 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: points.map((point) => point.label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { ...text(colours), interval: few && width >= 460 ? 0 : 'auto', hideOverlap: true },
      },
      yAxis: { show: false, min: 0, max: 'dataMax' },
      series: [
        {
          type: 'line',
          // The latest stands behind the end of its line: above it, a line that falls would run through it.
          data: data(points).map((point) =>
            point.key === last ? { ...point, label: { position: 'right', distance: 8 } } : point,
          ),
          symbol: 'circle',
          symbolSize: few ? 8 : 4,
          showAllSymbol: few,
          lineStyle: { color: colours.do, width: 2 },
          itemStyle: { color: colours.do },
          label: {
            show: true,
            position: 'top',
            ...text(colours),
            // the highest and the latest say enough; the table has all of them
            formatter: ({ data: point }: { data: { key: string; written: string } }) =>
              point.key === last || point.key === most ? point.written : '',
          },
          labelLayout: { hideOverlap: true },
        },
      ],
    },
  }
}

/** About as wide as it is written at thirteen pixels: a Chinese character is twice a digit. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 13 : 7.5), 0)
