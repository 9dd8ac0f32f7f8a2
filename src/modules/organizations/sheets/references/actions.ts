/** For the sheets of other modules: whom and what their rows mean. */
export { findOrganizations, findPeople, findTeams, rootOrganization, studyGroups } from './queries.ts'
