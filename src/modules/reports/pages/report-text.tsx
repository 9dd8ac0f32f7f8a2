import { Table } from '@mantine/core'
import { createContext, type ReactNode, useContext } from 'react'
import type { Block, OfficialDocument, Run } from '../../../platform/document/contract.ts'
import { numbered, writtenDate } from '../../../platform/document/rules.ts'
import { useWords } from '../../../platform/i18n.ts'
import { addressOf } from '../../../platform/web.tsx'
import { Bars } from '../../../web/charts/bars.tsx'
import { Line } from '../../../web/charts/line.tsx'
import { useOpenFigure } from '../../../web/figure-address.ts'
import { Door } from '../../../web/panel.tsx'
import { questionFrom } from '../../indicators/contract.ts'
import { messages as figureWords } from '../../indicators/messages.ts'
import { FigureDoor } from '../../indicators/pages/figure.tsx'
import { messages } from '../messages.ts'
import { readPicture } from '../writing/pictures/contract.ts'
import './report.css'

/** What has no name of its own is known by its place: a document's order is fixed and holds no state. */
const inOrder = <T,>(list: readonly T[]): { key: string; item: T }[] =>
  list.map((item, i) => ({ key: String(i), item }))

const Opening = createContext<((figure: string) => void) | null>(null)

/** Within it, the doors of a report open in a way of their own, by the keys of its figures. */
export const DoorsOf = ({ open, children }: { open: (figure: string) => void; children: ReactNode }) => (
  <Opening value={open}>{children}</Opening>
)

/** A report as it is read: what its blocks say, each figure a door. */
export function ReportText({ report }: { report: Pick<OfficialDocument, 'language' | 'blocks' | 'signature'> }) {
  const { signature, language } = report
  return (
    <div className="report" lang={language}>
      {inOrder(numbered(report.blocks, language)).map(({ key, item }) => (
        <BlockText key={key} {...item} />
      ))}
      {signature && (
        <p className="report-signature">
          {signature.organization}
          <br />
          <time dateTime={signature.date}>{writtenDate(language, signature.date)}</time>
        </p>
      )}
    </div>
  )
}

function BlockText({ block, number }: { block: Block; number: string }) {
  if (block.kind === 'heading') {
    const Heading = (['h2', 'h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h5'
    return <Heading>{number + block.text}</Heading>
  }
  if (block.kind === 'table') return <TableText table={block} />
  if (block.kind === 'list') return <ListText list={block} />
  if (block.kind === 'picture') return <PictureText picture={block} />
  if (block.kind === 'chart') return <ChartText chart={block} />
  return (
    <p>
      <Runs runs={block.runs} />
    </p>
  )
}

/** Read out as what it shows; what has no such words is read as its caption. */
function PictureText({ picture: { file, caption, alt } }: { picture: Extract<Block, { kind: 'picture' }> }) {
  return (
    <figure className="report-picture">
      <img src={addressOf(readPicture, { file })} alt={alt || caption} />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

function ListText({ list: { ordered, items } }: { list: Extract<Block, { kind: 'list' }> }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {inOrder(items).map(({ key, item }) => (
        <li key={key}>
          <Runs runs={item} />
        </li>
      ))}
    </List>
  )
}

/** The picture, and the same numbers as a table for those who read rather than look. */
function ChartText({ chart: { caption, as, labels, values, figure } }: { chart: Extract<Block, { kind: 'chart' }> }) {
  const say = useWords()
  const openLive = useOpenFigure()
  const open = useContext(Opening)
  const question = questionFrom(figure)
  const points = labels.map((label, i) => ({
    key: String(i),
    label,
    value: values[i] ?? null,
    written: String(values[i] ?? '—'),
    ...(open ? { open: () => open(figure) } : question ? { open: () => openLive(question) } : {}),
  }))
  const shown = {
    title: caption,
    sentence: say(messages.chartOf, { count: labels.length }),
    points,
    head: [say(messages.part), say(messages.value)] as const,
  }
  return as === 'line' ? <Line {...shown} /> : <Bars {...shown} lying={labels.some((label) => label.length > 8)} />
}

function TableText({ table: { caption, columns, rows } }: { table: Extract<Block, { kind: 'table' }> }) {
  return (
    <div className="report-table">
      <Table withTableBorder withColumnBorders>
        <Table.Caption>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title, align }) => (
              <Table.Th key={title} scope="col" ta={align}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder(rows).map(({ key, item: [name, ...cells] }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {name?.text}
              </Table.Th>
              {inOrder(cells).map(({ key, item }, i) => (
                <Table.Td key={key} ta={columns[i + 1]?.align ?? 'right'}>
                  <Runs runs={[item]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  const say = useWords()
  const open = useContext(Opening)
  return inOrder(runs).map(({ key, item: { text, figure, missing } }) => {
    if (missing) return <mark key={key}>{text}</mark>
    if (open && figure)
      return (
        <Door key={key} label={say(figureWords.showRecords)} onOpen={() => open(figure)}>
          {text}
        </Door>
      )
    const question = figure ? questionFrom(figure) : null
    if (!question) return <span key={key}>{text}</span>
    return (
      <FigureDoor key={key} question={question}>
        {text}
      </FigureDoor>
    )
  })
}
