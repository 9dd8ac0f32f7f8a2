import { route, routeSteady } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as differences from './differences/actions.ts'

const readers = holdersOf('readFigures')
const writers = holdersOf('writeReports')

export const routes = [
  routeSteady(contract.publishReport, writers, actions.publishReport),
  route(contract.listPublished, readers, actions.listPublished),
  route(contract.publishedReport, readers, actions.publishedReport),
  route(contract.publishedReportFile, readers, actions.publishedReportFile),
  route(contract.publishedDifferences, readers, differences.publishedDifferences),
  route(contract.differenceRecords, readers, differences.differenceRecords),
  route(contract.publishedRecords, readers, differences.publishedRecords),
  route(contract.openPublished, writers, actions.openPublished),
]
