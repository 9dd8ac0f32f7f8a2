import { route, routeSteady } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import { answerFinding } from './answering/actions.ts'
import { compareReview } from './comparing/actions.ts'
import * as contract from './contract.ts'
import { reviewFile } from './document/actions.ts'
import * as seeing from './seeing/actions.ts'

export const routes = [
  // Whoever reviews may be anybody who was asked to; the actions judge.
  route(contract.listReviews, 'signedIn', seeing.listReviews),
  route(contract.planReview, holdersOf('writeReports'), actions.planReview),
  route(contract.readReview, 'signedIn', seeing.readReview),
  route(contract.keepReview, 'signedIn', actions.keepReview),
  routeSteady(contract.sendReview, 'signedIn', actions.sendReview),
  route(contract.answerFinding, holdersOf('organize'), answerFinding),
  route(contract.finishReview, 'signedIn', actions.finishReview),
  route(contract.removeReview, 'signedIn', actions.removeReview),
  route(contract.bringBackReview, 'signedIn', actions.bringBackReview),
  route(contract.reviewRecords, 'signedIn', seeing.reviewRecords),
  route(contract.compareReview, 'signedIn', compareReview),
  route(contract.reviewFile, 'signedIn', reviewFile),
]
