import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  route(contract.readIssuer, holdersOf('administer'), actions.readIssuer),
  route(contract.rotateKey, holdersOf('administer'), actions.rotateKey),
]
