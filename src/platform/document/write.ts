import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Block, OfficialDocument, Run } from './contract.ts'
import { face, fontTable } from './fonts.ts'
import { em, halfPoints, Lines } from './lines.ts'
import { drawChart, drawPicture, type Pictures } from './pictures.ts'
import { listMark, numbered, page, signatureIndents, size, widthOf, writtenDate } from './rules.ts'
import { drawTable } from './table.ts'

type Language = OfficialDocument['language']

/** The document as a .docx file in the layout of GB/T 9704-2012. */
export async function writeOfficialDocument(
  document: OfficialDocument,
  pictures: Pictures = () => null,
): Promise<Buffer> {
  const { language, title, addressee, attachments } = document
  const lines = new Lines(language)
  const children = [
    ...title.map((line) => lines.centred(line, face(language, 'title'), size.no2)),
    lines.empty(),
    ...(addressee ? [lines.plain([{ text: addressee }])] : []),
    ...(document.blocks.length ? blocks(document, lines, pictures) : []),
    ...attachments.flatMap((name, i) => [...(i === 0 ? [lines.empty()] : []), lines.attachment(attachments, name, i)]),
    ...(document.signature ? signature(document.signature, language, lines) : []),
  ]
  const file = new Document({
    title: title.join(language === 'en' ? ': ' : ''),
    creator: document.signature?.organization ?? '',
    ...(document.mark ? { keywords: document.mark } : {}),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: lines.run(face(language, 'body'), size.no3) } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              right: page.right,
              bottom: page.bottom,
              left: page.left,
              footer: page.footer,
              header: 0,
              gutter: 0,
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  })
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable }])
}

/**
 * A short last paragraph stays with the signature, so that no page carries a signature alone. A long one may not be asked
 * to: LibreOffice would move all of it.
 */
function blocks({ blocks, language, signature }: OfficialDocument, lines: Lines, pictures: Pictures) {
  const draw = (block: Block, number: string, last: boolean) => {
    if (block.kind === 'heading') return [lines.heading(block.level, number + block.text)]
    if (block.kind === 'paragraph')
      return [lines.body(block.runs, { keepNext: last && signature !== undefined && isShort(block.runs) })]
    if (block.kind === 'list')
      return block.items.map((runs, i) => lines.body([{ text: listMark(language, block.ordered, i) }, ...runs]))
    if (block.kind === 'table') return drawTable(block, lines)
    return block.kind === 'chart' ? drawChart(block, lines) : drawPicture(block, pictures(block), lines)
  }
  return numbered(blocks, language).flatMap(({ block, number }, i) => draw(block, number, i === blocks.length - 1))
}

const isShort = (runs: readonly Run[]) => widthOf(runs.map(({ text }) => text).join('')) <= 3 * page.characters

function signature(
  { organization, date }: NonNullable<OfficialDocument['signature']>,
  language: Language,
  lines: Lines,
): Paragraph[] {
  const day = writtenDate(language, date)
  const indents = signatureIndents(organization, day)
  const right = (text: string, characters: number, keepNext: boolean) =>
    lines.plain([{ text }], {
      alignment: AlignmentType.RIGHT,
      keepNext,
      indent: { right: Math.round(characters * em) },
    })
  return [
    lines.plain([], { keepNext: true }),
    right(organization, indents.organization, true),
    right(day, indents.date, false),
  ]
}

/** — 1 — one character of its own size in from the outer edge. */
function pageNumber(side: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const edge = size.no4 * 20
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: side === AlignmentType.RIGHT ? { right: edge } : { left: edge },
        spacing: { line: edge, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [
          new TextRun({
            font: face('zh-CN', 'pageNumber').name,
            size: halfPoints(size.no4),
            characterSpacing: 0,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  })
}
