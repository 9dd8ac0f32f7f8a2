import { route } from '../../../../platform/route.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  route(contract.listSkills, 'signedIn', actions.listSkills),
  route(contract.createSkill, holdersOf('keepSkills'), actions.createSkill),
  route(contract.changeSkill, holdersOf('keepSkills'), actions.changeSkill),
  route(contract.removeSkill, holdersOf('keepSkills'), actions.removeSkill),
  // One's own qualifications, or those of people one leads: the action judges which.
  route(contract.addQualification, 'signedIn', actions.addQualification),
  route(contract.changeQualification, 'signedIn', actions.changeQualification),
  route(contract.removeQualification, 'signedIn', actions.removeQualification),
  route(contract.addProof, 'signedIn', actions.addProof),
  route(contract.readProof, 'signedIn', actions.readProof),
  route(contract.confirmQualification, holdersOf('confirmQualifications'), actions.confirmQualification),
  route(contract.qualificationsToConfirm, holdersOf('confirmQualifications'), actions.qualificationsToConfirm),
]
