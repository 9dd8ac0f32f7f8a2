import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

const readers = holdersOf('readFigures')

export const routes = [
  route(contract.listFacts, readers, actions.listFacts),
  route(contract.figure, readers, actions.figure),
  route(contract.figureCompared, readers, actions.figureCompared),
  route(contract.figureSeries, readers, actions.figureSeries),
  route(contract.figureRecords, readers, actions.figureRecords),
  route(contract.figureRecordsFile, readers, actions.figureRecordsFile),
]
