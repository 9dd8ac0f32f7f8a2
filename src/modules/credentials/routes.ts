import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { routes as issuer } from './issuer/routes.ts'

export const routes = [
  route(contract.listCredentials, 'signedIn', actions.listCredentials),
  route(contract.credentialFile, 'signedIn', actions.credentialFile),
  route(contract.certificateFile, 'signedIn', actions.certificateFile),
  route(contract.revokeCredential, holdersOf('organize'), actions.revokeCredential),
  ...issuer,
]
