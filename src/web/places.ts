import {
  IconCalendar,
  IconCalendarStats,
  IconCertificate,
  IconChecklist,
  IconClockHour4,
  IconDeviceTablet,
  IconClipboardHeart,
  IconFileImport,
  IconHeart,
  IconMapPin,
  IconQrcode,
  IconReport,
  IconReportSearch,
  IconSitemap,
  IconSun,
  IconUser,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react'
import { doorWords, kioskWords } from '../modules/activities/doors/messages.ts'
import { hoursWords } from '../modules/activities/hours/messages.ts'
import { issuerMessages } from '../modules/credentials/issuer/messages.ts'
import { webhookWords } from '../modules/notices/pages/messages.ts'
import type { Right } from '../modules/organizations/rules.ts'
import { shiftWords } from '../modules/volunteering/pages/messages.ts'
import { volunteerWords } from '../modules/volunteering/people/messages.ts'
import { reviewWords } from '../modules/volunteering/hours/messages.ts'
import type { Words } from '../platform/i18n.ts'
import { messages } from './messages.ts'

export type PlaceToGo = { to: string; words: Words; icon: typeof IconSun; right?: Right }

/** Places, not menus. The first four stand in a phone's bottom bar, the rest behind 'more'. */
export const work: readonly PlaceToGo[] = [
  { to: '/', words: messages.today, icon: IconSun },
  { to: '/calendar', words: messages.calendar, icon: IconCalendar },
  { to: '/shifts', words: shiftWords.shifts, icon: IconClipboardHeart },
  { to: '/people', words: messages.people, icon: IconUsers, right: 'seePeople' },
  { to: '/places', words: messages.places, icon: IconMapPin },
  { to: '/volunteers', words: volunteerWords.volunteers, icon: IconHeart },
  { to: '/my-hours', words: hoursWords.mine, icon: IconClockHour4 },
  { to: '/my-code', words: doorWords.myCode, icon: IconQrcode },
  { to: '/reports', words: messages.reports, icon: IconReport, right: 'readFigures' },
]

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
