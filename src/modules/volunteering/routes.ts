import { route, routeTogether } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as signing from './signing/actions.ts'
import * as signingContract from './signing/contract.ts'
import * as mine from './signing/mine/actions.ts'

const leaders = holdersOf('planActivities')

export const routes = [
  route(contract.getShift, 'signedIn', actions.getShift),
  route(contract.shiftsOfActivity, 'signedIn', actions.shiftsOfActivity),
  route(contract.createShift, leaders, actions.createShift),
  route(contract.changeShift, leaders, actions.changeShift),
  route(contract.cancelShift, leaders, actions.cancelShift),
  route(signingContract.shiftsForMe, 'signedIn', mine.shiftsForMe),
  route(signingContract.mySignups, 'signedIn', mine.mySignups),
  routeTogether(signingContract.signUp, 'signedIn', ({ shiftId }) => shiftId, signing.decideSignUps),
  route(signingContract.placePerson, leaders, signing.placePerson),
  route(signingContract.cancelSignup, 'signedIn', signing.cancelSignup),
  route(signingContract.confirmSignup, 'signedIn', signing.confirmSignup),
  route(signingContract.decideSignup, leaders, signing.decideSignup),
  route(signingContract.signupsOfShift, leaders, signing.signupsOfShift),
]
