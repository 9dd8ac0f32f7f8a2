import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { findOrganizations, findPeople } from '../../../organizations/sheets/references/actions.ts'
import * as queries from './queries.ts'

/** A matrix of people and days: each mark is one person at the one activity of that day. */
export async function takeAttendance(run: SheetRun): Promise<void> {
  // Of several people of one name, the one of the unit that the row names is meant.
  await findOrganizations(run, 'organization', 'among', { optional: true })
  await findPeople(run)
  await queries.readMarks(run)
  await queries.findActivitiesOfDays(run)
  await queries.writeParticipations(run, 'import_mark')
}
