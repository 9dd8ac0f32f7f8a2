import type { SheetRun } from '../../../platform/workbook/sheet.ts'
import {
  findOrganizations,
  findTeams,
  organizationOfTitle,
  rootOrganization,
  studyGroups,
} from '../../organizations/sheets/references/actions.ts'
import { findPlaces } from '../../places/sheets/actions.ts'
import * as queries from './queries.ts'

/** Activities by what they are called, who held them and when, or by their number in the ledger. */
export async function takeActivities(run: SheetRun): Promise<void> {
  await findOrganizations(run, 'host', 'host')
  await organizationOfTitle(run, 'host', 'host')
  await queries.hostWithout(run, await rootOrganization(run))
  await findTeams(run, 'teams')
  await findPlaces(run)
  await queries.readActivities(run, await studyGroups(run))
  await queries.recogniseActivities(run)
  await queries.writeActivities(run)
}
