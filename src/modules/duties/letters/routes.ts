import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as template from './template/actions.ts'

const keepers = holdersOf('organize')

export const routes = [
  route(contract.issueLetter, keepers, actions.issueLetter),
  // Whoever sees the duty, the holder among them.
  route(contract.letterFile, 'signedIn', actions.letterFile),
  route(contract.readLetterTemplate, keepers, template.readLetterTemplate),
  route(contract.addLetterTemplate, keepers, template.addLetterTemplate),
  route(contract.letterTemplateFile, keepers, template.letterTemplateFile),
  route(contract.removeLetterTemplate, keepers, template.removeLetterTemplate),
  route(contract.bringBackLetterTemplate, keepers, template.bringBackLetterTemplate),
]
