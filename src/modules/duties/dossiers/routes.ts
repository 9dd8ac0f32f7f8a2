import { route, routeSteady } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  // No role reads a dossier: whoever it is about and the named reviewers do; the actions judge.
  route(contract.listDossiers, 'signedIn', actions.listDossiers),
  route(contract.readDossier, 'signedIn', actions.readDossier),
  route(contract.openDossier, holdersOf('organize'), actions.openDossier),
  route(contract.writePart, 'signedIn', actions.writePart),
  route(contract.handInDossier, 'signedIn', actions.handInDossier),
  routeSteady(contract.closeDossier, 'signedIn', actions.closeDossier),
  route(contract.dossierRecords, 'signedIn', actions.dossierRecords),
  route(contract.dossierFile, 'signedIn', actions.dossierFile),
]
