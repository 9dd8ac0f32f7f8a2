import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { getSession } from './seeing/actions.ts'

const planners = holdersOf('planActivities')

export const routes = [
  route(contract.getSession, 'signedIn', getSession),
  route(contract.planSession, planners, actions.planSession),
  route(contract.addMaterial, planners, actions.addMaterial),
  route(contract.addMaterialFile, planners, actions.addMaterialFile),
  route(contract.changeMaterial, planners, actions.changeMaterial),
  route(contract.removeMaterial, planners, actions.removeMaterial),
  route(contract.restoreMaterial, planners, actions.restoreMaterial),
  route(contract.readMaterialFile, 'signedIn', actions.readMaterialFile),
  // Anybody may be named to take notes: the action judges who was.
  route(contract.writeMinutes, 'signedIn', actions.writeMinutes),
  route(contract.markRead, 'signedIn', actions.markRead),
]
