import type { z } from 'zod'
import type { Context } from '../../../../../platform/context.ts'
import { allow, BadInput, found, Refused, refuse } from '../../../../../platform/errors.ts'
import { factNamed } from '../../../../../platform/facts.ts'
import { resolve } from '../../../../indicators/asking/actions.ts'
import { organizationNamed } from '../../../../organizations/actions.ts'
import { can } from '../../../../organizations/rules.ts'
import type { CellBinding, Shown } from '../../contract.ts'
import { currentQuestions } from '../../indicators/actions.ts'
import { currently } from '../../indicators/rules.ts'
import { openPackage } from '../../package/actions.ts'
import { gridOf } from '../../package/grid/rules.ts'
import type { Book } from '../../package/rules.ts'
import { titleOf } from '../../proposing/rules.ts'
import { bindingsOf, cardOf, keptPath, readForm, writable } from '../actions.ts'
import type * as contract from '../contract.ts'
import type { FormCard } from '../contract.ts'
import { plainTitle } from '../lessons/rules.ts'
import { listAt, withSource } from '../places/lists/rules.ts'
import { withPlace } from '../places/rules.ts'
import * as queries from '../queries.ts'

/** Says what a place asks; the label of a cell is learned, so that the next form with it is bound by it. */
export async function bindPlace(context: Context, input: z.output<typeof contract.bindPlace.input>): Promise<FormCard> {
  const { tx } = context
  const { formId, version, content: said, ...at } = input
  const row = await writable(context, formId)
  refuse(row.number === version ? null : 'formChanged')
  const content = await judged(context, said)
  const kept = bindingsOf(row)
  const list = listAt(kept, at)
  const bindings = withPlace(kept, at, content, list ? (factNamed(list.source.fact)?.shows ?? []) : [])
  if (!bindings) throw new Refused('placeStays')
  const book = await openPackage(await keptPath(row))
  await queries.setBindings(tx, row.versionId, JSON.stringify({ version: 1, bindings }))
  const cell = bindings.find((own) => own.kind === 'cell' && own.sheet === at.sheet && own.cell === at.cell)
  if (cell?.kind === 'cell') await learn(context, book, cell)
  return cardOf(context, found(await queries.formById(tx, formId)), book)
}

/** Says what the rows of a list are, and in which order. */
export async function bindList(context: Context, input: z.output<typeof contract.bindList.input>): Promise<FormCard> {
  const { tx } = context
  const { formId, version, source, ...at } = input
  const row = await writable(context, formId)
  refuse(row.number === version ? null : 'formChanged')
  const kept = bindingsOf(row)
  const list = listAt(kept, at)
  if (!list) throw new Refused('placeStays')
  const known = factNamed(source.fact)
  if (!known) throw new BadInput('unknownFact')
  resolve({ fact: source.fact, measure: Object.keys(known.measures)[0] ?? '', filter: source.filter })
  const bindings = kept.map((own) => (own === list ? withSource(list, source, known.shows) : own))
  await queries.setBindings(tx, row.versionId, JSON.stringify({ version: 1, bindings }))
  return readForm(context, { formId })
}

/** Only what is counted, and where the asker may count. An indicator is asked as it is now. */
async function judged(context: Context, said: Shown): Promise<Shown> {
  if (said.is !== 'figure') return said
  const { indicator } = said.ask
  const content = currently(said, await currentQuestions(context, indicator ? [indicator] : []))
  const { fact, measure, scope, as, against } = content.ask
  if (!factNamed(fact)?.measures[measure] || (as && !against)) throw new BadInput('invalidInput')
  if (scope !== 'form') allow(can(context.me, 'readFigures', (await organizationNamed(context, scope)).path))
  return content
}

async function learn(
  { tx, me, now }: Context,
  book: Book,
  { sheet: name, label, content }: CellBinding,
): Promise<void> {
  const sheet = book.sheets.find((own) => own.name === name)
  if (!sheet || label === '') return
  const title = plainTitle(titleOf(gridOf(book, sheet)))
  await queries.teach(tx, { label, title, content: JSON.stringify(content), taughtBy: me.id, taughtAt: now })
}
