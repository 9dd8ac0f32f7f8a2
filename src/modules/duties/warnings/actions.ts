import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { addDays, dayIn, yearOf } from '../../../platform/zone.ts'
import { listActions } from '../../checks/findings/listing/actions.ts'
import { checksToDo } from '../../checks/safety/warning/actions.ts'
import { lateCourses } from '../../learning/courses/seeing/actions.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { can } from '../../organizations/rules.ts'
import { listDuties, readDuty } from '../actions.ts'
import { objectivesOf } from '../objectives/queries.ts'
import { maySee as maySeeObjective } from '../objectives/rules.ts'
import { allPolicies, standingsOf } from '../policies/queries.ts'
import type { listWarnings as endpoint, Warning } from './contract.ts'
import * as queries from './queries.ts'
import { inOrder } from './rules.ts'

type Asked = { path: string; today: string; organizationId: string | undefined }
type Unled = Omit<Warning, 'who'> & { who?: Warning['who'] }

/** So many days after somebody was asked, a policy that they have not read is late. */
const daysToRead = 14

/** What is late, what will be, and since when, in the part of the tree that the reader leads. */
export async function listWarnings(
  context: Context,
  { organizationId }: z.output<(typeof endpoint)['input']>,
): Promise<Warning[]> {
  const path = organizationId ? (await organizationNamed(context, organizationId)).path : '/'
  const today = dayIn(context.me.timeZone, context.now)
  const asked = { path, today, organizationId }
  const found: Unled[] = [
    ...(await objectives(context, asked)),
    ...(await vacantDuties(context, asked)),
    ...(await handOvers(context, asked)),
    ...(await policies(context, asked)),
    ...(await courses(context, asked)),
    ...(await actions(context, asked)),
    ...(await checks(context, asked)),
  ]
  const parts = new Set(found.flatMap(({ who, organization }) => (who ? [] : (organization?.id ?? []))))
  const leaders = new Map(
    (await queries.leadersOf(context.tx, [...parts], today)).map((one) => [one.organizationId, one.leaders]),
  )
  return inOrder(found.map((one) => ({ ...one, who: one.who ?? leaders.get(one.organization?.id ?? '') ?? [] })))
}

async function objectives({ tx, me }: Context, { path, today }: Asked): Promise<Unled[]> {
  const year = yearOf(today)
  const rows = [...(await objectivesOf(tx, year, path)), ...(await objectivesOf(tx, year - 1, path))]
  return rows
    .filter((row) => maySeeObjective(me, row))
    .flatMap(({ id, title, state, since, organizationId, organizationName, holderId, holderName }) =>
      state === 'late' || state === 'atRisk'
        ? {
            kind: 'objective' as const,
            id,
            name: title,
            state: state === 'late' ? ('late' as const) : ('soon' as const),
            since,
            organization: { id: organizationId, name: organizationName },
            people: null,
            who: [{ id: holderId, name: holderName }],
            link: `/objectives/${id}`,
          }
        : [],
    )
}

/** A duty is vacant since its last holder left it, or since it began. */
async function vacantDuties(context: Context, { today, organizationId }: Asked): Promise<Unled[]> {
  const { duties } = await listDuties(context, { asOf: today, organizationId })
  const found: Unled[] = []
  for (const { id, name, organization, holder, fromDate } of duties) {
    if (holder) continue
    const { holdings } = await readDuty(context, { dutyId: id })
    const ends = holdings.flatMap(({ seat, toDate }) =>
      seat === 'holder' && toDate !== null && toDate <= today ? toDate : [],
    )
    const since = [fromDate, ...ends].sort().at(-1) ?? fromDate
    found.push({ kind: 'duty', id, name, state: 'late', since, organization, people: null, link: `/duties/${id}` })
  }
  return found
}

async function handOvers({ tx, me }: Context, { path, today }: Asked): Promise<Unled[]> {
  return (await queries.unsigned(tx))
    .filter(({ from, to, paths }) => {
      const own = me.id === from.id || me.id === to.id
      return paths.some((one) => one.startsWith(path) && (own || can(me, 'seePeople', one)))
    })
    .map(({ id, onDate, from, to }) => ({
      kind: 'handOver',
      id,
      name: `${from.name} → ${to.name}`,
      state: onDate < today ? 'late' : 'soon',
      since: onDate,
      organization: null,
      people: null,
      who: [from, to].filter(({ signed }) => !signed).map(({ id: personId, name }) => ({ id: personId, name })),
      link: `/hand-overs/${id}`,
    }))
}

async function policies({ tx, me }: Context, { path, today }: Asked): Promise<Unled[]> {
  const all = await allPolicies(tx)
  const waiting = (
    await standingsOf(
      tx,
      all.map(({ id }) => id),
    )
  ).filter((one) => one.readOn === null && one.path.startsWith(path) && can(me, 'seePeople', one.path))
  const byPolicy = Map.groupBy(waiting, ({ policyId }) => policyId)
  return all.flatMap(({ id, name, organizationId, organizationName }) => {
    const [first, ...more] = byPolicy.get(id) ?? []
    if (!first) return []
    return {
      kind: 'policy' as const,
      id,
      name,
      state: addDays(first.askedOn, daysToRead) < today ? ('late' as const) : ('soon' as const),
      since: first.askedOn,
      organization: { id: organizationId, name: organizationName },
      people: more.length + 1,
      ...(more.length === 0 ? { who: [{ id: first.personId, name: first.personName }] } : {}),
      link: `/policies/${id}`,
    }
  })
}

const courses = async (context: Context, { path }: Asked): Promise<Unled[]> =>
  (await lateCourses(context, path)).map(({ id, name, organization, since, people }) => ({
    kind: 'course',
    id,
    name,
    state: 'late',
    since,
    organization,
    people,
    link: `/learning/courses/${id}`,
  }))

/** The board shows so many overdue actions; all of them are in the list of findings. */
const mostActions = 200

/** Late since the day after they were due. */
async function actions(context: Context, { organizationId }: Asked): Promise<Unled[]> {
  const found: Unled[] = []
  let more = true
  while (more && found.length < mostActions) {
    const of = { whose: 'all', state: 'overdue', sort: 'due', organizationId, offset: found.length } as const
    const page = await listActions(context, of)
    found.push(
      ...page.rows.map(({ id, what, owner, dueOn, finding }) => ({
        kind: 'action' as const,
        id,
        name: what,
        state: 'late' as const,
        since: addDays(dueOn, 1),
        organization: finding.organization,
        people: null,
        who: [owner],
        link: `/findings/${finding.id}`,
      })),
    )
    more = page.more
  }
  return found
}

/** To be done since its day; late since the day after its last one. */
const checks = async (context: Context, { path, today }: Asked): Promise<Unled[]> =>
  (await checksToDo(context, path)).map(
    ({ id, checklist, place, station, plannedOn, dueOn, organizationId, organizationName, who }) => ({
      kind: 'check',
      id,
      name: [station, place, checklist].filter(Boolean).join(' · '),
      state: dueOn < today ? 'late' : 'soon',
      since: dueOn < today ? addDays(dueOn, 1) : plannedOn,
      organization: { id: organizationId, name: organizationName },
      people: null,
      who,
      link: `/checks/${id}`,
    }),
  )
