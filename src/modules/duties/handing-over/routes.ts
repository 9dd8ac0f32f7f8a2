import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  // Whoever signs sees it; the actions judge.
  route(contract.listHandOvers, 'signedIn', actions.listHandOvers),
  route(contract.readHandOver, 'signedIn', actions.readHandOver),
  route(contract.startHandOver, holdersOf('organize'), actions.startHandOver),
  route(contract.signHandOver, 'signedIn', actions.signHandOver),
]
