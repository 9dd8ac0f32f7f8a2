import {
  IconAlertTriangle,
  IconBook2,
  IconCalendar,
  IconCalendarStats,
  IconCertificate,
  IconChecklist,
  IconClipboardList,
  IconClockHour4,
  IconDeviceTablet,
  IconFileImport,
  IconHeart,
  IconMapPin,
  IconQrcode,
  IconReport,
  IconReportSearch,
  IconShieldCheck,
  IconSitemap,
  IconSun,
  IconTargetArrow,
  IconUser,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react'
import { doorWords, kioskWords } from '../modules/activities/doors/messages.ts'
import { hoursWords } from '../modules/activities/hours/messages.ts'
import { checklistWords } from '../modules/checks/checklists/messages.ts'
import { findingWords } from '../modules/checks/findings/messages.ts'
import { checkWords } from '../modules/checks/safety/messages.ts'
import { issuerMessages } from '../modules/credentials/issuer/messages.ts'
import { dossierWords } from '../modules/duties/dossiers/messages.ts'
import { letterWords } from '../modules/duties/letters/messages.ts'
import { dutyWords } from '../modules/duties/messages.ts'
import { objectiveWords } from '../modules/duties/objectives/messages.ts'
import { policyWords } from '../modules/duties/policies/messages.ts'
import { reviewWords as workReviewWords } from '../modules/duties/reviews/messages.ts'
import { warningWords } from '../modules/duties/warnings/messages.ts'
import { indicatorWords } from '../modules/indicators/pages/messages.ts'
import { bankWords } from '../modules/learning/bank/messages.ts'
import { contestWords } from '../modules/learning/contests/messages.ts'
import { learningWords } from '../modules/learning/messages.ts'
import { quizWords } from '../modules/learning/quizzes/messages.ts'
import { webhookWords } from '../modules/notices/pages/messages.ts'
import type { Right } from '../modules/organizations/rules.ts'
import { formWords } from '../modules/reports/forms/pages/messages.ts'
import { reviewWords } from '../modules/volunteering/hours/messages.ts'
import { shiftWords } from '../modules/volunteering/pages/messages.ts'
import { volunteerWords } from '../modules/volunteering/people/messages.ts'
import type { Words } from '../platform/i18n.ts'
import { messages } from './messages.ts'

export type PlaceToGo = { to: string; words: Words; icon: typeof IconSun; right?: Right }

/** Places, not menus. */
export const work: readonly PlaceToGo[] = [
  { to: '/', words: messages.today, icon: IconSun },
  { to: '/calendar', words: messages.calendar, icon: IconCalendar },
  { to: '/shifts', words: shiftWords.shifts, icon: IconClipboardList },
  { to: '/people', words: messages.people, icon: IconUsers, right: 'seePeople' },
  { to: '/places', words: messages.places, icon: IconMapPin },
  { to: '/volunteers', words: volunteerWords.volunteers, icon: IconHeart },
  { to: '/learning', words: learningWords.learning, icon: IconBook2 },
  { to: '/checks', words: checkWords.checks, icon: IconShieldCheck, right: 'doChecks' },
  { to: '/my-hours', words: hoursWords.mine, icon: IconClockHour4 },
  { to: '/my-code', words: doorWords.myCode, icon: IconQrcode },
  { to: '/findings', words: findingWords.findings, icon: IconAlertTriangle },
  { to: '/duties', words: dutyWords.duties, icon: IconUserShield, right: 'seePeople' },
  { to: '/objectives', words: objectiveWords.objectives, icon: IconTargetArrow, right: 'readFigures' },
  { to: '/reports', words: messages.reports, icon: IconReport, right: 'readFigures' },
]

/** Rooms inside a place, found by their names. */
export const inside: readonly PlaceToGo[] = [
  { to: '/warnings', words: warningWords.warnings, icon: IconUserShield, right: 'seePeople' },
  { to: '/duties/letters', words: letterWords.template, icon: IconUserShield, right: 'organize' },
  { to: '/policies', words: policyWords.policies, icon: IconUserShield },
  { to: '/reviews', words: workReviewWords.reviews, icon: IconUserShield },
  { to: '/dossiers', words: dossierWords.dossiers, icon: IconUserShield },
  { to: '/learning/quizzes', words: quizWords.quizzes, icon: IconBook2 },
  { to: '/learning/contests', words: contestWords.contests, icon: IconBook2 },
  { to: '/learning/questions', words: bankWords.questions, icon: IconBook2, right: 'keepQuestions' },
  { to: '/checklists', words: checklistWords.checklists, icon: IconChecklist, right: 'doChecks' },
  { to: '/forms', words: formWords.forms, icon: IconReport, right: 'readFigures' },
  { to: '/reports/indicators', words: indicatorWords.indicators, icon: IconReport, right: 'readFigures' },
  { to: '/reports/indicators/ask', words: indicatorWords.ask, icon: IconReport, right: 'readFigures' },
]

/** The four of a phone's bottom bar, in their order; the rest stands behind 'more'. */
const inTheBar = {
  staff: ['/', '/calendar', '/shifts', '/people'],
  volunteer: ['/', '/shifts', '/calendar', '/volunteers'],
}

/** What they may open, divided into the bar of a phone and 'more'. */
export function onPhone(may: (place: PlaceToGo) => boolean): { bar: PlaceToGo[]; more: PlaceToGo[] } {
  const mine = work.filter(may)
  const order = inTheBar[mine.some(({ to }) => to === '/people') ? 'staff' : 'volunteer']
  const place = ({ to }: PlaceToGo) => order.indexOf(to)
  return {
    bar: mine.filter((one) => place(one) >= 0).sort((a, b) => place(a) - place(b)),
    more: [...mine.filter((one) => place(one) < 0), ...administration.filter(may)],
  }
}

export const administration: readonly PlaceToGo[] = [
  { to: '/organizations', words: messages.organizations, icon: IconSitemap },
  { to: '/groups', words: messages.groups, icon: IconUsersGroup, right: 'seePeople' },
  { to: '/hours/approvals', words: hoursWords.approvals, icon: IconChecklist, right: 'recordAttendance' },
  { to: '/hours/review', words: reviewWords.title, icon: IconReportSearch, right: 'seePeople' },
  { to: '/kiosks', words: kioskWords.title, icon: IconDeviceTablet, right: 'managePlaces' },
  { to: '/working-days', words: messages.workingDays, icon: IconCalendarStats },
  {
    to: '/import',
    words: messages.imports,
    icon: IconFileImport,
    right: 'importWorkbooks',
  },
  { to: '/certificates/issuer', words: issuerMessages.title, icon: IconCertificate, right: 'administer' },
  { to: '/webhooks', words: webhookWords.title, icon: IconWebhook, right: 'administer' },
]

export const accountPlace: PlaceToGo = { to: '/account', words: messages.account, icon: IconUser }
