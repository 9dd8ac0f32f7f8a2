import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { listWarnings } from './actions.ts'
import * as contract from './contract.ts'

export const routes = [route(contract.listWarnings, holdersOf('seePeople'), listWarnings)]
