import type { Context } from '../../../../../platform/context.ts'
import { factNamed } from '../../../../../platform/facts.ts'
import { namesIn } from '../../../../indicators/asking/actions.ts'
import { comparingOf } from '../../../../indicators/comparing/rules.ts'
import { parseFilter } from '../../../../indicators/filter/rules.ts'
import { standingDefinition } from '../../../../indicators/sentence/rules.ts'
import { organizationNamed } from '../../../../organizations/actions.ts'
import { currentQuestions } from '../../indicators/actions.ts'
import { indicatorsIn, withCurrent } from '../../indicators/rules.ts'
import { bindingsOf, readableForms } from '../actions.ts'
import type { Same } from './contract.ts'
import { sharedQuestions } from './rules.ts'

/** Which of our forms ask the same thing: what was told once need not be gathered twice. */
export async function sameQuestions(context: Context): Promise<Same[]> {
  const rows = await readableForms(context, false)
  const all = rows.map((row) => ({ ...row, bindings: bindingsOf(row) }))
  const current = await currentQuestions(context, new Set(all.flatMap(({ bindings }) => [...indicatorsIn(bindings)])))
  const shared = sharedQuestions(all.map((one) => ({ ...one, bindings: withCurrent(one.bindings, current) })))
  const scopes = new Map<string, string>()
  const out: Same[] = []
  for (const { ask, scope, forms } of shared) {
    const fact = factNamed(ask.fact)
    const measure = fact?.measures[ask.measure]
    if (!fact || !measure) continue
    const filter = parseFilter(ask.filter)
    const names = await namesIn(context, fact, filter)
    const name = scopes.get(scope) ?? (await organizationNamed(context, scope)).name
    scopes.set(scope, name)
    const definition = standingDefinition({ fact, measure, filter, comparing: comparingOf(ask) }, names)
    out.push({ definition: [...definition], period: ask.period, scope: { id: scope, name }, forms })
  }
  return out
}
