import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as drafts from './drafts/actions.ts'
import * as draft from './drafts/contract.ts'
import * as templates from './templates/actions.ts'
import * as template from './templates/contract.ts'

const readers = holdersOf('readFigures')
const writers = holdersOf('writeReports')

export const routes = [
  route(draft.listReports, readers, drafts.listReports),
  route(draft.readReport, readers, drafts.readReport),
  route(draft.readSettledReport, readers, drafts.readSettledReport),
  route(draft.createReport, writers, drafts.createReport),
  route(draft.changeReport, writers, drafts.changeReport),
  route(draft.deleteReport, writers, drafts.deleteReport),
  route(draft.bringBackReport, writers, drafts.bringBackReport),
  route(template.listTemplates, writers, templates.listTemplates),
  route(template.saveAsTemplate, writers, templates.saveAsTemplate),
  route(template.renameTemplate, writers, templates.renameTemplate),
  route(template.retireTemplate, writers, templates.retireTemplate),
]
