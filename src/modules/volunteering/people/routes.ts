import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as apart from './apart/actions.ts'
import * as apartContract from './apart/contract.ts'
import * as availability from './availability/actions.ts'
import * as availabilityContract from './availability/contract.ts'
import * as consents from './consents/actions.ts'
import * as consentContract from './consents/contract.ts'
import * as contract from './contract.ts'
import * as minors from './minors/actions.ts'
import * as minorContract from './minors/contract.ts'
import * as rules from './service-rules/actions.ts'
import * as ruleContract from './service-rules/contract.ts'
import { routes as skills } from './skills/routes.ts'
import { routes as teams } from './teams/routes.ts'
import * as wishes from './wishes/actions.ts'
import * as wishContract from './wishes/contract.ts'

export const routes = [
  // One's own card and those of people one leads: the action judges which.
  route(contract.readVolunteer, 'signedIn', actions.readVolunteer),
  route(availabilityContract.writeAvailability, 'signedIn', availability.writeAvailability),
  route(wishContract.writeWishes, 'signedIn', wishes.writeWishes),
  route(minorContract.noteMinor, holdersOf('leadTeams'), minors.noteMinor),
  route(consentContract.noteConsent, 'signedIn', consents.noteConsent),
  route(consentContract.endConsent, 'signedIn', consents.endConsent),
  route(consentContract.myConsents, 'signedIn', consents.myConsents),
  route(apartContract.listKeptApart, holdersOf('seeKeptApart'), apart.listKeptApart),
  route(apartContract.keepApart, holdersOf('seeKeptApart'), apart.keepApart),
  route(apartContract.letTogether, holdersOf('seeKeptApart'), apart.letTogether),
  route(ruleContract.readServiceRule, 'signedIn', rules.readServiceRule),
  route(ruleContract.writeServiceRule, holdersOf('organize'), rules.writeServiceRule),
  ...skills,
  ...teams,
]
