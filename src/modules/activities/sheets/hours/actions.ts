import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { findOrganizations, findPeople, rootOrganization } from '../../../organizations/sheets/references/actions.ts'
import { writeParticipations } from '../attendance/queries.ts'
import * as queries from './queries.ts'

/** Hours served, each at an activity: by its number in the ledger, its title and day, or its day and team. */
export async function takeHours(run: SheetRun): Promise<void> {
  await findOrganizations(run, 'team', 'team', { ofKind: 'team', optional: true })
  await queries.findActivities(run)
  const root = await rootOrganization(run)
  await queries.proposeActivities(run, root !== null && !run.brings('activities'))
  await queries.refuseWithoutActivity(run)
  await queries.noteTeams(run, root)
  await findPeople(run)
  await queries.readHours(run)
  await queries.makeActivities(run, root)
  await writeParticipations(run, 'import_hours')
  await queries.warnOfOdd(run)
}
