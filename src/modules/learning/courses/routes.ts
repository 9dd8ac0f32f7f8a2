import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as audience from './audience/actions.ts'
import { applyAudience, proposeAudience } from './audience/contract.ts'
import * as contract from './contract.ts'
import * as exempting from './exempting/actions.ts'
import { askExemption, decideExemption } from './exempting/contract.ts'
import { myCourses } from './mine/actions.ts'
import * as parts from './parts/actions.ts'
import * as partContract from './parts/contract.ts'
import * as progress from './progress/actions.ts'
import * as progressContract from './progress/contract.ts'
import * as seeing from './seeing/actions.ts'

const leaders = holdersOf('seePeople')
const keepers = holdersOf('organize')

export const routes = [
  route(progressContract.myCourses, 'signedIn', myCourses),
  route(contract.listCourses, leaders, seeing.listCourses),
  route(contract.getCourse, leaders, seeing.getCourse),
  route(progressContract.listCourseMembers, leaders, seeing.listCourseMembers),
  route(contract.createCourse, keepers, actions.createCourse),
  route(contract.foreseeCourse, keepers, actions.foreseeCourse),
  route(contract.changeCourse, keepers, actions.changeCourse),
  route(proposeAudience, keepers, audience.proposeAudience),
  route(applyAudience, keepers, audience.applyAudience),
  route(contract.closeCourse, keepers, actions.closeCourse),
  route(contract.reopenCourse, keepers, actions.reopenCourse),
  route(partContract.addPart, keepers, parts.addPart),
  route(partContract.addPartFile, keepers, parts.addPartFile),
  route(partContract.removePart, keepers, parts.removePart),
  route(partContract.restorePart, keepers, parts.restorePart),
  route(partContract.readPartFile, 'signedIn', parts.readPartFile),
  route(progressContract.finishPart, 'signedIn', progress.finishPart),
  // Whoever was named for it: the action judges.
  route(progressContract.signOff, 'signedIn', progress.signOff),
  route(askExemption, 'signedIn', exempting.askExemption),
  route(decideExemption, keepers, exempting.decideExemption),
]
