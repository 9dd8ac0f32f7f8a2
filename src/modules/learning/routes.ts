import { route } from '../../platform/route.ts'
import * as actions from './actions.ts'
import { routes as bank } from './bank/routes.ts'
import { routes as contests } from './contests/routes.ts'
import * as contract from './contract.ts'
import { routes as courses } from './courses/routes.ts'
import { routes as plans } from './plans/routes.ts'
import { routes as quizzes } from './quizzes/routes.ts'
import { routes as record } from './record/routes.ts'
import { routes as sessions } from './sessions/routes.ts'

const own = [route(contract.myLearning, 'signedIn', actions.myLearning)]

export const routes = [...own, ...plans, ...sessions, ...courses, ...record, ...bank, ...quizzes, ...contests]
