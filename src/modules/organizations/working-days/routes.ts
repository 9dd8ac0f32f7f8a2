import { route } from '../../../platform/route.ts'
import { holdersOf } from '../rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  route(contract.readWorkingYear, 'signedIn', actions.readWorkingYear),
  route(contract.setSpecialDay, holdersOf('administer'), actions.setSpecialDay),
  route(contract.removeSpecialDay, holdersOf('administer'), actions.removeSpecialDay),
  route(contract.announceYear, holdersOf('administer'), actions.announceYear),
  route(contract.restoreYear, holdersOf('administer'), actions.restoreYear),
]
