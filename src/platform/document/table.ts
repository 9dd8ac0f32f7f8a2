import {
  AlignmentType,
  LineRuleType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, Column, Run } from './contract.ts'
import { face } from './fonts.ts'
import type { Lines } from './lines.ts'
import { page, size } from './rules.ts'

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
/** Rows of a table stand closer than lines of text. */
const rowPitch = 400

/** A caption above, thin lines, the head repeated on each page, no row broken over two. */
export function drawTable(table: Extract<Block, { kind: 'table' }>, lines: Lines): (Paragraph | Table)[] {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0)
  const widths = table.columns.map(({ width }) => Math.floor((page.textWidth * width) / total))
  const cell = (runs: readonly Run[], i: number, align: Column['align'], keepNext: boolean) =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      children: [
        lines.line(runs, face(lines.language, 'body'), size.small4, {
          alignment: alignments[align],
          spacing: { line: rowPitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
          keepNext,
        }),
      ],
    })
  const head = table.columns.map(({ title }, i) => cell([{ text: title }], i, 'center', true))
  const body = table.rows.map((row, r) =>
    row.map((run, i) => cell([run], i, table.columns[i]?.align ?? 'left', r === 0)),
  )
  return [
    lines.centred(table.caption, face(lines.language, 'heading'), size.no4),
    new Table({
      width: { size: page.textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head }),
        ...body.map((children) => new TableRow({ cantSplit: true, children })),
      ],
    }),
    lines.empty(),
  ]
}
