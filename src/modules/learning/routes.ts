import { route } from '../../platform/route.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'

export const routes = [route(contract.myLearning, 'signedIn', actions.myLearning)]
