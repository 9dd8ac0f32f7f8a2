import { route, routeTogether } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as board from './board/actions.ts'
import * as boardContract from './board/contract.ts'
import * as certifying from './certifying/actions.ts'
import * as certifyingContract from './certifying/contract.ts'
import * as contract from './contract.ts'
import * as cover from './cover/actions.ts'
import * as coverContract from './cover/contract.ts'
import * as hours from './hours/actions.ts'
import * as hoursContract from './hours/contract.ts'
import { routes as people } from './people/routes.ts'
import * as signing from './signing/actions.ts'
import * as signingContract from './signing/contract.ts'
import * as mine from './signing/mine/actions.ts'
import { placePerson } from './signing/placing/actions.ts'
import * as swaps from './swaps/actions.ts'
import * as swapContract from './swaps/contract.ts'
import * as templates from './templates/actions.ts'
import * as templateContract from './templates/contract.ts'

const leaders = holdersOf('planActivities')

export const routes = [
  route(contract.getShift, 'signedIn', actions.getShift),
  route(contract.shiftsOfActivity, 'signedIn', actions.shiftsOfActivity),
  route(templateContract.shiftTemplates, leaders, templates.shiftTemplates),
  route(templateContract.restoreTemplate, leaders, templates.restoreTemplate),
  route(templateContract.keepTemplate, leaders, templates.keepTemplate),
  route(templateContract.applyTemplate, leaders, templates.applyTemplate),
  route(templateContract.createTemplate, leaders, templates.createTemplate),
  route(templateContract.changeTemplate, leaders, templates.changeTemplate),
  route(templateContract.removeTemplate, leaders, templates.removeTemplate),
  route(contract.createShift, leaders, actions.createShift),
  route(contract.changeShift, leaders, actions.changeShift),
  route(contract.cancelShift, leaders, actions.cancelShift),
  route(signingContract.shiftsForMe, 'signedIn', mine.shiftsForMe),
  route(signingContract.myRefusals, 'signedIn', mine.myRefusals),
  route(signingContract.mySignups, 'signedIn', mine.mySignups),
  routeTogether(signingContract.signUp, 'signedIn', ({ shiftId }) => shiftId, signing.decideSignUps),
  route(signingContract.placePerson, leaders, placePerson),
  route(signingContract.cancelSignup, 'signedIn', signing.cancelSignup),
  route(signingContract.confirmSignup, 'signedIn', signing.confirmSignup),
  route(signingContract.decideSignup, leaders, signing.decideSignup),
  route(signingContract.signupsOfShift, leaders, signing.signupsOfShift),
  route(certifyingContract.hoursToCertify, 'signedIn', certifying.hoursToCertify),
  route(certifyingContract.certifyHours, 'signedIn', certifying.certifyHours),
  route(swapContract.mySwaps, 'signedIn', swaps.mySwaps),
  route(swapContract.swapPartners, 'signedIn', swaps.swapPartners),
  route(swapContract.askSwap, 'signedIn', swaps.askSwap),
  route(swapContract.answerSwap, 'signedIn', swaps.answerSwap),
  route(swapContract.withdrawSwap, 'signedIn', swaps.withdrawSwap),
  route(swapContract.decideSwap, leaders, swaps.decideSwap),
  route(coverContract.myCoverAsks, 'signedIn', cover.myCoverAsks),
  route(coverContract.acceptCover, 'signedIn', cover.acceptCover),
  route(coverContract.declineCover, 'signedIn', cover.declineCover),
  route(boardContract.shiftBoard, leaders, board.shiftBoard),
  route(boardContract.shiftGaps, leaders, board.shiftGaps),
  route(boardContract.standingOnBoard, leaders, board.standingOnBoard),
  route(boardContract.candidatesFor, leaders, board.candidatesFor),
  route(boardContract.changeShifts, leaders, board.changeShifts),
  route(hoursContract.reviewHours, holdersOf('seePeople'), hours.reviewHours),
  ...people,
]
