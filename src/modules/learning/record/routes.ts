import { route } from '../../../platform/route.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  route(contract.myRecord, 'signedIn', actions.myRecord),
  route(contract.recordFile, 'signedIn', actions.recordFile),
  route(contract.certifyCourse, 'signedIn', actions.certifyCourse),
  route(contract.certifyPrize, 'signedIn', actions.certifyPrize),
]
