import type { SheetRun } from '../../../platform/workbook/sheet.ts'
import { findOrganizations } from '../../organizations/sheets/references/actions.ts'
import * as queries from './queries.ts'

/** A station belongs to the organization of its own name, where there is one, else to whoever keeps it. */
export async function takeStations(run: SheetRun): Promise<void> {
  await findOrganizations(run, 'organization', 'organization')
  await findOrganizations(run, 'name', 'station', { ofKind: 'station', optional: true })
  await queries.writeStations(run)
}

/** For the sheets of activities: where their rows say it was, made an address of the host when nobody knows it yet. */
export const findPlaces = queries.findPlaces
