import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import { routes as boardRoutes } from './boards/routes.ts'
import { routes as formRoutes } from './forms/routes.ts'
import { routes as publishingRoutes } from './publishing/routes.ts'
import { routes as templateRoutes } from './word-templates/routes.ts'
import { routes as writingRoutes } from './writing/routes.ts'
import * as actions from './yearly/actions.ts'
import * as contract from './yearly/contract.ts'

const readers = holdersOf('readFigures')

export const routes = [
  route(contract.yearInFigures, readers, actions.yearInFigures),
  route(contract.yearlyReportFile, readers, actions.yearlyReportFile),
  ...writingRoutes,
  ...publishingRoutes,
  ...templateRoutes,
  ...formRoutes,
  ...boardRoutes,
]
