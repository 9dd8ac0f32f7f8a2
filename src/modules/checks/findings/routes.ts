import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as listing from './listing/actions.ts'
import * as list from './listing/contract.ts'
import * as proof from './proof/actions.ts'
import * as proving from './proof/contract.ts'
import * as working from './working/actions.ts'
import * as work from './working/contract.ts'

export const routes = [
  // Whoever answers for an action sees it and works on it, also where they may see nothing else.
  route(list.listActions, 'signedIn', listing.listActions),
  route(list.readFinding, 'signedIn', listing.readFinding),
  route(list.searchFindings, 'signedIn', listing.searchFindings),
  route(work.addAction, holdersOf('keepFindings'), working.addAction),
  route(proving.addActionEvidence, 'signedIn', proof.addActionEvidence),
  route(proving.addActionEvidenceFile, 'signedIn', proof.addActionEvidenceFile),
  route(proving.readActionEvidenceFile, 'signedIn', proof.readActionEvidenceFile),
  route(work.finishAction, 'signedIn', working.finishAction),
  route(work.closeAction, holdersOf('keepFindings'), working.closeAction),
  route(work.reopenAction, holdersOf('keepFindings'), working.reopenAction),
  route(work.askForTime, 'signedIn', working.askForTime),
  route(work.answerForTime, holdersOf('keepFindings'), working.answerForTime),
  route(work.giveAction, holdersOf('keepFindings'), working.giveAction),
]
