import { route } from '../../../../platform/route.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  route(contract.takeMyData, 'signedIn', actions.takeMyData),
  // Everybody for themselves; for whom else, the action judges.
  route(contract.readLeaving, 'signedIn', actions.readLeaving),
  route(contract.askToForget, 'signedIn', actions.askToForget),
  route(contract.keepAfterAll, 'signedIn', actions.keepAfterAll),
]
