import { createElement as h, type ReactNode } from 'react'
import type { Block } from '../../../platform/document/contract.ts'
import { widthOf } from '../../../platform/document/rules.ts'

type Chart = Extract<Block, { kind: 'chart' }>
type Piece = { label: string; value: number | null }

const wide = 640
const text = { fontSize: 13, fill: 'currentColor' }

/** As a drawing for those who look; the same numbers follow as a table, so nothing is lost on whoever does not. */
export function drawing({ labels, values, as }: Chart): ReactNode {
  const pieces = labels.map((label, i) => ({ label, value: values[i] ?? null }))
  const most = Math.max(0, ...values.map((value) => value ?? 0))
  if (most === 0) return null
  const lying = as === 'bar' && labels.some((label) => widthOf(label) > 6)
  const { height, marks } = lying ? lyingBars(pieces, most) : upright(pieces, most, as)
  const frame = { viewBox: `0 0 ${wide} ${height}`, width: '100%', 'aria-hidden': true }
  return h('svg', { ...frame, style: { maxWidth: wide } }, marks)
}

function lyingBars(pieces: readonly Piece[], most: number): { height: number; marks: ReactNode } {
  const [row, names, room] = [28, 200, 60]
  const marks = pieces.map(({ label, value }, i) => {
    const length = ((wide - names - room) * (value ?? 0)) / most
    return h('g', { key: i, transform: `translate(0 ${i * row})` }, [
      h('text', { key: 'name', x: names - 8, y: 19, textAnchor: 'end', ...text }, shortened(label)),
      h('rect', { key: 'bar', x: names, y: 5, width: length, height: 18, rx: 3, fill: 'currentColor', opacity: 0.6 }),
      h('text', { key: 'value', x: names + length + 6, y: 19, ...text }, value),
    ])
  })
  return { height: pieces.length * row, marks }
}

const fits = 12.5
const shortened = (label: string): string => {
  if (widthOf(label) <= fits) return label
  let short = label
  while (widthOf(short) > fits - 1) short = short.slice(0, -1)
  return `${short}…`
}

function upright(pieces: readonly Piece[], most: number, as: Chart['as']): { height: number; marks: ReactNode } {
  const [top, floor, height] = [24, 190, 214]
  const step = wide / pieces.length
  const x = (i: number): number => (i + 0.5) * step
  const y = (value: number): number => floor - ((floor - top) * value) / most
  const bar = Math.min(36, step * 0.7)
  const marks = pieces.map(({ label, value }, i) =>
    h('g', { key: i }, [
      h('text', { key: 'name', x: x(i), y: floor + 18, textAnchor: 'middle', ...text }, label),
      value !== null && h('text', { key: 'value', x: x(i), y: y(value) - 7, textAnchor: 'middle', ...text }, value),
      value !== null &&
        (as === 'line'
          ? h('circle', { key: 'dot', cx: x(i), cy: y(value), r: 4, fill: 'currentColor' })
          : h('rect', {
              key: 'bar',
              x: x(i) - bar / 2,
              y: y(value),
              width: bar,
              height: floor - y(value),
              rx: 3,
              fill: 'currentColor',
              opacity: 0.6,
            })),
    ]),
  )
  if (as === 'bar') return { height, marks }
  // Where nothing is to be measured, the line breaks off.
  const path = pieces
    .map(({ value }, i) => (value === null ? '' : `${pieces[i - 1]?.value == null ? 'M' : 'L'}${x(i)} ${y(value)}`))
    .join(' ')
  const line = h('path', { key: 'line', d: path, fill: 'none', stroke: 'currentColor', strokeWidth: 2 })
  return { height, marks: [line, ...marks] }
}
