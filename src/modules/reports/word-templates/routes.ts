import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

const writers = holdersOf('writeReports')

export const routes = [
  route(contract.listWordTemplates, writers, actions.listWordTemplates),
  route(contract.listTags, writers, actions.listTags),
  route(contract.addWordTemplate, writers, actions.addWordTemplate),
  route(contract.wordTemplateFile, writers, actions.wordTemplateFile),
  route(contract.retireWordTemplate, writers, actions.retireWordTemplate),
  route(contract.bringBackWordTemplate, writers, actions.bringBackWordTemplate),
  route(contract.draftWord, holdersOf('readFigures'), actions.draftWord),
]
