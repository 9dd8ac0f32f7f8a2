import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { hazardHistory } from './hazards/actions.ts'
import { addCheckPhoto, readCheckPhoto } from './photos/actions.ts'
import { endCheckPlan, listCheckPlans, planChecks } from './plans/actions.ts'
import { printCheck } from './printing/actions.ts'

const checkers = holdersOf('doChecks')
const planners = holdersOf('managePlaces')

export const routes = [
  route(contract.listChecks, checkers, actions.listChecks),
  route(contract.startCheck, checkers, actions.startCheck),
  route(contract.seeCheck, checkers, actions.seeCheck),
  route(contract.handInCheck, checkers, actions.handInCheck),
  route(contract.addCheckPhoto, checkers, addCheckPhoto),
  route(contract.readCheckPhoto, checkers, readCheckPhoto),
  route(contract.printCheck, checkers, printCheck),
  route(contract.hazardHistory, checkers, hazardHistory),
  route(contract.listCheckPlans, checkers, listCheckPlans),
  route(contract.planChecks, planners, planChecks),
  route(contract.endCheckPlan, planners, endCheckPlan),
]
