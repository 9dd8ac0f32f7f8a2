import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { possibleNames, splitNames } from '../../../../platform/workbook/values/names.ts'
import { findOrganizations, rootOrganization } from '../references/queries.ts'
import * as queries from './queries.ts'

/** The teams themselves, so that people and activities may name them. */
export async function prepareTeams(run: SheetRun): Promise<void> {
  await findOrganizations(run, 'organization', 'parent')
  await queries.writeTeams(run, await rootOrganization(run))
}

/** Who leads and who belongs. In a list without firm marks, the names that are known decide where one ends. */
export async function takeTeams(run: SheetRun): Promise<void> {
  const lists = await queries.memberLists(run)
  const known = await queries.knownNames(run, [...new Set(lists.flatMap(({ members }) => possibleNames(members)))])
  const members = lists.flatMap(({ rowId, members, leader }) => {
    const names = splitNames(members, (name) => known.has(name))
    const others = names.filter((name) => name !== leader).map((name) => ({ row_id: rowId, name, role: 'volunteer' }))
    const led = leader ? [{ row_id: rowId, name: leader, role: 'teamLeader' }] : []
    // A leader who is in the list as well serves like everybody else.
    return [
      ...led,
      ...others,
      ...(leader && names.includes(leader) ? [{ row_id: rowId, name: leader, role: 'volunteer' }] : []),
    ]
  })
  await queries.writeMembers(run, members)
}
