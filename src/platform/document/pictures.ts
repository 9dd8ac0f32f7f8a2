import { AlignmentType, ImageRun, LineRuleType, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import type { Block, Picture } from './contract.ts'
import { face } from './fonts.ts'
import type { Lines } from './lines.ts'
import { page, size } from './rules.ts'

/** What stands for a picture; null: it is not there, and its caption alone says so. */
export type Pictures = (block: Extract<Block, { kind: 'picture' }>) => Picture | null

/** Pixels at 96 to the inch. */
const widest = Math.floor((page.textWidth / 1440) * 96)
const highest = Math.floor(widest * 1.1)

/** A picture as large as the type area allows, its caption below it and on the same page. */
export function drawPicture(
  { caption, alt }: { caption: string; alt: string },
  picture: Picture | null,
  lines: Lines,
): Paragraph[] {
  if (!picture) return caption ? [lines.plain([{ text: `[${caption}]` }])] : []
  const scale = Math.min(1, widest / picture.width, highest / picture.height)
  const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
  const image = new ImageRun({ type: picture.type, data: picture.data, transformation, altText: named(caption, alt) })
  return withCaption(image, caption, lines)
}

/** Prints as well in black as in colour. */
const ink = '1F4E79'
const labelSize = 10.5

/**
 * A chart of Word itself: its numbers can be read and corrected in it like text. Months stand side by side; parts with long names
 * lie, so that they can be read.
 */
export function drawChart(chart: Extract<Block, { kind: 'chart' }>, lines: Lines): Paragraph[] {
  const { caption, labels, values } = chart
  const lying = chart.as === 'bar' && labels.some((label) => label.length > 6)
  const letters = face(lines.language, 'body').name
  const font = { size: labelSize, color: '000000' }
  const run = new ChartRun({
    type: chart.as === 'line' ? 'line' : lying ? 'bar' : 'column',
    categories: labels,
    series: [{ name: caption, values, color: ink, ...(chart.as === 'line' ? { markers: true } : {}) }],
    legend: false,
    emptyValues: 'gap',
    font: { name: typeof letters === 'string' ? letters : letters.ascii },
    categoryAxis: { font, reverseOrder: lying },
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    dataLabels: { value: true, position: chart.as === 'line' ? 'above' : 'outsideEnd', font },
    chartArea: { border: 'none' },
    transformation: { width: widest, height: lying ? Math.min(highest, labels.length * 26 + 40) : 260 },
    altText: named(caption),
  })
  return withCaption(run, caption, lines)
}

const named = (caption: string, told = '') => ({
  title: caption,
  description: told || caption,
  name: caption || told,
})

const withCaption = (run: ImageRun | ChartRun, caption: string, lines: Lines): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: caption !== '',
    spacing: { lineRule: LineRuleType.AUTO, line: 240, before: 120, after: 60 },
    children: [run],
  }),
  ...(caption ? [lines.captionBelow(caption, face(lines.language, 'heading'), size.no4)] : []),
]
