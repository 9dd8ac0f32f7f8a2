import { route } from '../../../platform/route.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { minutesFile } from './minutes/actions.ts'
import { readMeeting } from './seeing/actions.ts'

export const routes = [
  // Whoever is invited sees what it is about; the chair may be anybody, the actions judge.
  route(contract.readMeeting, 'signedIn', readMeeting),
  route(contract.keepAgenda, 'signedIn', actions.keepAgenda),
  route(contract.noteItem, 'signedIn', actions.noteItem),
  route(contract.decide, 'signedIn', actions.decide),
  route(contract.confirmMinutes, 'signedIn', actions.confirmMinutes),
  route(contract.minutesFile, 'signedIn', minutesFile),
]
