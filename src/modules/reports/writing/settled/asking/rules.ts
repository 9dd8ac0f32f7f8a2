import { type Asking, Question } from '../../../../indicators/contract.ts'
import { type Period, parsePeriod, periodBefore, periodText, yearBefore } from '../../../../indicators/period/rules.ts'
import type { DocumentQuestion, Inline, SimpleBlock } from '../../contract.ts'

/** Where a piece of the document stands: whose it is and of which period. */
export type Place = { scope: { id: string; name: string }; period: Period }

/** The period that a question means in a report of this period. */
export function periodMeant(meant: string, report: Period): string {
  if (meant === 'report') return periodText(report)
  if (meant === 'yearBefore') return periodText(yearBefore(report))
  if (meant === 'periodBefore') return periodText(periodBefore(report))
  if (meant !== 'yearToDate') return periodText(parsePeriod(meant) ?? report)
  const year = { kind: 'year', from: `${report.from.slice(0, 4)}-01-01`, to: report.to } as const
  return report.kind === 'year' ? periodText(report) : periodText({ ...year, kind: 'days' })
}

/** What named indicators ask, by their ids. */
export type Named = ReadonlyMap<string, Pick<Asking, 'fact' | 'measure' | 'filter' | 'against' | 'as'>>

/** The document's question as indicators are asked; null for a named one that nobody knows. */
export function askingOf(question: DocumentQuestion, { scope, period }: Place, named: Named): Question | null {
  const asked = 'indicator' in question ? named.get(question.indicator) : question
  if (!asked) return null
  const { fact, measure, filter, against, as } = asked
  const asking: Asking = {
    fact,
    measure,
    filter,
    period: periodMeant(question.period, period),
    scope: question.scope === 'report' ? scope.id : question.scope,
    ...(against ? { against } : {}),
    ...(as ? { as } : {}),
  }
  return Question.parse(asking)
}

const inText = (content: readonly Inline[]): DocumentQuestion[] =>
  content.flatMap((piece) => (piece.type === 'figure' ? [piece.attrs.question] : []))

/** Every question that a block asks for one figure. */
export function questionsOf(block: SimpleBlock): DocumentQuestion[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inText(block.content)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(({ content }) => inText(content)))
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap(({ content }) => inText(content))),
      )
    case 'picture':
      return []
    case 'chart':
    case 'recordList':
      return block.attrs.question ? [block.attrs.question] : []
    case 'breakdown':
      return block.attrs.columns.map(({ question }) => question)
    case 'comparison':
      return block.attrs.rows.flatMap(({ question }) => [question, { ...question, period: block.attrs.against }])
  }
}
