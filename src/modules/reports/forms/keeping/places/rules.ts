import type { Binding, Shown } from '../../contract.ts'
import type { Place, PlaceState } from '../contract.ts'
import { columnWith } from './lists/rules.ts'

/** Below it somebody should look before the form goes out. */
const sureFrom = 0.7
/** What a new version asks for the first time is looked at, however clearly it reads. */
const asked = 0.6

const stateOf = (content: Shown, confidence: number): PlaceState => {
  if (content.is === 'unknown') return 'open'
  if (content.is === 'hand') return 'hand'
  return confidence >= sureFrom ? 'sure' : 'unsure'
}

const told: [string, string] = ['', '']
type Part = { label: string; content: Shown; confidence?: number | undefined }

/** Every place that a form's bindings tell of, in the order in which they stand. */
export function placesOf(bindings: readonly Binding[]): Place[] {
  return bindings.flatMap((binding): Place[] => {
    const { kind, sheet, confidence, reason } = binding
    const own = { kind, sheet, confidence, reason, last: null, blank: null, start: null, end: null }
    const at = (cell: string, { label, content, ...part }: Part, more: Partial<Place> = {}): Place => {
      const sure = part.confidence ?? confidence
      // what a person said of a part needs no reason of ours
      const why: Place['reason'] = part.confidence === 1 ? told : reason
      return { ...own, cell, label, content, confidence: sure, reason: why, state: stateOf(content, sure), ...more }
    }
    if (binding.kind === 'cell') return [at(binding.cell, binding)]
    if (binding.kind === 'sentence')
      return binding.blanks.map((part, blank) =>
        at(binding.cell, { ...part, label: part.label || binding.label }, { blank, start: part.start, end: part.end }),
      )
    return binding.columns.map((part) => at(`${part.column}${binding.first}`, part, { last: binding.last }))
  })
}

export const countStates = (bindings: readonly Binding[]): Record<PlaceState, number> => {
  const counts = { sure: 0, unsure: 0, open: 0, hand: 0 }
  for (const { state } of placesOf(bindings)) counts[state]++
  return counts
}

type At = { sheet: string; cell: string; blank: number | null }

/** The bindings with one place said by a person; null when there is no such place, or a list's column cannot hold it. */
export function withPlace(
  bindings: readonly Binding[],
  at: At,
  content: Shown,
  fields: readonly string[],
): Binding[] | null {
  let found = false
  const next = bindings.map((binding): Binding => {
    if (found || binding.sheet !== at.sheet) return binding
    const own = changed(binding, at, content, fields)
    if (own) found = true
    return own ?? binding
  })
  return found ? next : null
}

function changed(binding: Binding, at: At, content: Shown, fields: readonly string[]): Binding | null {
  if (binding.kind === 'list') {
    const columns = binding.columns.map((own) => {
      if (`${own.column}${binding.first}` !== at.cell) return own
      const next = columnWith(binding.source, content, fields)
      return next ? { ...own, content: next, confidence: 1 } : own
    })
    return columns.some((own, i) => own !== binding.columns[i]) ? { ...binding, columns } : null
  }
  if (binding.cell !== at.cell || content.is === 'number' || content.is === 'record') return null
  if (binding.kind === 'cell') return { ...binding, content, confidence: 1, reason: told }
  if (at.blank === null || !binding.blanks[at.blank]) return null
  // the others of the sentence stay as sure as they were
  return {
    ...binding,
    blanks: binding.blanks.map((own, i) => (i === at.blank ? { ...own, content, confidence: 1 } : own)),
  }
}

const key = (binding: Binding): string =>
  binding.kind === 'sentence'
    ? `s ${binding.text}`
    : binding.kind === 'list'
      ? `l ${binding.columns.map(({ label }) => label).join('|')}`
      : `c ${binding.label}`

/** Bindings for a new version of the blank: kept by what stands around a place, not by its address. The rest is asked. */
export function keptFrom(before: readonly Binding[], proposed: readonly Binding[]): Binding[] {
  const known = Map.groupBy(before, key)
  return proposed.map((binding): Binding => {
    const candidates = known.get(key(binding)) ?? []
    const at = Math.max(
      0,
      candidates.findIndex((own) => own.sheet === binding.sheet),
    )
    const [old] = candidates.splice(at, 1)
    if (!old) return { ...binding, confidence: Math.min(binding.confidence, asked) }
    const { confidence, reason } = old
    if (old.kind === 'cell' && binding.kind === 'cell') return { ...binding, content: old.content, confidence, reason }
    if (old.kind === 'sentence' && binding.kind === 'sentence')
      return { ...binding, blanks: old.blanks, confidence, reason }
    if (old.kind === 'list' && binding.kind === 'list')
      return {
        ...binding,
        source: old.source,
        columns: binding.columns.map((own, i) => ({ ...own, content: old.columns[i]?.content ?? own.content })),
        confidence,
        reason,
      }
    return binding
  })
}
