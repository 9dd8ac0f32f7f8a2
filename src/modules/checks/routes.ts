import { routes as checklists } from './checklists/routes.ts'
import { routes as findings } from './findings/routes.ts'
import { routes as safety } from './safety/routes.ts'

export const routes = [...checklists, ...findings, ...safety]
