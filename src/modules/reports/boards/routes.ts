import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as cards from './cards/actions.ts'
import * as contract from './contract.ts'

const readers = holdersOf('readFigures')
const writers = holdersOf('writeReports')

export const routes = [
  route(contract.listBoards, readers, actions.listBoards),
  route(contract.readBoard, readers, actions.readBoard),
  route(contract.keepBoard, writers, actions.keepBoard),
  route(contract.changeBoard, writers, actions.changeBoard),
  route(contract.removeBoard, writers, actions.removeBoard),
  route(contract.bringBackBoard, writers, actions.bringBackBoard),
  route(contract.addCard, writers, cards.addCard),
  route(contract.changeCard, writers, cards.changeCard),
  route(contract.removeCard, writers, cards.removeCard),
  route(contract.bringBackCard, writers, cards.bringBackCard),
  route(contract.orderCards, writers, cards.orderCards),
]
