/** For the sheets of other modules: whom and what their rows mean. */
export { foundOrganizations } from '../queries.ts'
export {
  findOrganizations,
  findPeople,
  findTeams,
  organizationOfTitle,
  rootOrganization,
  studyGroups,
} from './queries.ts'
