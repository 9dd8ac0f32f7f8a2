import { Button, Group, Table, Title, useComputedColorScheme } from '@mantine/core'
import type { EChartsCoreOption } from 'echarts/core'
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import { useWords } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'
import { Door } from '../panel.tsx'
import { Loading } from '../states.tsx'
import { keepPicture } from './picture.ts'
import type { Colours, Point } from './points.ts'

const Canvas = lazy(() => import('./canvas.tsx').then((module) => ({ default: module.Canvas })))

export type Draw = (colours: Colours, width: number) => { height: number; option: EChartsCoreOption }

/** What else a chart may do: begin as its table, and be kept as a picture, which says where it is from. */
export type Kept = { asTable?: boolean | undefined; source?: string | undefined }

/**
 * A picture for those who look rather than read, and the same numbers as a table for those who read rather than look.
 * In the picture a click, in the table the number itself opens what is behind it.
 */
export function Chart({
  title,
  sentence,
  whole,
  points,
  draw,
  head,
  below,
  asTable: beginsAsTable = false,
  source,
}: {
  title: string
  /** What the picture shows, in one sentence; also what a screen reader hears instead of it. */
  sentence: string
  /** The number in the sentence that is a door. */
  whole?: { written: string; open: () => void } | undefined
  points: readonly Point[]
  draw: Draw
  /** The heads of the table: what the points are, what the numbers are. */
  head: readonly [string, string]
  below?: ReactNode
} & Kept) {
  const say = useWords()
  const scheme = useComputedColorScheme('light')
  const [asTable, setAsTable] = useState(beginsAsTable)
  const figure = useRef<HTMLElement>(null)
  const open = useCallback((key: string) => points.find((point) => point.key === key)?.open?.(), [points])
  return (
    <figure className="sheet sheet-pad chart" ref={figure}>
      <div className="chart-head">
        <div>
          <Title order={3}>{title}</Title>
          <figcaption className="chart-sentence">
            <Sentence text={sentence} whole={whole} />
          </figcaption>
        </div>
        <Group gap={0} justify="flex-end" className="chart-switch">
          {source && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={say(messages.pictureOf, { title })}
              onClick={() => keepPicture(figure.current, { title, source })}
            >
              {say(messages.picture)}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => setAsTable(!asTable)}>
            {say(asTable ? messages.showAsChart : messages.showAsTable)}
          </Button>
        </Group>
      </div>
      {asTable ? (
        <PointTable name={title} points={points} head={head} />
      ) : (
        <div role="img" aria-label={`${title}。${sentence}`}>
          <Suspense fallback={<Loading shape="text" />}>
            <Canvas draw={draw} scheme={scheme} open={open} />
          </Suspense>
        </div>
      )}
      {!asTable && below}
    </figure>
  )
}

function Sentence({ text, whole }: { text: string; whole?: { written: string; open: () => void } | undefined }) {
  const at = whole ? text.indexOf(whole.written) : -1
  if (!whole || at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <Door label={text} onOpen={whole.open}>
        {whole.written}
      </Door>
      {text.slice(at + whole.written.length)}
    </>
  )
}

function PointTable({
  name,
  points,
  head,
}: {
  name: string
  points: readonly Point[]
  head: readonly [string, string]
}) {
  return (
    <div className="chart-table">
      <Table aria-label={name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{head[0]}</Table.Th>
            <Table.Th scope="col" ta="end">
              {head[1]}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => (
            <Table.Tr key={point.key}>
              <Table.Th scope="row" fw={400}>
                {point.label}
              </Table.Th>
              <Table.Td ta="end">
                {point.open ? (
                  <Door label={`${point.label}: ${point.written}`} onOpen={point.open}>
                    {point.written}
                  </Door>
                ) : (
                  point.written
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
