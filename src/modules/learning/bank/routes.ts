import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { bringQti } from './qti/actions.ts'
import * as qti from './qti/contract.ts'

const keepers = holdersOf('keepQuestions')

export const routes = [
  route(contract.listQuestions, keepers, actions.listQuestions),
  route(contract.questionsFile, keepers, actions.questionsFile),
  route(contract.seeQuestion, keepers, actions.seeQuestion),
  route(contract.addQuestion, keepers, actions.addQuestion),
  route(contract.changeQuestion, keepers, actions.changeQuestion),
  route(contract.retireQuestion, keepers, actions.retireQuestion),
  route(contract.bringBackQuestion, keepers, actions.bringBackQuestion),
  route(qti.bringQti, keepers, bringQti),
]
