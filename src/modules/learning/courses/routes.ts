import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { myCourses } from './mine/actions.ts'
import * as seeing from './seeing/actions.ts'

const leaders = holdersOf('seePeople')
const keepers = holdersOf('organize')

export const routes = [
  route(contract.myCourses, 'signedIn', myCourses),
  route(contract.listCourses, leaders, seeing.listCourses),
  route(contract.getCourse, leaders, seeing.getCourse),
  route(contract.createCourse, keepers, actions.createCourse),
  route(contract.changeCourse, keepers, actions.changeCourse),
  route(contract.proposeAudience, keepers, actions.proposeAudience),
  route(contract.applyAudience, keepers, actions.applyAudience),
  route(contract.closeCourse, keepers, actions.closeCourse),
  route(contract.reopenCourse, keepers, actions.reopenCourse),
  route(contract.addPart, keepers, actions.addPart),
  route(contract.addPartFile, keepers, actions.addPartFile),
  route(contract.removePart, keepers, actions.removePart),
  route(contract.restorePart, keepers, actions.restorePart),
  route(contract.readPartFile, 'signedIn', actions.readPartFile),
  route(contract.finishPart, 'signedIn', actions.finishPart),
  // Whoever was named for it: the action judges.
  route(contract.signOff, 'signedIn', actions.signOff),
  route(contract.askExemption, 'signedIn', actions.askExemption),
  route(contract.decideExemption, keepers, actions.decideExemption),
]
