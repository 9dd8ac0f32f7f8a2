import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as contract from './contract.ts'
import * as listing from './listing/actions.ts'
import * as proof from './proof/actions.ts'
import * as working from './working/actions.ts'

export const routes = [
  // Whoever answers for an action sees it and works on it, also where they may see nothing else.
  route(contract.listActions, 'signedIn', listing.listActions),
  route(contract.readFinding, 'signedIn', listing.readFinding),
  route(contract.searchFindings, 'signedIn', listing.searchFindings),
  route(contract.addAction, holdersOf('keepFindings'), working.addAction),
  route(contract.addActionEvidence, 'signedIn', proof.addActionEvidence),
  route(contract.addActionEvidenceFile, 'signedIn', proof.addActionEvidenceFile),
  route(contract.readActionEvidenceFile, 'signedIn', proof.readActionEvidenceFile),
  route(contract.finishAction, 'signedIn', working.finishAction),
  route(contract.closeAction, holdersOf('keepFindings'), working.closeAction),
  route(contract.reopenAction, holdersOf('keepFindings'), working.reopenAction),
  route(contract.askForTime, 'signedIn', working.askForTime),
  route(contract.answerForTime, holdersOf('keepFindings'), working.answerForTime),
  route(contract.giveAction, holdersOf('keepFindings'), working.giveAction),
]
