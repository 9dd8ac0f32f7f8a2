import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  CalendarComponent,
  GridComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import * as echarts from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Draw } from './chart.tsx'
import { coloursOf } from './points.ts'

echarts.use([
  BarChart,
  HeatmapChart,
  LineChart,
  AriaComponent,
  CalendarComponent,
  GridComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
])

/** Draws as SVG: sharp in print, and small on a phone. Drawn again when the width, the theme or the data change. */
export function Canvas({ draw, scheme, open }: { draw: Draw; scheme: string; open: (key: string) => void }) {
  const element = useRef<HTMLDivElement>(null)
  const opener = useRef(open)
  opener.current = open
  useEffect(() => {
    const place = element.current
    if (!place) return
    const chart = echarts.init(place, null, { renderer: 'svg', locale: 'EN' })
    const show = () => {
      const width = place.clientWidth
      if (width === 0) return
      place.dataset.scheme = scheme
      const { height, option } = draw(coloursOf(place), width)
      place.style.height = `${height}px`
      chart.resize({ width, height })
      chart.setOption({ animation: false, ...option }, { notMerge: true })
    }
    show()
    chart.on('click', (event) => {
      const key = (event.data as { key?: string } | undefined)?.key
      if (key !== undefined) opener.current(key)
    })
    const watch = new ResizeObserver(show)
    watch.observe(place)
    // Paper is narrower than the screen, and always light.
    const paper = matchMedia('print')
    const print = () => {
      show()
      chart.getZr().flush()
    }
    paper.addEventListener('change', print)
    return () => {
      paper.removeEventListener('change', print)
      watch.disconnect()
      chart.dispose()
    }
  }, [draw, scheme])
  return <div ref={element} className="chart-canvas" />
}
