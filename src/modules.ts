import { sheetRefusals } from './modules/activities/attendance/messages.ts'
import { declineRefusals } from './modules/activities/declining/messages.ts'
import { doorRefusals } from './modules/activities/doors/messages.ts'
import { facts as activityFacts } from './modules/activities/facts.ts'
import { hoursRefusals } from './modules/activities/hours/messages.ts'
import { subscriptions as activitySubscriptions, tasks as activityTasks } from './modules/activities/jobs.ts'
import { hookEvents as activityHookEvents, matters as activityMatters } from './modules/activities/matters.ts'
import { activityRefusals } from './modules/activities/messages.ts'
import { routes as activityRoutes } from './modules/activities/routes.ts'
import { sheets as activitySheets } from './modules/activities/sheets.ts'
import { checklistRefusals } from './modules/checks/checklists/messages.ts'
import { sheets as checklistSheets } from './modules/checks/checklists/sheets.ts'
import { facts as findingFacts } from './modules/checks/findings/facts.ts'
import { tasks as findingTasks } from './modules/checks/findings/jobs.ts'
import { matters as findingMatters } from './modules/checks/findings/matters.ts'
import { findingRefusals } from './modules/checks/findings/messages.ts'
import { facts as actionFacts } from './modules/checks/findings/working/facts.ts'
import { routes as checkRoutes } from './modules/checks/routes.ts'
import { facts as safetyFacts } from './modules/checks/safety/facts.ts'
import { subscriptions as safetySubscriptions, tasks as safetyTasks } from './modules/checks/safety/jobs.ts'
import { matters as safetyMatters } from './modules/checks/safety/matters.ts'
import { checkRefusals } from './modules/checks/safety/messages.ts'
import { facts as credentialFacts } from './modules/credentials/facts.ts'
import { issuerRefusals } from './modules/credentials/issuer/messages.ts'
import { subscriptions as credentialSubscriptions } from './modules/credentials/leaving/jobs.ts'
import { credentialRefusals } from './modules/credentials/messages.ts'
import { pages as issuerPages } from './modules/credentials/public/issuer.ts'
import { pages as verifyPages } from './modules/credentials/public/verify.ts'
import { routes as credentialRoutes } from './modules/credentials/routes.ts'
import { tasks as dossierTasks } from './modules/duties/dossiers/jobs.ts'
import { matters as dossierMatters } from './modules/duties/dossiers/matters.ts'
import { dossierRefusals } from './modules/duties/dossiers/messages.ts'
import { facts as dutyFacts } from './modules/duties/facts.ts'
import { matters as handOverMatters } from './modules/duties/handing-over/matters.ts'
import { handOverRefusals } from './modules/duties/handing-over/messages.ts'
import { subscriptions as dutySubscriptions } from './modules/duties/leaving/jobs.ts'
import { matters as letterMatters } from './modules/duties/letters/matters.ts'
import { letterRefusals } from './modules/duties/letters/messages.ts'
import { meetingRefusals } from './modules/duties/meetings/messages.ts'
import { dutyRefusals } from './modules/duties/messages.ts'
import { indicatorUsers as objectiveUsers } from './modules/duties/objectives/actions.ts'
import { subscriptions as objectiveSubscriptions, tasks as objectiveTasks } from './modules/duties/objectives/jobs.ts'
import { matters as objectiveMatters } from './modules/duties/objectives/matters.ts'
import { objectiveRefusals } from './modules/duties/objectives/messages.ts'
import { tasks as policyTasks } from './modules/duties/policies/jobs.ts'
import { matters as policyMatters } from './modules/duties/policies/matters.ts'
import { policyRefusals } from './modules/duties/policies/messages.ts'
import { matters as reviewMatters } from './modules/duties/reviews/matters.ts'
import { reviewRefusals } from './modules/duties/reviews/messages.ts'
import { routes as dutyRoutes } from './modules/duties/routes.ts'
import { facts as importFacts } from './modules/imports/facts.ts'
import { importRefusals } from './modules/imports/messages.ts'
import { routes as importRoutes } from './modules/imports/routes.ts'
import { figureRefusals } from './modules/indicators/messages.ts'
import { indicatorRefusals } from './modules/indicators/named/messages.ts'
import { routes as indicatorRoutes } from './modules/indicators/routes.ts'
import { tasks as tallyTasks } from './modules/indicators/tallies/jobs.ts'
import { questionRefusals } from './modules/learning/bank/messages.ts'
import { qtiFileRefusals, qtiRefusals } from './modules/learning/bank/qti/messages.ts'
import { sheets as questionSheets } from './modules/learning/bank/sheets.ts'
import { tasks as closingTasks } from './modules/learning/closing/jobs.ts'
import { matters as closingMatters } from './modules/learning/closing/matters.ts'
import { subscriptions as contestSubscriptions } from './modules/learning/contests/jobs.ts'
import { matters as contestMatters } from './modules/learning/contests/matters.ts'
import { contestRefusals } from './modules/learning/contests/messages.ts'
import { subscriptions as courseSubscriptions, tasks as courseTasks } from './modules/learning/courses/jobs.ts'
import { matters as courseMatters } from './modules/learning/courses/matters.ts'
import { courseRefusals } from './modules/learning/courses/messages.ts'
import { facts as learningFacts } from './modules/learning/facts.ts'
import { subscriptions as leavingLearning } from './modules/learning/leaving/jobs.ts'
import { planRefusals } from './modules/learning/plans/messages.ts'
import { tasks as quizTasks } from './modules/learning/quizzes/jobs.ts'
import { quizRefusals } from './modules/learning/quizzes/messages.ts'
import { recordRefusals } from './modules/learning/record/messages.ts'
import { routes as learningRoutes } from './modules/learning/routes.ts'
import { subscriptions as sessionSubscriptions } from './modules/learning/sessions/jobs.ts'
import { sessionRefusals } from './modules/learning/sessions/messages.ts'
import { tasks as noticeTasks } from './modules/notices/jobs.ts'
import { subscriptions as noticeSubscriptions } from './modules/notices/leaving/jobs.ts'
import { hookEvents as noticeHookEvents, matters as noticeMatters } from './modules/notices/matters.ts'
import { noticeRefusals } from './modules/notices/messages.ts'
import { pages as mailboxPages } from './modules/notices/public/mailbox.ts'
import { routes as noticeRoutes } from './modules/notices/routes.ts'
import { tasks as accountTasks } from './modules/organizations/accounts/jobs.ts'
import { accountRefusals, invitationRefusals, passwordRefusals } from './modules/organizations/accounts/messages.ts'
import { routes as accountRoutes } from './modules/organizations/accounts/routes.ts'
import { facts as organizationFacts } from './modules/organizations/facts.ts'
import { groupRefusals } from './modules/organizations/groups/messages.ts'
import { organizationRefusals } from './modules/organizations/messages.ts'
import { tasks as leavingTasks } from './modules/organizations/people/leaving/jobs.ts'
import { peopleRefusals } from './modules/organizations/people/messages.ts'
import { routes as organizationRoutes } from './modules/organizations/routes.ts'
import { sheets as organizationSheets } from './modules/organizations/sheets.ts'
import { specialDayRefusals } from './modules/organizations/working-days/messages.ts'
import { facts as placeFacts } from './modules/places/facts.ts'
import { placeRefusals } from './modules/places/messages.ts'
import { routes as placeRoutes } from './modules/places/routes.ts'
import { sheets as placeSheets } from './modules/places/sheets.ts'
import { indicatorUsers as boardUsers } from './modules/reports/boards/actions.ts'
import { boardRefusals } from './modules/reports/boards/messages.ts'
import { tasks as formTasks } from './modules/reports/forms/jobs.ts'
import { indicatorUsers as formUsers } from './modules/reports/forms/keeping/uses/actions.ts'
import { matters as formMatters } from './modules/reports/forms/matters.ts'
import { formRefusals } from './modules/reports/forms/messages.ts'
import { subscriptions as reportSubscriptions } from './modules/reports/leaving/jobs.ts'
import { pages as publishedPages } from './modules/reports/public/published.ts'
import { pages as verifyReportPages } from './modules/reports/public/verify-report.ts'
import { tasks as publishingTasks } from './modules/reports/publishing/jobs.ts'
import { publishingRefusals } from './modules/reports/publishing/messages.ts'
import { routes as reportRoutes } from './modules/reports/routes.ts'
import { wordTemplateRefusals } from './modules/reports/word-templates/messages.ts'
import { tasks as reportTasks } from './modules/reports/writing/jobs.ts'
import { matters as reportMatters } from './modules/reports/writing/matters.ts'
import { writingRefusals } from './modules/reports/writing/messages.ts'
import { indicatorsOfYear } from './modules/reports/yearly/rules.ts'
import { subscriptions as arrivalSubscriptions } from './modules/volunteering/arrivals/jobs.ts'
import { coverRefusals } from './modules/volunteering/cover/messages.ts'
import { facts as volunteeringFacts } from './modules/volunteering/facts.ts'
import { subscriptions as volunteeringSubscriptions, tasks as volunteeringTasks } from './modules/volunteering/jobs.ts'
import { matters as volunteeringMatters } from './modules/volunteering/matters.ts'
import { shiftRefusals, signUpRefusals } from './modules/volunteering/messages.ts'
import { peopleRefusals as volunteerRefusals } from './modules/volunteering/people/messages.ts'
import { routes as volunteeringRoutes } from './modules/volunteering/routes.ts'
import { swapRefusals } from './modules/volunteering/swaps/messages.ts'
import { templateRefusals } from './modules/volunteering/templates/messages.ts'
import type { Subscription } from './platform/events.ts'
import { declareFacts, declareStartingIndicators, type Fact, type StartingIndicator } from './platform/facts.ts'
import type { Words } from './platform/i18n.ts'
import { declareIndicatorUsers, type IndicatorUser } from './platform/indicator.ts'
import type { Task } from './platform/jobs.ts'
import { declareHookEvents, declareMatters, type HookEvent, type Matter } from './platform/notice/matter.ts'
import type { PublicPage } from './platform/public/page.ts'
import type { Route } from './platform/route.ts'
import { declareSheets, type SheetKind } from './platform/workbook/sheet.ts'

