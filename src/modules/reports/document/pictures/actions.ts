import { AlignmentType, ImageRun, LineRuleType, Paragraph, type Table } from 'docx'
import type { Block, Picture } from '../contract.ts'
import { face } from '../fonts/rules.ts'
import type { Lines } from '../lines/actions.ts'
import { page, size } from '../rules.ts'
import { drawTable } from '../table/actions.ts'

/** What stands for a picture or a chart; null when there is none, and then a chart is told as a table. */
export type Pictures = (block: Drawn) => Picture | null
type Drawn = Extract<Block, { kind: 'picture' | 'chart' }>

/** Pixels at 96 to the inch. */
const widest = Math.floor((page.textWidth / 1440) * 96)
const highest = Math.floor(widest * 1.1)

/** A picture as large as the type area allows, its caption below it and on the same page. */
export function drawPicture(block: Drawn, picture: Picture | null, lines: Lines): (Paragraph | Table)[] {
  if (picture) {
    const scale = Math.min(1, widest / picture.width, highest / picture.height)
    const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
    const altText = { title: block.caption, description: block.caption, name: block.caption }
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: block.caption !== '',
        spacing: { lineRule: LineRuleType.AUTO, line: 240, before: 120, after: 60 },
        children: [new ImageRun({ type: picture.type, data: picture.data, transformation, altText })],
      }),
      ...(block.caption ? [lines.captionBelow(block.caption, face(lines.language, 'heading'), size.no4)] : []),
    ]
  }
  if (block.kind === 'picture') return block.caption ? [lines.plain([{ text: `[${block.caption}]` }])] : []
  const columns = [
    { title: '', align: 'left' as const, width: 2 },
    { title: '', align: 'right' as const, width: 1 },
  ]
  const rows = block.labels.map((label, i) => [{ text: label }, { text: String(block.values[i] ?? '—') }])
  return drawTable({ kind: 'table', caption: block.caption, columns, rows }, lines)
}
