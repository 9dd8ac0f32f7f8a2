import type { z } from 'zod'
import type { Context } from '../../../../../platform/context.ts'
import { allow, BadInput, found, Refused, refuse } from '../../../../../platform/errors.ts'
import { factNamed } from '../../../../../platform/facts.ts'
import { organizationNamed } from '../../../../organizations/actions.ts'
import { can } from '../../../../organizations/rules.ts'
import type { Content } from '../../contract.ts'
import { currentQuestions } from '../../indicators/actions.ts'
import { currently } from '../../indicators/rules.ts'
import { openPackage } from '../../package/actions.ts'
import { gridOf } from '../../package/grid/rules.ts'
import type { Book } from '../../package/rules.ts'
import { titleOf } from '../../proposing/rules.ts'
import { bindingsOf, cardOf, keptPath, writable } from '../actions.ts'
import type * as contract from '../contract.ts'
import type { FormCard } from '../contract.ts'
import { plainTitle } from '../lessons/rules.ts'
import { withPlace } from '../places/rules.ts'
import * as queries from '../queries.ts'

/** Says what a place asks; the label of a cell is learned, so that the next form with it is bound by it. */
export async function bindPlace(context: Context, input: z.output<typeof contract.bindPlace.input>): Promise<FormCard> {
  const { tx } = context
  const { formId, version, content: said, ...at } = input
  const row = await writable(context, formId)
  refuse(row.number === version ? null : 'formChanged')
  const content = await judged(context, said)
  const bindings = withPlace(bindingsOf(row), at, content)
  if (!bindings) throw new Refused('placeStays')
  const book = await openPackage(await keptPath(row))
  await queries.setBindings(tx, row.versionId, JSON.stringify({ version: 1, bindings }))
  const cell = bindings.find((own) => own.kind === 'cell' && own.sheet === at.sheet && own.cell === at.cell)
  if (cell) await learn(context, book, cell, content)
  return cardOf(context, found(await queries.formById(tx, formId)), book)
}

/** Only what is counted, and where the asker may count. An indicator is asked as it is now. */
async function judged(context: Context, said: Content): Promise<Content> {
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
  { sheet: name, label }: { sheet: string; label: string },
  content: Content,
): Promise<void> {
  const sheet = book.sheets.find((own) => own.name === name)
  if (!sheet || label === '') return
  const title = plainTitle(titleOf(gridOf(book, sheet)))
  await queries.teach(tx, { label, title, content: JSON.stringify(content), taughtBy: me.id, taughtAt: now })
}
