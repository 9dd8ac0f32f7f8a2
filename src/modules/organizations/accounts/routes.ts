import { route } from '../../../platform/route.ts'
import { holdersOf } from '../rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as setup from './setup/actions.ts'

const organizers = holdersOf('organize')

export const routes = [
  route(contract.personAccount, organizers, actions.personAccount),
  route(contract.createInvitation, organizers, actions.createInvitation),
  route(contract.revokeInvitation, organizers, actions.revokeInvitation),
  route(contract.endPersonSessions, organizers, actions.endPersonSessions),
  route(contract.endSecondStepOf, holdersOf('administer'), actions.endSecondStepOf),
  route(contract.openInvitation, 'anyone', actions.openInvitation),
  route(contract.acceptInvitation, 'anyone', actions.acceptInvitation),
  route(contract.openSetup, 'anyone', setup.openSetup),
  route(contract.setUp, 'anyone', setup.setUp),
]