/** One module: what it owns and what it offers. Only `main.ts`, `cli.ts` and tests read this list. */
export type Module = {
  name: string
  tables: readonly string[]
  routes: readonly Route[]
  refusals: Record<string, Words>
  /** What reports may count here. */
  facts: readonly Fact[]
  /** Which spreadsheet rows are taken here. */
  sheets: readonly SheetKind[]
  tasks: readonly Task[]
  subscriptions: readonly Subscription[]
  /** Pages for everybody, without a login. */
  publicPages?: readonly PublicPage[]
  /** What people are told from here, and what other programs may be told. */
  matters?: readonly Matter[]
  hookEvents?: readonly HookEvent[]
  /** Questions that every office knows by a name from the start. */
  startingIndicators?: readonly StartingIndicator[]
  /** What shows named indicators, and so changes when one is changed. */
  indicatorUsers?: readonly IndicatorUser[]
}

/** From left to right: a module imports only from those before it. */
export const modules: readonly Module[] = [
  {
    name: 'organizations',
    tables: [
      'tenant',
      'organization',
      'person',
      'membership',
      'people_group',
      'group_member',
      'invitation',
      'special_day',
      'published_year',
    ],
    routes: [...organizationRoutes, ...accountRoutes],
    refusals: {
      ...organizationRefusals,
      ...peopleRefusals,
      ...groupRefusals,
      ...specialDayRefusals,
      ...accountRefusals,
      ...invitationRefusals,
      ...passwordRefusals,
    },
    facts: organizationFacts,
    sheets: organizationSheets,
    tasks: [...accountTasks, ...leavingTasks],
    subscriptions: [],
  },
  {
    name: 'notices',
    tables: [
      'notice',
      'notice_address',
      'notice_wish',
      'notice_choice',
      'notice_delivery',
      'webhook',
      'webhook_delivery',
    ],
    routes: noticeRoutes,
    refusals: noticeRefusals,
    facts: [],
    sheets: [],
    tasks: noticeTasks,
    subscriptions: noticeSubscriptions,
    publicPages: mailboxPages,
    matters: noticeMatters,
    hookEvents: noticeHookEvents,
  },
  {
    name: 'indicators',
    tables: ['indicator', 'indicator_version', 'tally_state', 'tally', 'tally_set', 'tally_member'],
    routes: indicatorRoutes,
    refusals: { ...figureRefusals, ...indicatorRefusals },
    facts: [],
    sheets: [],
    tasks: tallyTasks,
    subscriptions: [],
  },
  {
    name: 'imports',
    tables: ['import_run', 'import_mapping', 'import_source'],
    routes: importRoutes,
    refusals: importRefusals,
    facts: importFacts,
    sheets: [],
    tasks: [],
    subscriptions: [],
  },
  {
    name: 'places',
    tables: ['place', 'equipment', 'booking', 'place_closure', 'floor_picture'],
    routes: placeRoutes,
    refusals: placeRefusals,
    facts: placeFacts,
    sheets: placeSheets,
    tasks: [],
    subscriptions: [],
  },
  {
    name: 'activities',
    tables: [
      'activity_series',
      'activity',
      'activity_team',
      'participation',
      'calendar_feed',
      'kiosk',
      'door_event',
      'hours_entry',
    ],
    routes: activityRoutes,
    refusals: { ...activityRefusals, ...sheetRefusals, ...declineRefusals, ...doorRefusals, ...hoursRefusals },
    facts: activityFacts,
    sheets: activitySheets,
    tasks: activityTasks,
    subscriptions: activitySubscriptions,
    matters: activityMatters,
    hookEvents: activityHookEvents,
  },
  {
    name: 'credentials',
    tables: ['credential_key', 'credential'],
    routes: credentialRoutes,
    refusals: { ...credentialRefusals, ...issuerRefusals },
    facts: credentialFacts,
    sheets: [],
    tasks: [],
    subscriptions: credentialSubscriptions,
    publicPages: [...verifyPages, ...issuerPages],
  },
  {
    name: 'volunteering',
    tables: [
      'skill',
      'qualification',
      'minor',
      'service_rule',
      'shift',
      'shift_role',
      'signup',
      'shift_template',
      'series_shifts',
      'swap',
      'cover_ask',
      'volunteer',
      'availability',
      'kept_apart',
      'team_request',
      'helper_consent',
    ],
    routes: volunteeringRoutes,
    refusals: {
      ...shiftRefusals,
      ...signUpRefusals,
      ...swapRefusals,
      ...coverRefusals,
      ...templateRefusals,
      ...volunteerRefusals,
    },
    facts: volunteeringFacts,
    sheets: [],
    tasks: volunteeringTasks,
    subscriptions: [...volunteeringSubscriptions, ...arrivalSubscriptions],
    matters: volunteeringMatters,
  },
  {
    name: 'learning',
    tables: [
      'study_plan',
      'study_plan_version',
      'study_topic',
      'study_session',
      'study_material',
      'study_reading',
      'made_up',
      'course',
      'course_part',
      'course_member',
      'course_progress',
      'course_completion',
      'course_exemption',
      'question',
      'question_version',
      'quiz',
      'quiz_extra',
      'quiz_attempt',
      'quiz_answer',
      'contest',
      'contest_round',
      'contest_team',
      'contest_entrant',
      'contest_place',
    ],
    routes: learningRoutes,
    refusals: {
      ...planRefusals,
      ...sessionRefusals,
      ...courseRefusals,
      ...recordRefusals,
      ...questionRefusals,
      ...qtiFileRefusals,
      ...qtiRefusals,
      ...quizRefusals,
      ...contestRefusals,
    },
    facts: learningFacts,
    sheets: questionSheets,
    tasks: [...courseTasks, ...quizTasks, ...closingTasks],
    subscriptions: [...leavingLearning, ...sessionSubscriptions, ...courseSubscriptions, ...contestSubscriptions],
    matters: [...courseMatters, ...contestMatters, ...closingMatters],
  },
  {
    name: 'checks',
    tables: [
      'checklist',
      'checklist_version',
      'finding',
      'corrective_action',
      'finding_event',
      'check_plan',
      'safety_check',
      'check_photo',
      'check_hazard',
    ],
    routes: checkRoutes,
    refusals: { ...checklistRefusals, ...findingRefusals, ...checkRefusals },
    facts: [...findingFacts, ...actionFacts, ...safetyFacts],
    sheets: checklistSheets,
    tasks: [...findingTasks, ...safetyTasks],
    subscriptions: safetySubscriptions,
    matters: [...findingMatters, ...safetyMatters],
  },
  {
    name: 'duties',
    tables: [
      'duty',
      'duty_holding',
      'duty_letter',
      'duty_letter_template',
      'hand_over',
      'meeting',
      'meeting_item',
      'meeting_decision',
      'objective',
      'objective_evidence',
      'policy',
      'policy_version',
      'policy_reading',
      'dossier',
      'dossier_reviewer',
      'dossier_text',
      'dossier_closing',
      'review',
      'review_finding',
    ],
    routes: dutyRoutes,
    refusals: {
      ...dossierRefusals,
      ...reviewRefusals,
      ...dutyRefusals,
      ...handOverRefusals,
      ...letterRefusals,
      ...meetingRefusals,
      ...objectiveRefusals,
      ...policyRefusals,
    },
    facts: dutyFacts,
    sheets: [],
    tasks: [...objectiveTasks, ...policyTasks, ...dossierTasks],
    subscriptions: [...dutySubscriptions, ...objectiveSubscriptions],
    matters: [
      ...handOverMatters,
      ...letterMatters,
      ...objectiveMatters,
      ...policyMatters,
      ...dossierMatters,
      ...reviewMatters,
    ],
    indicatorUsers: objectiveUsers,
  },
  {
    name: 'reports',
    tables: [
      'report',
      'report_template',
      'report_update',
      'report_version',
      'report_thread',
      'report_comment',
      'report_picture',
      'report_schedule',
      'report_scheduled',
      'published_report',
      'published_count',
      'published_file',
      'word_template',
      'form',
      'form_version',
      'form_lesson',
      'form_fill',
      'form_schedule',
      'form_scheduled',
      'board',
      'board_card',
    ],
    routes: reportRoutes,
    refusals: { ...writingRefusals, ...publishingRefusals, ...wordTemplateRefusals, ...formRefusals, ...boardRefusals },
    facts: [],
    sheets: [],
    tasks: [...publishingTasks, ...reportTasks, ...formTasks],
    subscriptions: reportSubscriptions,
    matters: [...reportMatters, ...formMatters],
    startingIndicators: indicatorsOfYear,
    indicatorUsers: [...boardUsers, ...formUsers],
    publicPages: [...verifyReportPages, ...publishedPages],
  },
]

// The registry through which indicators and reports know what every module records.
declareFacts(modules.flatMap((module) => module.facts))
// The same for spreadsheets: imports know each kind of sheet through it alone.
declareSheets(modules.flatMap((module) => module.sheets))
// And for what people and other programs are told.
declareMatters(modules.flatMap((module) => module.matters ?? []))
declareHookEvents(modules.flatMap((module) => module.hookEvents ?? []))
// And for indicators that have names: what they are from the start, and what shows them.
declareStartingIndicators(modules.flatMap((module) => module.startingIndicators ?? []))
declareIndicatorUsers(modules.flatMap((module) => module.indicatorUsers ?? []))

/** Tables of the ground floor, which no module owns. */
export const platformTables = ['audit_entry', 'change_mark', 'setup_link', 'linli_migration']
