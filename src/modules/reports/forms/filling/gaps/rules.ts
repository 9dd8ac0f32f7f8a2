import { type Language, sayIn } from '../../../../../platform/i18n.ts'
import { parseReference } from '../../../../../platform/workbook/cell.ts'
import type { FilledCell } from '../../contract.ts'
import { gapWords } from '../../messages.ts'
import { remark } from '../../package/marking/rules.ts'
import type { Book } from '../../package/rules.ts'

/** Says at each place that stayed empty why it did, for whoever opens the file elsewhere. */
export function sayGaps(book: Book, cells: readonly FilledCell[], language: Language): void {
  for (const [name, own] of Map.groupBy(cells, ({ sheet }) => sheet)) {
    const sheet = book.sheets.find((other) => other.name === name)
    const remarks = own.flatMap(({ cell, reason }) => {
      const at = parseReference(cell)
      return reason && reason !== 'noPlace' && at ? [{ cell, ...at, text: sayIn(language, gapWords[reason]) }] : []
    })
    if (sheet) remark(book, sheet, remarks)
  }
}
