import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { routes as dossiers } from './dossiers/routes.ts'
import { routes as handOvers } from './handing-over/routes.ts'
import { routes as letters } from './letters/routes.ts'
import { routes as meetings } from './meetings/routes.ts'
import { routes as objectives } from './objectives/routes.ts'
import { routes as policies } from './policies/routes.ts'
import { routes as reviews } from './reviews/routes.ts'
import { routes as warnings } from './warnings/routes.ts'

export const routes = [
  // Everybody sees what they hold themselves; what else, the actions judge.
  route(contract.listDuties, 'signedIn', actions.listDuties),
  route(contract.readDuty, 'signedIn', actions.readDuty),
  route(contract.createDuty, holdersOf('organize'), actions.createDuty),
  route(contract.changeDuty, holdersOf('organize'), actions.changeDuty),
  route(contract.removeDuty, holdersOf('organize'), actions.removeDuty),
  route(contract.bringBackDuty, holdersOf('organize'), actions.bringBackDuty),
  route(contract.giveDuty, holdersOf('organize'), actions.giveDuty),
  route(contract.endHolding, holdersOf('organize'), actions.endHolding),
  route(contract.acknowledgeDuty, 'signedIn', actions.acknowledgeDuty),
  ...handOvers,
  ...letters,
  ...meetings,
  ...objectives,
  ...policies,
  ...warnings,
  ...dossiers,
  ...reviews,
]
