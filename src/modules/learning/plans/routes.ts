import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { fitTopic } from './fitting/actions.ts'
import * as seeing from './seeing/actions.ts'

const planners = holdersOf('planActivities')

export const routes = [
  route(contract.listStudyPlans, 'signedIn', seeing.listStudyPlans),
  route(contract.getStudyPlan, 'signedIn', seeing.getStudyPlan),
  route(contract.compareStudyPlan, 'signedIn', actions.compareStudyPlan),
  route(contract.beginStudyPlan, planners, actions.beginStudyPlan),
  route(contract.writeStudyPlan, planners, actions.writeStudyPlan),
  route(contract.discardStudyDraft, planners, actions.discardStudyDraft),
  route(contract.agreeStudyPlan, holdersOf('organize'), actions.agreeStudyPlan),
  route(contract.fitTopic, planners, fitTopic),
]
