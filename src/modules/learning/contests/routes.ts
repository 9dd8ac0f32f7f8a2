import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as changing from './changing/actions.ts'
import * as changingContract from './changing/contract.ts'
import * as contract from './contract.ts'

const keepers = holdersOf('keepQuestions')

export const routes = [
  route(contract.listContests, 'signedIn', actions.listContests),
  route(contract.seeContest, 'signedIn', actions.seeContest),
  route(contract.addContest, keepers, actions.addContest),
  route(contract.finishContest, keepers, actions.finishContest),
  route(changingContract.readContest, keepers, changing.readContest),
  route(changingContract.changeContest, keepers, changing.changeContest),
  route(changingContract.cancelContest, keepers, changing.cancelContest),
]
