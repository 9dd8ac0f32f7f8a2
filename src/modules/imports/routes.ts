import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

const importers = holdersOf('importWorkbooks')

export const routes = [
  route(contract.listImports, importers, actions.listImports),
  route(contract.sourceOf, importers, actions.sourceOf),
  route(contract.readImport, importers, actions.readImport),
  route(contract.startImport, importers, actions.startImport),
  route(contract.addImportFile, importers, actions.addImportFile),
  route(contract.mapImport, importers, actions.mapImport),
  route(contract.tryImport, importers, actions.tryImport),
  route(contract.carryOutImport, importers, actions.carryOutImport),
  route(contract.importProgress, importers, actions.importProgress),
  route(contract.refusedRows, importers, actions.refusedRows),
]
