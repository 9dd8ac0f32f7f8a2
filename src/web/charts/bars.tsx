import { useMemo } from 'react'
import { Chart, type Draw, type Kept } from './chart.tsx'
import type { Colours, Point } from './points.ts'

type Props = {
  title: string
  sentence: string
  whole?: { written: string; open: () => void }
  points: readonly Point[]
  head: readonly [string, string]
  /** Months stand upright side by side; names of teams lie, so that they can be read. */
  lying?: boolean
} & Kept

/** Compares: attendance by month, services by team. */
export function Bars({ lying = false, ...props }: Props) {
  const { points } = props
  const draw = useMemo<Draw>(
    () => (colours, width) => (lying ? drawLying(points, colours, width) : drawUpright(points, colours, width)),
    [points, lying],
  )
  return <Chart {...props} draw={draw} />
}

export const data = (points: readonly Point[]) => points.map(({ key, value, written }) => ({ key, value, written }))

export const tooltip = (colours: Colours) => ({
  trigger: 'item' as const,
  confine: true,
  backgroundColor: colours.paper,
  borderColor: colours.line,
  textStyle: { color: colours.text, fontFamily: colours.font, fontSize: 14 },
  formatter: ({ name, data: point }: { name: string; data: { written: string } }) => `${name} · ${point.written}`,
})

export const text = (colours: Colours) => ({ color: colours.dim, fontFamily: colours.font, fontSize: 13 })

function drawUpright(points: readonly Point[], colours: Colours, width: number): ReturnType<Draw> {
  const tight = width < 460
  return {
    height: 240,
    option: {
      tooltip: tooltip(colours),
      grid: { left: 0, right: 0, top: 24, bottom: 24 },
      xAxis: {
        type: 'category',
        data: points.map((point) => point.label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { ...text(colours), interval: tight ? 'auto' : 0 },
      },
      yAxis: { show: false, max: 'dataMax' },
      series: [
        {
          type: 'bar',
          data: data(points),
          barMaxWidth: 36,
          itemStyle: { color: colours.do, borderRadius: [3, 3, 0, 0] },
          label: {
            show: true,
            position: 'top',
            ...text(colours),
            ...(tight ? { fontSize: 11 } : {}),
            formatter: written,
          },
          // Twelve numbers side by side on a phone: one that would lie over its neighbour is left out.
          labelLayout: { hideOverlap: true },
        },
      ],
    },
  }
}

function drawLying(points: readonly Point[], colours: Colours, width: number): ReturnType<Draw> {
  const labels = Math.min(180, width * 0.4)
  return {
    height: points.length * 32 + 8,
    option: {
      tooltip: tooltip(colours),
      grid: { left: labels, right: 72, top: 4, bottom: 4 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: points.map((point) => point.label),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { ...text(colours), width: labels - 12, overflow: 'truncate' },
      },
      xAxis: { show: false },
      series: [
        {
          type: 'bar',
          data: data(points),
          barMaxWidth: 18,
          itemStyle: { color: colours.do, borderRadius: [0, 3, 3, 0] },
          label: { show: true, position: 'right', ...text(colours), formatter: written },
        },
      ],
    },
  }
}

const written = ({ data: point }: { data: { written?: string; value: number | null } }): string =>
  point.value ? (point.written ?? '') : ''
