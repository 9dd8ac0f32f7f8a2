import type { Context } from '../../../platform/context.ts'
import type { Binding, FilledCell } from './contract.ts'
import type { Form } from './filling/actions.ts'
import { fillBook } from './filling/actions.ts'
import { openPackage, writePackage } from './package/actions.ts'
import { proposeBook } from './proposing/actions.ts'

/** What each blank of a form asks, proposed from the words around it. */
export async function bindForm(context: Context, path: string): Promise<Binding[]> {
  return proposeBook(context, await openPackage(path))
}

/** The same workbook, filled; all that is not bound stays as it was. */
export async function fillForm(
  context: Context,
  path: string,
  bindings: readonly Binding[],
  form: Form,
): Promise<{ body: Buffer; cells: FilledCell[] }> {
  const book = await openPackage(path)
  const cells = await fillBook(context, book, bindings, form)
  return { body: await writePackage(book), cells }
}
