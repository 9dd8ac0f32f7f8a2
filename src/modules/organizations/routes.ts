import { route } from '../../platform/route.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { routes as groups } from './groups/routes.ts'
import { routes as me } from './me/routes.ts'
import { routes as people } from './people/routes.ts'
import { holdersOf } from './rules.ts'
import { routes as search } from './search/routes.ts'
import { routes as workingDays } from './working-days/routes.ts'

export const routes = [
  route(contract.listOrganizations, 'signedIn', actions.listOrganizations),
  route(contract.readOrganization, 'signedIn', actions.readOrganization),
  route(contract.createOrganization, holdersOf('organize'), actions.createOrganization),
  route(contract.changeOrganization, holdersOf('organize'), actions.changeOrganization),
  route(contract.moveOrganization, holdersOf('organize'), actions.moveOrganization),
  route(contract.closeOrganization, holdersOf('organize'), actions.closeOrganization),
  ...me,
  ...people,
  ...groups,
  ...search,
  ...workingDays,
]
