import { createOrganization } from '../modules/organizations/actions.ts'
import { addGroupMember, createGroup } from '../modules/organizations/groups/actions.ts'
import { createPerson } from '../modules/organizations/people/actions.ts'
import { endMembership, startMembership } from '../modules/organizations/people/memberships/actions.ts'
import type { Role } from '../platform/context.ts'
import { addDays } from '../platform/zone.ts'
import type { Actor } from './actors.ts'
import * as cast from './cast.ts'
import { givenNames, moreOrganizations, surnames } from './data.ts'

export type Neighbourhood = {
  /** By nickname. */
  organizations: Record<string, string>
  /** The people of an organization, by its nickname. */
  peopleOf: Record<string, string[]>
  meetingGroup: string
}

/** Communities, teams, partners and some ninety people beside the cast. */
export async function moveIn(lina: Actor, random: () => number, today: string): Promise<Neighbourhood> {
  const organizations: Record<string, string> = Object.fromEntries(
    Object.entries(cast.organizations).map(([key, { id }]) => [key, id]),
  )
  for (const { key, below, kind, name, category } of moreOrganizations) {
    const parentId = organizations[below] as string
    const made = await lina(createOrganization, { parentId, kind, name, category: category ?? null, externalId: null })
    organizations[key] = made.id
  }
  const peopleOf = await people(lina, random, today, organizations)
  return { organizations, peopleOf, meetingGroup: await groups(lina, peopleOf, organizations, today) }
}

type Post = readonly [at: string, role: Role, title: string | null, count: number]
const posts: readonly Post[] = [
  ['shore', 'secretary', '社区书记', 1],
  ['bridge', 'secretary', '社区书记', 1],
  ['peace', 'staff', '社工', 3],
  ['pines', 'staff', '社工', 2],
  ['shore', 'staff', '社工', 2],
  ['bridge', 'staff', '社工', 2],
  ['pinesStation', 'stationManager', '站长', 1],
  ['shoreStation', 'stationManager', '站长', 1],
  ['bridgeStation', 'stationManager', '站长', 1],
  ['clinic', 'partnerLiaison', '院办主任', 1],
  ['power', 'partnerLiaison', '工会干事', 1],
  ...['scienceTeam', 'talks', 'arts', 'law', 'green', 'stories'].map((team): Post => [team, 'teamLeader', '队长', 1]),
  ['silverTeam', 'volunteer', null, 9],
  ['scienceTeam', 'volunteer', null, 10],
  ['talks', 'volunteer', null, 8],
  ['arts', 'volunteer', null, 14],
  ['law', 'volunteer', null, 7],
  ['green', 'volunteer', null, 12],
  ['stories', 'volunteer', null, 8],
]

async function people(lina: Actor, random: () => number, today: string, organizations: Record<string, string>) {
  const peopleOf: Record<string, string[]> = {
    silverTeam: [idOf('zhao'), idOf('xiaoyu'), idOf('sun')],
    peace: [idOf('wang')],
  }
  let number = 0
  for (const [at, role, title, count] of posts)
    for (let i = 0; i < count; i++) {
      const fromDate = addDays(today, -Math.round(120 + random() * 900))
      const made = await lina(createPerson, {
        name: nameOf(number),
        // Some of the older volunteers have no phone, and nobody here needs an e-mail address.
        phone: role === 'volunteer' && random() < 0.08 ? null : `1390001${String(1000 + number * 37).slice(-4)}`,
        email: null,
        organizationId: organizations[at] as string,
        role,
        title,
        fromDate,
        toDate: null,
        anyway: true,
      })
      number += 1
      if (role === 'volunteer' && i === count - 1)
        await moveOn(lina, made.memberships[0]?.id ?? '', made.id, organizations, today)
      else peopleOf[at] = [...(peopleOf[at] ?? []), made.id]
    }
  return peopleOf
}

/** One of each team has left it for the science team since. */
async function moveOn(
  lina: Actor,
  membershipId: string,
  id: string,
  organizations: Record<string, string>,
  today: string,
) {
  const toDate = addDays(today, -60)
  await lina(endMembership, { id: membershipId, toDate })
  const organizationId = organizations.scienceTeam as string
  await lina(startMembership, { id, organizationId, role: 'volunteer', title: null, fromDate: toDate, toDate: null })
}

const idOf = (name: cast.PersonName): string => cast.people[name].id

const nameOf = (number: number): string =>
  `${surnames[(number * 7) % surnames.length]}${givenNames[(number * 11) % givenNames.length]}`

/** Who comes to the weekly meeting, and a few more for the study group. */
async function groups(
  lina: Actor,
  peopleOf: Record<string, string[]>,
  organizations: Record<string, string>,
  today: string,
) {
  const organizationId = organizations.willow as string
  const weekly = await lina(createGroup, { organizationId, kind: 'working', name: '街道例会' })
  const bosses = ['shore', 'bridge', 'pinesStation', 'shoreStation', 'bridgeStation'].flatMap(
    (at) => peopleOf[at]?.slice(0, 1) ?? [],
  )
  const fromDate = addDays(today, -500)
  for (const personId of [idOf('lina'), idOf('wang'), idOf('qian'), idOf('chen'), ...bosses])
    await lina(addGroupMember, {
      id: weekly.id,
      personId,
      position: personId === idOf('lina') ? 'leader' : 'member',
      fromDate,
      toDate: null,
    })
  for (const personId of bosses.slice(0, 2))
    await lina(addGroupMember, { id: cast.studyGroup.id, personId, position: 'member', fromDate, toDate: null })
  const newcomers = await lina(createGroup, { organizationId, kind: 'cohort', name: '今年新入职社工' })
  for (const personId of [...(peopleOf.pines ?? []), ...(peopleOf.bridge?.slice(1) ?? [])])
    await lina(addGroupMember, {
      id: newcomers.id,
      personId,
      position: 'member',
      fromDate: addDays(today, -90),
      toDate: null,
    })
  return weekly.id
}
