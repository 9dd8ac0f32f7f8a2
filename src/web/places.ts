import {
  IconCalendar,
  IconCalendarStats,
  IconCertificate,
  IconFileImport,
  IconHeart,
  IconMapPin,
  IconReport,
  IconSitemap,
  IconSun,
  IconUser,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react'
import { issuerMessages } from '../modules/credentials/issuer/messages.ts'
import { webhookWords } from '../modules/notices/pages/messages.ts'
import type { Right } from '../modules/organizations/rules.ts'
import { volunteerWords } from '../modules/volunteering/people/messages.ts'
import type { Words } from '../platform/i18n.ts'
import { messages } from './messages.ts'

export type PlaceToGo = { to: string; words: Words; icon: typeof IconSun; right?: Right }

/** Places, not menus. The first four stand in a phone's bottom bar, the rest behind 'more'. */
export const work: readonly PlaceToGo[] = [
  { to: '/', words: messages.today, icon: IconSun },
  { to: '/calendar', words: messages.calendar, icon: IconCalendar },
  { to: '/people', words: messages.people, icon: IconUsers, right: 'seePeople' },
  { to: '/places', words: messages.places, icon: IconMapPin },
  { to: '/volunteers', words: volunteerWords.volunteers, icon: IconHeart },
  { to: '/reports', words: messages.reports, icon: IconReport, right: 'readFigures' },
]

export const administration: readonly PlaceToGo[] = [
  { to: '/organizations', words: messages.organizations, icon: IconSitemap },
  { to: '/groups', words: messages.groups, icon: IconUsersGroup, right: 'seePeople' },
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
