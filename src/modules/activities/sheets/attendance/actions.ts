import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { findOrganizations, findPeople, rootOrganization } from '../../../organizations/sheets/references/actions.ts'
import * as queries from './queries.ts'

/** Who was there: each mark is one person at one activity, of that name, on that day or in that month. */
export async function takeAttendance(run: SheetRun): Promise<void> {
  // Of several people of one name, the one of the unit that the row names is meant.
  await findOrganizations(run, 'organization', 'among', { optional: true })
  await findPeople(run)
  await queries.readMarks(run)
  await queries.findOccasions(run)
  await queries.makeOccasions(run, await rootOrganization(run))
  await queries.settleMarks(run)
  await queries.writeParticipations(run, 'import_mark')
}
