import { route } from '../../../platform/route.ts'
import { holdersOf } from '../rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  route(contract.listGroups, holdersOf('seePeople'), actions.listGroups),
  // Whoever is in a group sees who else is.
  route(contract.readGroup, 'signedIn', actions.readGroup),
  route(contract.createGroup, holdersOf('organize'), actions.createGroup),
  route(contract.changeGroup, holdersOf('organize'), actions.changeGroup),
  route(contract.addGroupMember, holdersOf('organize'), actions.addGroupMember),
  route(contract.correctGroupMember, holdersOf('organize'), actions.correctGroupMember),
  route(contract.removeGroupMember, holdersOf('organize'), actions.removeGroupMember),
]
