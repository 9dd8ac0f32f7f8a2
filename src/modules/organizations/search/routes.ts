import { route } from '../../../platform/route.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

// Everybody signed in may look for an organization; people are found where the reader may see them.
export const routes = [route(contract.search, 'signedIn', actions.search)]
