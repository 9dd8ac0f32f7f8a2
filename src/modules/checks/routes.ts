import { routes as checklists } from './checklists/routes.ts'

export const routes = [...checklists]
