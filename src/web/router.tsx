/**
 * The one table of URLs. To add a page:
 * 1. write it as a named export in `src/modules/<module>/pages/<page>.tsx`, inside `<Page title=…>` of `src/web/page.tsx`;
 * 2. add one line to `pages` below: `page('/people/$personId', () => import('../modules/…'), 'PersonPage')`.
 * A page is loaded when it is first opened. In it: `useParams({ from: '/people/$personId' })`, filters with `useAddress`
 * (address.ts), data with `useSuspenseQuery(read(…))` (waiting and failing are shown by the shell, or by `<Part>` around a
 * part of the page), links with `<PageLink to=…>` (link.tsx), lists with `<Rows>` (rows.tsx), forms with `useForm` and `<Form>`
 * (form.tsx), dates with `<Moment>`, `<Day>` or `useDates` (moment.tsx), figures with `<Door>` and `<SidePanel>` (panel.tsx),
 * `useOpenFigure` (figure-address.ts), what narrows a list with `<Filters>` (filters.tsx), nothing to show with `<Empty>` (states.tsx), undo with `useNotice` (notice.tsx). Pages never import this file.
 * `bare` pages stand without the shell, for those who are not signed in; a `screen` has the whole window to itself, and is for a hall.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { parseAddress, writeAddress } from './address.ts'
import { NoSuchPage, PageFailure, PageLoading, Root } from './root.tsx'

const root = createRootRoute({
  component: Root,
  notFoundComponent: NoSuchPage,
  validateSearch: (search: Record<string, unknown>) => search,
})

const page = <const P extends string, M extends object>(
  path: P,
  load: () => Promise<M>,
  name: keyof M & string,
  { bare = false, screen = false }: { bare?: boolean; screen?: boolean } = {},
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, unknown>>, name) as RouteComponent,
    staticData: { bare, screen },
  })

const pages = [
  page('/', () => import('./start/today.tsx'), 'Today'),
  page('/sign-in', () => import('./doors/sign-in.tsx'), 'SignIn', { bare: true }),
  page('/setup/$token', () => import('./doors/set-up.tsx'), 'SetUp', { bare: true }),
  page('/invite/$token', () => import('./doors/invitation.tsx'), 'Invitation', { bare: true }),
  page('/reports', () => import('../modules/reports/pages/reports.tsx'), 'ReportsPage'),
  page('/reports/new', () => import('../modules/reports/writing/pages/new-report-page.tsx'), 'NewReportPage'),
  page('/reports/$reportId', () => import('../modules/reports/writing/pages/report-page.tsx'), 'ReportPage'),
  page('/reports/yearly/$year', () => import('../modules/reports/pages/yearly-report.tsx'), 'YearlyReportPage'),
  page('/checks', () => import('../modules/checks/safety/pages/checks-page.tsx'), 'ChecksPage'),
  page('/checks/plans', () => import('../modules/checks/safety/pages/plans-page.tsx'), 'CheckPlansPage'),
  page('/checks/$checkId', () => import('../modules/checks/safety/pages/check-page.tsx'), 'CheckPage'),
  page('/places/$placeId/hazards', () => import('../modules/checks/safety/pages/hazards-page.tsx'), 'HazardsPage'),
  page('/checklists', () => import('../modules/checks/checklists/pages/checklists-page.tsx'), 'ChecklistsPage'),
  page(
    '/checklists/new',
    () => import('../modules/checks/checklists/pages/new-checklist-page.tsx'),
    'NewChecklistPage',
  ),
  page(
    '/checklists/$checklistId',
    () => import('../modules/checks/checklists/pages/checklist-page.tsx'),
    'ChecklistPage',
  ),
  page('/findings', () => import('../modules/checks/findings/pages/findings-page.tsx'), 'FindingsPage'),
  page('/findings/$findingId', () => import('../modules/checks/findings/pages/finding-page.tsx'), 'FindingPage'),
  page('/meetings/$activityId', () => import('../modules/duties/meetings/pages/meeting-page.tsx'), 'MeetingPage'),
  page('/duties', () => import('../modules/duties/pages/duties-page.tsx'), 'DutiesPage'),
  page('/duties/$dutyId', () => import('../modules/duties/pages/duty-page.tsx'), 'DutyPage'),
  page('/warnings', () => import('../modules/duties/warnings/pages/warnings-page.tsx'), 'WarningsPage'),
  page('/duties/letters', () => import('../modules/duties/letters/pages/template-page.tsx'), 'LetterTemplatePage'),
  page('/policies', () => import('../modules/duties/policies/pages/policies-page.tsx'), 'PoliciesPage'),
  page('/policies/$policyId', () => import('../modules/duties/policies/pages/policy-page.tsx'), 'PolicyPage'),
  page('/policies/$policyId/write', () => import('../modules/duties/policies/pages/write-page.tsx'), 'WritePolicyPage'),
  page('/hand-overs', () => import('../modules/duties/handing-over/pages/hand-overs-page.tsx'), 'HandOversPage'),
  page(
    '/hand-overs/$handOverId',
    () => import('../modules/duties/handing-over/pages/hand-over-page.tsx'),
    'HandOverPage',
  ),
  page('/reviews', () => import('../modules/duties/reviews/pages/reviews-page.tsx'), 'ReviewsPage'),
  page('/reviews/$reviewId', () => import('../modules/duties/reviews/pages/review-page.tsx'), 'ReviewPage'),
  page(
    '/reviews/$reviewId/comparison',
    () => import('../modules/duties/reviews/pages/comparison-page.tsx'),
    'ComparisonPage',
  ),
  page('/dossiers', () => import('../modules/duties/dossiers/pages/dossiers-page.tsx'), 'DossiersPage'),
  page('/dossiers/$dossierId', () => import('../modules/duties/dossiers/pages/dossier-page.tsx'), 'DossierPage'),
  page('/objectives', () => import('../modules/duties/objectives/pages/objectives-page.tsx'), 'ObjectivesPage'),
  page(
    '/objectives/$objectiveId',
    () => import('../modules/duties/objectives/pages/objective-page.tsx'),
    'ObjectivePage',
  ),
  page('/boards', () => import('../modules/reports/boards/pages/boards-page.tsx'), 'BoardsPage'),
  page('/boards/$boardId', () => import('../modules/reports/boards/pages/board-page.tsx'), 'BoardPage'),
  page('/reports/indicators', () => import('../modules/indicators/pages/indicators-page.tsx'), 'IndicatorsPage'),
  page('/reports/indicators/ask', () => import('../modules/indicators/pages/ask-page.tsx'), 'AskPage'),
  page(
    '/reports/indicators/$indicatorId',
    () => import('../modules/indicators/pages/indicator-page.tsx'),
    'IndicatorPage',
  ),
  page(
    '/reports/word-templates',
    () => import('../modules/reports/word-templates/pages/word-templates-page.tsx'),
    'WordTemplatesPage',
  ),
  page(
    '/reports/published/$publishedId',
    () => import('../modules/reports/publishing/pages/published-page.tsx'),
    'PublishedPage',
  ),
  page('/forms', () => import('../modules/reports/forms/pages/forms-page.tsx'), 'FormsPage'),
  page('/forms/same', () => import('../modules/reports/forms/pages/same-page.tsx'), 'SamePage'),
  page('/forms/$formId', () => import('../modules/reports/forms/pages/form-page.tsx'), 'FormPage'),
  page('/forms/$formId/fills/$fillId', () => import('../modules/reports/forms/pages/fill-page.tsx'), 'FillPage'),
  page('/organizations', () => import('../modules/organizations/pages/organizations-page.tsx'), 'OrganizationsPage'),
  page(
    '/organizations/$organizationId',
    () => import('../modules/organizations/pages/organization-page.tsx'),
    'OrganizationPage',
  ),
  page('/people', () => import('../modules/organizations/pages/people-page.tsx'), 'PeoplePage'),
  page('/people/$personId', () => import('../modules/organizations/pages/person-page.tsx'), 'PersonPage'),
  page(
    '/people/$personId/certificates',
    () => import('../modules/credentials/pages/certificates-page.tsx'),
    'CertificatesPage',
  ),
  page(
    '/certificates/new',
    () => import('../modules/volunteering/certifying/pages/new-certificate-page.tsx'),
    'NewCertificatePage',
  ),
  page('/certificates', () => import('../modules/credentials/pages/certificates-page.tsx'), 'MyCertificatesPage'),
  page('/certificates/issuer', () => import('../modules/credentials/pages/issuer-page.tsx'), 'IssuerPage'),
  page('/groups', () => import('../modules/organizations/pages/groups-page.tsx'), 'GroupsPage'),
  page('/groups/$groupId', () => import('../modules/organizations/pages/group-page.tsx'), 'GroupPage'),
  page('/working-days', () => import('../modules/organizations/pages/working-days-page.tsx'), 'WorkingDaysPage'),
  page('/calendar', () => import('../modules/activities/pages/calendar-page.tsx'), 'CalendarPage'),
  page('/activities/new', () => import('../modules/activities/pages/new-activity-page.tsx'), 'NewActivityPage'),
  page('/activities/$activityId', () => import('../modules/activities/pages/activity-page.tsx'), 'ActivityPage'),
  page(
    '/activities/$activityId/change',
    () => import('../modules/activities/pages/change-activity-page.tsx'),
    'ChangeActivityPage',
  ),
  page(
    '/activities/$activityId/attendance',
    () => import('../modules/activities/pages/attendance-page.tsx'),
    'AttendancePage',
  ),
  page(
    '/activities/$activityId/shifts',
    () => import('../modules/volunteering/pages/activity-shifts-page.tsx'),
    'ActivityShiftsPage',
  ),
  page('/shifts', () => import('../modules/volunteering/pages/open-shifts-page.tsx'), 'OpenShiftsPage'),
  page('/shifts/mine', () => import('../modules/volunteering/pages/my-shifts-page.tsx'), 'MyShiftsPage'),
  page('/shifts/board', () => import('../modules/volunteering/pages/board-page.tsx'), 'BoardPage'),
  page('/shifts/gaps', () => import('../modules/volunteering/pages/gaps-page.tsx'), 'GapsPage'),
  page(
    '/shifts/templates',
    () => import('../modules/volunteering/templates/pages/templates-page.tsx'),
    'TemplatesPage',
  ),
  page('/shifts/$shiftId', () => import('../modules/volunteering/pages/shift-page.tsx'), 'ShiftPage'),
  page('/activities/$activityId/door', () => import('../modules/activities/doors/pages/door-page.tsx'), 'DoorPage'),
  page('/door/$activityId', () => import('../modules/activities/doors/pages/pass-page.tsx'), 'PassPage'),
  page('/my-code', () => import('../modules/activities/doors/pages/my-code-page.tsx'), 'MyCodePage'),
  page('/kiosks', () => import('../modules/activities/doors/pages/kiosks-page.tsx'), 'KiosksPage'),
  page('/my-hours', () => import('../modules/activities/hours/pages/my-hours-page.tsx'), 'MyHoursPage'),
  page(
    '/people/$personId/hours',
    () => import('../modules/activities/hours/pages/my-hours-page.tsx'),
    'PersonHoursPage',
  ),
  page('/hours/approvals', () => import('../modules/activities/hours/pages/approvals-page.tsx'), 'ApprovalsPage'),
  page('/hours/review', () => import('../modules/volunteering/hours/pages/review-page.tsx'), 'ReviewPage'),
  page('/places', () => import('../modules/places/pages/places-page.tsx'), 'PlacesPage'),
  page('/places/new', () => import('../modules/places/pages/place-form-pages.tsx'), 'NewPlacePage'),
  page('/places/$placeId', () => import('../modules/activities/pages/place-page.tsx'), 'PlacePage'),
  page('/places/$placeId/change', () => import('../modules/places/pages/place-form-pages.tsx'), 'ChangePlacePage'),
  page('/import', () => import('../modules/imports/pages/import-page.tsx'), 'ImportPage'),
  page('/import/$importId', () => import('../modules/imports/pages/import-run-page.tsx'), 'ImportRunPage'),
  page('/notices', () => import('../modules/notices/pages/notices-page.tsx'), 'NoticesPage'),
  page('/notices/choices', () => import('../modules/notices/pages/choices-page.tsx'), 'ChoicesPage'),
  page('/webhooks', () => import('../modules/notices/pages/webhooks-page.tsx'), 'WebhooksPage'),
  page('/webhooks/$webhookId', () => import('../modules/notices/pages/webhook-page.tsx'), 'WebhookPage'),
  page('/volunteers', () => import('../modules/volunteering/people/pages/teams-page.tsx'), 'TeamsPage'),
  page('/volunteers/me', () => import('../modules/volunteering/people/pages/volunteer-page.tsx'), 'MyVolunteerPage'),
  page(
    '/volunteers/people/$personId',
    () => import('../modules/volunteering/people/pages/volunteer-page.tsx'),
    'VolunteerPage',
  ),
  page(
    '/volunteers/coordination',
    () => import('../modules/volunteering/people/pages/coordination-page.tsx'),
    'CoordinationPage',
  ),
  page('/teams/$teamId', () => import('../modules/volunteering/people/pages/team-page.tsx'), 'TeamPage'),
  page(
    '/activities/$activityId/study',
    () => import('../modules/learning/sessions/pages/session-page.tsx'),
    'SessionPage',
  ),
  page('/learning/record', () => import('../modules/learning/record/pages/record-page.tsx'), 'RecordPage'),
  page('/learning/courses', () => import('../modules/learning/courses/pages/courses-page.tsx'), 'CoursesPage'),
  page('/learning/courses/$courseId', () => import('../modules/learning/courses/pages/course-page.tsx'), 'CoursePage'),
  page(
    '/learning/mine/$courseId',
    () => import('../modules/learning/courses/pages/my-course-page.tsx'),
    'MyCoursePage',
  ),
  page('/learning', () => import('../modules/learning/pages/learning-page.tsx'), 'LearningPage'),
  page('/learning/plans', () => import('../modules/learning/plans/pages/plans-page.tsx'), 'StudyPlansPage'),
  page('/learning/plans/$studyPlanId', () => import('../modules/learning/plans/pages/plan-page.tsx'), 'StudyPlanPage'),
  page(
    '/learning/plans/$studyPlanId/draft',
    () => import('../modules/learning/plans/pages/draft-page.tsx'),
    'StudyDraftPage',
  ),
  page('/learning/contests', () => import('../modules/learning/contests/pages/contests-page.tsx'), 'ContestsPage'),
  page(
    '/learning/contests/new',
    () => import('../modules/learning/contests/pages/contest-form-pages.tsx'),
    'NewContestPage',
  ),
  page(
    '/learning/contests/$contestId/change',
    () => import('../modules/learning/contests/pages/contest-form-pages.tsx'),
    'ChangeContestPage',
  ),
  page(
    '/learning/contests/$contestId/hall',
    () => import('../modules/learning/contests/pages/hall-page.tsx'),
    'HallPage',
    { screen: true },
  ),
  page(
    '/learning/contests/$contestId',
    () => import('../modules/learning/contests/pages/contest-page.tsx'),
    'ContestPage',
  ),
  page('/learning/quizzes', () => import('../modules/learning/quizzes/pages/quizzes-page.tsx'), 'QuizzesPage'),
  page('/learning/quizzes/new', () => import('../modules/learning/quizzes/pages/change-quiz-page.tsx'), 'NewQuizPage'),
  page('/learning/quizzes/$quizId', () => import('../modules/learning/quizzes/pages/quiz-page.tsx'), 'QuizPage'),
  page(
    '/learning/quizzes/$quizId/change',
    () => import('../modules/learning/quizzes/pages/change-quiz-page.tsx'),
    'ChangeQuizPage',
  ),
  page(
    '/learning/quizzes/$quizId/results',
    () => import('../modules/learning/quizzes/pages/results-page.tsx'),
    'ResultsPage',
  ),
  page(
    '/learning/quizzes/$quizId/marking',
    () => import('../modules/learning/quizzes/pages/marking-page.tsx'),
    'MarkingPage',
  ),
  page(
    '/learning/quizzes/$quizId/attempts/$attemptId',
    () => import('../modules/learning/quizzes/pages/sit-page.tsx'),
    'SitPage',
  ),
  page(
    '/learning/quizzes/$quizId/attempts/$attemptId/result',
    () => import('../modules/learning/quizzes/pages/result-page.tsx'),
    'ResultPage',
  ),
  page('/learning/questions', () => import('../modules/learning/bank/pages/questions-page.tsx'), 'QuestionsPage'),
  page(
    '/learning/questions/new',
    () => import('../modules/learning/bank/pages/new-question-page.tsx'),
    'NewQuestionPage',
  ),
  page('/learning/questions/qti', () => import('../modules/learning/bank/pages/qti-page.tsx'), 'QtiPage'),
  page(
    '/learning/questions/$questionId',
    () => import('../modules/learning/bank/pages/question-page.tsx'),
    'QuestionPage',
  ),
  page('/account', () => import('./account/account.tsx'), 'Account'),
]

export const router = createRouter({
  routeTree: root.addChildren(pages),
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    bare?: boolean
    screen?: boolean
  }
}
