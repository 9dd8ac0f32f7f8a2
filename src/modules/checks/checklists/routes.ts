import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

const readers = holdersOf('doChecks')
const keepers = holdersOf('keepChecklists')

export const routes = [
  route(contract.listChecklists, readers, actions.listChecklists),
  route(contract.seeChecklist, readers, actions.seeChecklist),
  route(contract.addChecklist, keepers, actions.addChecklist),
  route(contract.changeChecklist, keepers, actions.changeChecklist),
  route(contract.retireChecklist, keepers, actions.retireChecklist),
  route(contract.bringBackChecklist, keepers, actions.bringBackChecklist),
]
