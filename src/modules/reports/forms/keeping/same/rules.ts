import type { Ask, Binding } from '../../contract.ts'
import type { Place } from '../contract.ts'
import { placesOf } from '../places/rules.ts'

type Form = { id: string; name: string; organizationId: string; bindings: readonly Binding[] }
export type Shared = {
  ask: Ask
  scope: string
  forms: { id: string; name: string; places: Pick<Place, 'sheet' | 'cell' | 'blank'>[] }[]
}

/** Questions that stand in more than one form, those of most forms first. A form's own part of the tree is part of its question. */
export function sharedQuestions(all: readonly Form[]): Shared[] {
  const known = new Map<string, Shared>()
  for (const { id, name, organizationId, bindings } of all)
    for (const { content, sheet, cell, blank } of placesOf(bindings)) {
      if (content.is !== 'figure') continue
      const { ask } = content
      const scope = ask.scope === 'form' ? organizationId : ask.scope
      const { fact, measure, filter, period, against, as } = ask
      const key = JSON.stringify([fact, measure, filter, period, scope, against, as])
      const own = known.get(key) ?? { ask, scope, forms: [] }
      known.set(key, own)
      const there = own.forms.find((form) => form.id === id)
      if (there) there.places.push({ sheet, cell, blank })
      else own.forms.push({ id, name, places: [{ sheet, cell, blank }] })
    }
  return [...known.values()]
    .filter(({ forms }) => forms.length > 1)
    .sort((a, b) => b.forms.length - a.forms.length)
    .slice(0, 300)
}
