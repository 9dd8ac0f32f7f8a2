import { routes as checklists } from './checklists/routes.ts'
import { routes as findings } from './findings/routes.ts'

export const routes = [...checklists, ...findings]
