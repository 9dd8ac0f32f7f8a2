import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { type Db, newId, type Tx } from '../../../../platform/database.ts'
import { NotFound, Refused } from '../../../../platform/errors.ts'
import { searchKey } from '../../../../platform/search.ts'
import { renewSetupLink, setupLinkExists, spendSetupLink } from '../../../../platform/sign-in/links.ts'
import { firstTenant, peopleWithLogin } from '../../../../platform/sign-in/logins.ts'
import { asTenant } from '../../../../platform/tenancy.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { createTenant } from '../../actions.ts'
import { giveLogin } from '../actions.ts'
import type * as contract from '../contract.ts'
import * as queries from '../queries.ts'
import { loginAddress } from '../rules.ts'

/** Until somebody says what this office is called. */
const unnamed = '邻里'

/** Where to set up an installation that nobody can administer yet; null when somebody can. A new link ends the one before. */
export async function setupLink(db: Db, now: Date): Promise<string | null> {
  const known = await firstTenant(db, '')
  const tenantId = known ?? (await createTenant(db, { name: unnamed, slug: 'linli' }, now)).tenantId
  const administered = await asTenant(db, tenantId, (tx) => hasAdministrator(tx, tenantId, now))
  return administered ? null : `/setup/${await renewSetupLink(db, tenantId, now)}`
}

async function hasAdministrator(tx: Tx, tenantId: string, now: Date): Promise<boolean> {
  const { timeZone } = await queries.tenantById(tx, tenantId)
  const people = await queries.holders(tx, 'administrator', dayIn(timeZone, now))
  const ids = people.map(({ id }) => id)
  return (await peopleWithLogin(tx, tenantId, ids)).length > 0
}

export async function openSetup({ tx, me }: Context, { token }: { token: string }) {
  if (!(await setupLinkExists(tx, token))) throw new NotFound()
  const { name } = await queries.tenantById(tx, me.tenantId)
  return { open: true as const, officeName: name === unnamed ? null : name }
}

/** Names the office and gives it its first administrator. */
export async function setUp(context: Context, input: z.output<typeof contract.setUp.input>): Promise<{ done: true }> {
  const { tx, me, now } = context
  if (!(await spendSetupLink(tx, input.token, now))) throw new NotFound()
  if (await hasAdministrator(tx, me.tenantId, now)) throw new Refused('alreadySetUp')
  const organizationId = await nameOffice(context, input)
  const address = loginAddress(input.name)
  const isPhone = address?.endsWith('@phone.invalid') ?? false
  const person = {
    id: newId(),
    name: input.personName,
    phone: isPhone && address ? (address.split('@')[0] ?? null) : null,
    email: isPhone ? null : address,
  }
  const search = searchKey(person.name, person.phone)
  await queries.insertAdministrator(tx, { ...person, search }, organizationId, dayIn(me.timeZone, now))
  await giveLogin(context, person, input.name, input.password)
  return { done: true }
}

async function nameOffice(
  { tx, me }: Context,
  { officeName, kind }: { officeName: string; kind: string },
): Promise<string> {
  const before = await queries.tenantById(tx, me.tenantId)
  const root = await queries.rootOrganization(tx)
  await queries.renameTenant(tx, me.tenantId, officeName)
  const named = { kind, name: officeName, search: searchKey(officeName) }
  if (!root) return queries.insertRoot(tx, named)
  // What an import has put at the top is left as it is.
  if (root.name === before.name) await queries.nameRoot(tx, root.id, named)
  return root.id
}
