import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as evidence from './evidence/actions.ts'

export const routes = [
  // Whoever answers for an objective sees it, whatever else they may see; the actions judge.
  route(contract.listObjectives, 'signedIn', actions.listObjectives),
  route(contract.readObjective, 'signedIn', actions.readObjective),
  route(contract.keepObjective, holdersOf('writeReports'), actions.keepObjective),
  route(contract.changeObjective, holdersOf('writeReports'), actions.changeObjective),
  route(contract.removeObjective, holdersOf('writeReports'), actions.removeObjective),
  route(contract.bringBackObjective, holdersOf('writeReports'), actions.bringBackObjective),
  route(contract.addEvidence, 'signedIn', evidence.addEvidence),
  route(contract.addEvidenceFile, 'signedIn', evidence.addEvidenceFile),
  route(contract.readEvidenceFile, 'signedIn', evidence.readEvidenceFile),
  route(contract.confirmEvidence, holdersOf('writeReports'), evidence.confirmEvidence),
  route(contract.removeEvidence, 'signedIn', evidence.removeEvidence),
]
