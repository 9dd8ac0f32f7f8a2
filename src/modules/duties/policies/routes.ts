import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import { comparePolicy } from './comparing/actions.ts'
import * as contract from './contract.ts'
import { listPolicies, readPolicy } from './seeing/actions.ts'

const keepers = holdersOf('organize')

export const routes = [
  // Whoever has a post in the part of the tree; the actions judge which.
  route(contract.listPolicies, 'signedIn', listPolicies),
  route(contract.readPolicy, 'signedIn', readPolicy),
  route(contract.comparePolicy, 'signedIn', comparePolicy),
  route(contract.acknowledgePolicy, 'signedIn', actions.acknowledgePolicy),
  route(contract.createPolicy, keepers, actions.createPolicy),
  route(contract.renamePolicy, keepers, actions.renamePolicy),
  route(contract.writePolicy, keepers, actions.writePolicy),
  route(contract.publishPolicy, keepers, actions.publishPolicy),
  route(contract.differReaders, keepers, actions.differReaders),
  route(contract.askToRead, keepers, actions.askToRead),
  route(contract.removePolicy, keepers, actions.removePolicy),
  route(contract.bringBackPolicy, keepers, actions.bringBackPolicy),
]
