import { route } from '../../../platform/route.ts'
import { holdersOf } from '../rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { routes as leaving } from './leaving/routes.ts'
import * as memberships from './memberships/actions.ts'

export const routes = [
  route(contract.listPeople, holdersOf('seePeople'), actions.listPeople),
  // Everybody has a card of their own; whose else they see, the action judges.
  route(contract.readPerson, 'signedIn', actions.readPerson),
  route(contract.createPerson, holdersOf('organize'), actions.createPerson),
  route(contract.changePerson, holdersOf('organize'), actions.changePerson),
  route(contract.startMembership, holdersOf('organize'), memberships.startMembership),
  route(contract.correctMembership, holdersOf('organize'), memberships.correctMembership),
  route(contract.endMembership, holdersOf('organize'), memberships.endMembership),
  route(contract.removeMembership, holdersOf('organize'), memberships.removeMembership),
  ...leaving,
]
