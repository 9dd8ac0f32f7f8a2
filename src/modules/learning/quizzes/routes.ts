import { route, routeTogether } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as marking from './marking/actions.ts'
import * as markingContract from './marking/contract.ts'
import * as sitting from './sitting/actions.ts'
import * as sittingContract from './sitting/contract.ts'
import { quizResults } from './statistics/actions.ts'
import * as statisticsContract from './statistics/contract.ts'

const keepers = holdersOf('keepQuestions')

export const routes = [
  route(contract.listQuizzes, 'signedIn', actions.listQuizzes),
  route(contract.seeQuiz, 'signedIn', actions.seeQuiz),
  route(contract.readQuiz, keepers, actions.readQuiz),
  route(contract.addQuiz, keepers, actions.addQuiz),
  route(contract.changeQuiz, keepers, actions.changeQuiz),
  route(contract.publishQuiz, keepers, actions.publishQuiz),
  route(contract.retireQuiz, keepers, actions.retireQuiz),
  route(contract.giveExtraTime, keepers, actions.giveExtraTime),
  route(sittingContract.startAttempt, 'signedIn', sitting.startAttempt),
  route(sittingContract.seeAttempt, 'signedIn', sitting.seeAttempt),
  routeTogether(sittingContract.saveAnswers, 'signedIn', ({ quizId }) => quizId, sitting.decideAnswers),
  route(sittingContract.submitAttempt, 'signedIn', sitting.submitAttempt),
  route(sittingContract.seeResult, 'signedIn', sitting.seeResult),
  route(markingContract.listToMark, keepers, marking.listToMark),
  route(markingContract.markAnswer, keepers, marking.markAnswer),
  route(statisticsContract.quizResults, keepers, quizResults),
]
