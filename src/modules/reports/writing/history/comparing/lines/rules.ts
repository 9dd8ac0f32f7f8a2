import type { Block, Condition, DocumentQuestion, Inline, ReportDocument } from '../../../contract.ts'
import type { lineKinds } from '../../contract.ts'

/** A line of a document as a comparison reads it. `settings` is what it has besides what can be read in it. */
export type Line = { what: (typeof lineKinds)[number]; pieces: Inline[]; settings: string; under: string }

const text = (words: string): Inline[] => (words === '' ? [] : [{ type: 'text', text: words }])
const figure = (question: DocumentQuestion | null): Inline[] =>
  question ? [{ type: 'figure', attrs: { question, spelled: 'unit' } }] : []
const apart = (all: readonly Inline[][], between: string): Inline[] =>
  all.filter((one) => one.length > 0).flatMap((one, i) => (i === 0 ? one : [...text(between), ...one]))

export const wordsOf = (pieces: readonly Inline[]): string =>
  pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('')

/** A document as lines, each with the heading that it stands under. */
export function linesOf({ content }: ReportDocument): Line[] {
  let under = ''
  return content.flatMap(linesIn).map((line) => {
    const placed = { ...line, under }
    if (line.what === 'heading') under = wordsOf(line.pieces)
    return placed
  })
}

type Bare = Omit<Line, 'under'>
const line = (what: Line['what'], pieces: Inline[], settings: object = {}): Bare => ({
  what,
  pieces,
  settings: JSON.stringify(settings),
})

function linesIn(block: Block): Bare[] {
  switch (block.type) {
    case 'heading':
      return [line('heading', block.content, block.attrs)]
    case 'paragraph':
      return [line('paragraph', block.content)]
    case 'bulletList':
    case 'orderedList':
      return block.content.map(({ content }) =>
        line(
          'listItem',
          apart(
            content.map((one) => one.content),
            ' ',
          ),
          { of: block.type },
        ),
      )
    case 'table': {
      const rows = block.content.map(({ content }) => {
        const cells = content.map((cell) =>
          apart(
            cell.content.map((one) => one.content),
            ' ',
          ),
        )
        return line('tableRow', apart(cells, ' │ '), { cells: cells.length })
      })
      return [line('table', text(block.attrs.caption)), ...rows]
    }
    case 'when':
      return [line('when', conditionOf(block.attrs), { joins: block.attrs.joins }), ...block.content.flatMap(linesIn)]
    case 'perCommunity':
      return [line('perCommunity', []), ...block.content.flatMap(linesIn)]
    case 'picture':
      return [line('picture', text(block.attrs.caption), { file: block.attrs.file, alt: block.attrs.alt })]
    case 'chart':
    case 'recordList': {
      const { question, caption, ...settings } = block.attrs
      return [line(block.type, apart([text(caption), figure(question)], ' '), settings)]
    }
    case 'breakdown':
    case 'comparison': {
      const { caption, ...settings } = block.attrs
      const titled = 'columns' in settings ? settings.columns : settings.rows
      const named = titled.map(({ title, question }) => [...text(`${title} `), ...figure(question)])
      const { columns: _, rows: __, ...rest } = { columns: null, rows: null, ...settings }
      return [line(block.type, apart([text(caption), ...named], ' │ '), rest)]
    }
  }
}

const conditionOf = ({ question, op, value }: Condition): Inline[] => [...figure(question), ...text(` ${op} ${value}`)]
