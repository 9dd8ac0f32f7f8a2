import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as named from './named/actions.ts'
import * as namedContract from './named/contract.ts'

const readers = holdersOf('readFigures')
const keepers = holdersOf('keepIndicators')

export const routes = [
  route(contract.listFacts, readers, actions.listFacts),
  route(contract.figure, readers, actions.figure),
  route(contract.figureCompared, readers, actions.figureCompared),
  route(contract.figureSeries, readers, actions.figureSeries),
  route(contract.figureRecords, readers, actions.figureRecords),
  route(contract.figureRecordsFile, readers, actions.figureRecordsFile),
  route(namedContract.listIndicators, readers, named.listIndicators),
  route(namedContract.readIndicator, readers, named.readIndicator),
  route(namedContract.indicatorFigure, readers, named.indicatorFigure),
  route(namedContract.indicatorSeries, readers, named.indicatorSeries),
  route(namedContract.keepIndicator, keepers, named.keepIndicator),
  route(namedContract.changeIndicator, keepers, named.changeIndicator),
  route(namedContract.retireIndicator, keepers, named.retireIndicator),
  route(namedContract.restoreIndicator, keepers, named.restoreIndicator),
]
