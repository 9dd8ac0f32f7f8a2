import { searchActivities } from '../../modules/activities/contract.ts'
import { activityKindWords } from '../../modules/activities/messages.ts'
import { searchFindings } from '../../modules/checks/findings/listing/contract.ts'
import { findingWords } from '../../modules/checks/findings/messages.ts'
import { listIndicators } from '../../modules/indicators/named/contract.ts'
import { indicatorWords } from '../../modules/indicators/pages/messages.ts'
import { kindWords, roleWords } from '../../modules/organizations/messages.ts'
import type { Right } from '../../modules/organizations/rules.ts'
import { search } from '../../modules/organizations/search/contract.ts'
import { listPlaces } from '../../modules/places/contract.ts'
import { kindWords as placeKindWords } from '../../modules/places/messages.ts'
import type { Words } from '../../platform/i18n.ts'
import { call } from '../../platform/web.tsx'
import { messages } from '../messages.ts'

/** One line of what was found. */
export type Found = {
  key: string
  /** What kind of thing it is. */
  kind: Words
  /** In both languages where it has words of both. */
  title: string | Words
  detail: string | Words
  at?: Date
  to: string
}

/** Each module that has something to find adds a source; they answer on their own, the slow does not hold the quick. */
export const sources: readonly { name: string; right?: Right; find: (q: string) => Promise<Found[]> }[] = [
  {
    name: 'people',
    find: async (q) =>
      (await call(search, { q, limit: 12 })).map((hit) =>
        hit.kind === 'person'
          ? {
              key: `person ${hit.id}`,
              kind: hit.person.roles[0] ? roleWords[hit.person.roles[0].role] : messages.person,
              title: hit.name,
              detail: [hit.person.roles[0]?.organizationName, hit.person.phoneTail && `…${hit.person.phoneTail}`]
                .filter(Boolean)
                .join(' · '),
              to: `/people/${hit.id}`,
            }
          : {
              key: `organization ${hit.id}`,
              kind: kindWords[hit.organizationKind],
              title: hit.name,
              detail: hit.above.join(' › '),
              to: `/organizations/${hit.id}`,
            },
      ),
  },
  {
    name: 'activities',
    find: async (q) =>
      (await call(searchActivities, { q })).map((hit) => ({
        key: `activity ${hit.id}`,
        kind: activityKindWords[hit.kind],
        title: hit.name,
        detail: hit.where ?? '',
        at: hit.startsAt,
        to: `/activities/${hit.id}`,
      })),
  },
  {
    name: 'findings',
    find: async (q) =>
      (await call(searchFindings, { q })).map(({ id, words, organization, closedAt }) => ({
        key: `finding ${id}`,
        kind: findingWords.finding,
        title: words,
        detail: organization.name,
        ...(closedAt && { at: closedAt }),
        to: `/findings/${id}`,
      })),
  },
  {
    name: 'indicators',
    right: 'readFigures',
    find: async (q) =>
      (await call(listIndicators, { q })).slice(0, 6).map(({ id, name, definition }) => ({
        key: `indicator ${id}`,
        kind: indicatorWords.indicator,
        title: name,
        detail: definition,
        to: `/reports/indicators/${id}`,
      })),
  },
  {
    name: 'places',
    find: async (q) =>
      (await call(listPlaces, { q })).slice(0, 6).map((place) => ({
        key: `place ${place.id}`,
        kind: placeKindWords[place.kind],
        title: place.name,
        detail: place.parentName ?? place.organizationName ?? place.address ?? '',
        to: `/places/${place.id}`,
      })),
  },
]
