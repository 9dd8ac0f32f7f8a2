import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { createContext, useContext, useMemo } from 'react'
import type { Language } from '../../../../../platform/i18n.ts'
import { read } from '../../../../../platform/web.tsx'
import type { Asking } from '../../../../indicators/contract.ts'
import { type IndicatorRow, listIndicators } from '../../../../indicators/named/contract.ts'
import { parsePeriod } from '../../../../indicators/period/rules.ts'
import type { DocumentQuestion } from '../../contract.ts'
import { askingOf, type Named } from '../../settled/asking/rules.ts'

/** What the text is written for; the figures in it are counted there. */
export type Written = {
  reportId: string
  language: Language
  period: string
  scope: { id: string; name: string }
}

export const WrittenFor = createContext<Written | null>(null)

export function useWrittenFor(): Written {
  const written = useContext(WrittenFor)
  if (!written) throw new Error('a block stands in a report')
  return written
}

/** The office's named indicators, also those that are no longer offered: where they stand they go on counting. */
export function useIndicators(): { all: readonly IndicatorRow[]; named: Named } {
  const { data: kept } = useQuery(read(listIndicators, {}))
  const { data: retired } = useQuery(read(listIndicators, { retired: 'yes' }))
  return useMemo(() => {
    const known = [...(retired ?? []), ...(kept ?? [])]
    return { all: kept ?? [], named: new Map(known.map(({ id, question }) => [id, question as Asking])) }
  }, [kept, retired])
}

/** The question as asked for this report; null when nothing is chosen yet or its period is none. */
export function askedIn({ scope, period }: Written, question: DocumentQuestion | null, named: Named) {
  const known = parsePeriod(period)
  return question && known ? askingOf(question, { scope, period: known }, named) : null
}

/** Does it stand in what is repeated for each community? Then it speaks of each of them, not of the report’s scope. */
export function isRepeated(editor: Editor, position: number | undefined): boolean {
  if (position === undefined || position > editor.state.doc.content.size) return false
  const at = editor.state.doc.resolve(position)
  return Array.from({ length: at.depth + 1 }, (_, depth) => at.node(depth).type.name).includes('perCommunity')
}
