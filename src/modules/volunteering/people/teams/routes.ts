import { route } from '../../../../platform/route.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as seeing from './seeing/actions.ts'

export const routes = [
  route(contract.listTeams, 'signedIn', seeing.listTeams),
  route(contract.readTeam, 'signedIn', seeing.readTeam),
  route(contract.askToJoin, 'signedIn', actions.askToJoin),
  route(contract.inviteToTeam, holdersOf('leadTeams'), actions.inviteToTeam),
  // Requests are answered by leaders, invitations by the invited: the action judges which it is.
  route(contract.answerTeamRequest, 'signedIn', actions.answerTeamRequest),
  route(contract.withdrawTeamRequest, 'signedIn', actions.withdrawTeamRequest),
  route(contract.leaveTeam, 'signedIn', actions.leaveTeam),
  route(contract.nameToPost, holdersOf('organize'), actions.nameToPost),
  route(contract.addVolunteer, holdersOf('leadTeams'), actions.addVolunteer),
  route(contract.myInvitations, 'signedIn', seeing.myInvitations),
  route(contract.requestsToDecide, holdersOf('leadTeams'), seeing.requestsToDecide),
]
