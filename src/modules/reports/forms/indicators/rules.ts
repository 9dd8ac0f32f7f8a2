import type { NamedQuestion } from '../../../indicators/named/contract.ts'
import type { Ask, Binding, Content, ListColumn, Unit } from '../contract.ts'
import { unitAfter } from '../units/rules.ts'

/** The questions of named indicators, by their ids. */
export type Current = ReadonlyMap<string, NamedQuestion>

/** The indicators that a form's places ask by name. */
export function indicatorsIn(bindings: readonly Binding[]): Set<string> {
  const ids = new Set<string>()
  withAsks(bindings, (figure) => {
    if (figure.ask.indicator) ids.add(figure.ask.indicator)
    return figure
  })
  return ids
}

/** The bindings with what their indicators count now; a unit that no longer fits gives way to the usual one. */
export const withCurrent = (bindings: readonly Binding[], current: Current): Binding[] =>
  withAsks(bindings, (figure) => currently(figure, current))

type Figure = { is: 'figure'; ask: Ask; unit: Unit }

export function currently<F extends Figure>(figure: F, current: Current): F {
  const { indicator, scope, period } = figure.ask
  const now = indicator === undefined ? undefined : current.get(indicator)
  if (!now) return figure
  const { by: _, ...asked } = now
  const unit = unitAfter(figure.ask, figure.unit, asked)
  return { ...figure, ask: { ...asked, indicator, scope, period }, unit }
}

/** The same bindings with every figure that they ask replaced. */
function withAsks(bindings: readonly Binding[], change: <F extends Figure>(figure: F) => F): Binding[] {
  const part = <P extends { content: Content | ListColumn }>(own: P): P =>
    own.content.is === 'figure' ? { ...own, content: change(own.content) } : own
  return bindings.map((binding): Binding => {
    if (binding.kind === 'cell') return part(binding)
    if (binding.kind === 'sentence') return { ...binding, blanks: binding.blanks.map(part) }
    return { ...binding, columns: binding.columns.map(part) }
  })
}
