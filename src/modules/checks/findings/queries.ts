import { type RawBuilder, sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'
import type { eventKinds, Grade, ListActions, Origin } from './contract.ts'

export type FindingOf = {
  id: string
  words: string
  origin: Origin
  originId: string
  grade: Grade | null
  fault: string | null
  organizationId: string
  organizationName: string
  path: string
  placeId: string | null
  placeName: string | null
  raisedAt: Date
  raisedByName: string | null
  closedAt: Date | null
  closedByName: string | null
}

const findingColumns = sql`f.id, f.words, f.origin, f.origin_id, f.grade, f.fault, f.organization_id, o.name as organization_name,
  o.path, f.place_id, l.name as place_name, f.raised_at, r.name as raised_by_name, f.closed_at, c.name as closed_by_name`
const findingTables = sql`finding f
  join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
  left join place l on l.tenant_id = f.tenant_id and l.id = f.place_id
  left join person r on r.tenant_id = f.tenant_id and r.id = f.raised_by
  left join person c on c.tenant_id = f.tenant_id and c.id = f.closed_by`

const findings = async (tx: Tx, which: RawBuilder<unknown>): Promise<FindingOf[]> =>
  (
    await sql<FindingOf>`select ${findingColumns} from ${findingTables}
      where f.tenant_id = current_tenant() and ${which} order by f.raised_at, f.id`.execute(tx)
  ).rows

export const findingById = async (tx: Tx, id: string): Promise<FindingOf | undefined> =>
  (await findings(tx, sql`f.id = ${id}::uuid`))[0]

export const findingsOfOrigins = (tx: Tx, origin: Origin, originIds: readonly string[]): Promise<FindingOf[]> =>
  findings(tx, sql`f.origin = ${origin} and f.origin_id = any(${sql.val(originIds)}::uuid[])`)

export type ActionOf = {
  id: string
  findingId: string
  what: string
  ownerId: string
  ownerName: string
  dueOn: string
  askedDue: string | null
  doneBy: string | null
  doneByName: string | null
  doneAt: Date | null
  closedByName: string | null
  closedAt: Date | null
}
const actionColumns = sql`a.id, a.finding_id, a.what, a.owner_id, w.name as owner_name, a.due_on, a.asked_due, a.done_by,
  d.name as done_by_name, a.done_at, x.name as closed_by_name, a.closed_at`
const actionTables = sql`corrective_action a
  join person w on w.tenant_id = a.tenant_id and w.id = a.owner_id
  left join person d on d.tenant_id = a.tenant_id and d.id = a.done_by
  left join person x on x.tenant_id = a.tenant_id and x.id = a.closed_by`

const actions = async (tx: Tx, which: RawBuilder<unknown>): Promise<ActionOf[]> =>
  (
    await sql<ActionOf>`select ${actionColumns} from ${actionTables}
      where a.tenant_id = current_tenant() and ${which} order by a.due_on, a.id`.execute(tx)
  ).rows

export const actionsOf = async (tx: Tx, findingIds: readonly string[]): Promise<ActionOf[]> =>
  findingIds.length === 0 ? [] : actions(tx, sql`a.finding_id = any(${sql.val(findingIds)}::uuid[])`)

export const actionById = async (tx: Tx, id: string): Promise<ActionOf | undefined> =>
  (await actions(tx, sql`a.id = ${id}::uuid`))[0]

/** Whoever raised it, who will want to see that it is done; not to be told of what is their own. */
export const raisersOf = async (tx: Tx, findingId: string, except: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('finding')
      .where('id', '=', findingId)
      .where('raisedBy', 'is not', null)
      .where('raisedBy', '!=', except)
      .select('raisedBy')
      .execute()
  ).map(({ raisedBy }) => String(raisedBy))

/** One decision at a time about a finding and its actions. */
export const holdFinding = (tx: Tx, id: string) =>
  tx.selectFrom('finding').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type NewFinding = {
  id: string
  organizationId: string
  origin: Origin
  originId: string
  words: string
  grade: Grade | null
  placeId: string | null
  fault: string | null
  raisedBy: string | null
  raisedAt: Date
}
export const insertFindings = async (tx: Tx, rows: NewFinding[]) => {
  if (rows.length > 0) await tx.insertInto('finding').values(rows).execute()
}

type NewAction = { id: string; findingId: string; what: string; ownerId: string; dueOn: string }
export const insertActions = async (tx: Tx, rows: NewAction[]) => {
  if (rows.length > 0) await tx.insertInto('correctiveAction').values(rows).execute()
}

export type EventKind = (typeof eventKinds)[number]
type NewEvent = {
  findingId: string
  actionId: string | null
  kind: EventKind
  byId: string | null
  at: Date
  words?: string
  dueOn?: string
  ownerId?: string
}
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<string[]> {
  const rows = events.map((one) => ({ ...one, id: newId() }))
  if (rows.length > 0) await tx.insertInto('findingEvent').values(rows).execute()
  return rows.map(({ id }) => id)
}

export const updateFinding = (tx: Tx, id: string, change: { closedBy: string | null; closedAt: Date | null }) =>
  tx.updateTable('finding').set(change).where('id', '=', id).execute()

export const updateAction = (
  tx: Tx,
  id: string,
  change: Partial<{
    ownerId: string
    dueOn: string
    askedDue: string | null
    doneBy: string | null
    doneAt: Date | null
    closedBy: string | null
    closedAt: Date | null
  }>,
) => tx.updateTable('correctiveAction').set(change).where('id', '=', id).execute()

export type EventOf = {
  id: string
  findingId: string
  actionId: string | null
  kind: EventKind
  byId: string | null
  byName: string | null
  at: Date
  words: string
  dueOn: string | null
  ownerName: string | null
  fileHash: string | null
  fileName: string | null
}
const events = async (tx: Tx, which: RawBuilder<unknown>): Promise<EventOf[]> =>
  (
    await sql<EventOf>`
      select e.id, e.finding_id, e.action_id, e.kind, e.by_id, p.name as by_name, e.at, e.words, e.due_on, w.name as owner_name,
        e.file_hash, e.file_name
      from finding_event e
      left join person p on p.tenant_id = e.tenant_id and p.id = e.by_id
      left join person w on w.tenant_id = e.tenant_id and w.id = e.owner_id
      where e.tenant_id = current_tenant() and ${which} order by e.at desc, e.id desc`.execute(tx)
  ).rows

export const storyOf = (tx: Tx, findingId: string): Promise<EventOf[]> =>
  events(tx, sql`e.finding_id = ${findingId}::uuid`)

export const proofById = async (tx: Tx, id: string): Promise<EventOf | undefined> =>
  (await events(tx, sql`e.id = ${id}::uuid and e.kind = 'evidence'`))[0]

/** A file stays once it is there. */
export const setProofFile = async (tx: Tx, id: string, file: { fileHash: string; fileName: string }) =>
  (
    await about(tx, [])
      .updateTable('findingEvent')
      .set(file)
      .where('id', '=', id)
      .where('fileHash', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows > 0n

/** Has this person put a file to the action since then? */
export const provedSince = async (tx: Tx, actionId: string, byId: string, since: Date): Promise<boolean> =>
  (await tx
    .selectFrom('findingEvent')
    .where('actionId', '=', actionId)
    .where('byId', '=', byId)
    .where('kind', '=', 'evidence')
    .where('fileHash', 'is not', null)
    .where('at', '>=', since)
    .select('id')
    .executeTakeFirst()) !== undefined

export const knownPeople = async (tx: Tx, ids: readonly string[]): Promise<number> =>
  (
    await tx
      .selectFrom('person')
      .where('id', 'in', [...ids])
      .where('forgottenAt', 'is', null)
      .select('id')
      .execute()
  ).length

const inParts = (paths: readonly string[]): RawBuilder<unknown> =>
  sql`exists (select from unnest(${sql.val(paths)}::text[]) as part(path) where starts_with(o.path, part.path))`

const stateIs = (state: ListActions['state'], today: string): RawBuilder<unknown> =>
  ({
    open: sql`a.done_at is null`,
    overdue: sql`a.done_at is null and a.due_on < ${today}::date`,
    done: sql`a.done_at is not null and a.closed_at is null`,
    closed: sql`a.closed_at is not null`,
  })[state]

const orders = {
  due: sql`a.due_on`,
  owner: sql`w.name, a.due_on`,
  organization: sql`o.path, a.due_on`,
  grade: sql`array_position(array['danger', 'major', 'minor'], f.grade), a.due_on`,
}

type Listed = Omit<ListActions, 'whose' | 'organizationId' | 'offset'> & {
  ownerId: string | null
  paths: readonly string[] | null
  today: string
}
/** Ids of the actions asked for, in order. */
export const listedActions = async (
  tx: Tx,
  { state, origin, grade, sort, ownerId, paths, today }: Listed,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ id: string; findingId: string }[]> =>
  (
    await sql<{ id: string; findingId: string }>`
      select a.id, a.finding_id from ${actionTables}
      join finding f on f.tenant_id = a.tenant_id and f.id = a.finding_id
      join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
      where a.tenant_id = current_tenant() and ${stateIs(state, today)}
        ${ownerId ? sql`and a.owner_id = ${ownerId}::uuid` : sql``}
        ${paths ? sql`and ${inParts(paths)}` : sql``}
        ${origin ? sql`and f.origin = ${origin}` : sql``} ${grade ? sql`and f.grade = ${grade}` : sql``}
      order by ${state === 'closed' ? sql`a.closed_at desc` : orders[sort]}, a.id limit ${limit} offset ${offset}`.execute(
      tx,
    )
  ).rows

export const actionsById = (tx: Tx, ids: readonly string[]): Promise<ActionOf[]> =>
  actions(tx, sql`a.id = any(${sql.val(ids)}::uuid[])`)

export const findingsById = (tx: Tx, ids: readonly string[]): Promise<FindingOf[]> =>
  findings(tx, sql`f.id = any(${sql.val(ids)}::uuid[])`)

export type Late = { id: string; findingId: string; what: string; ownerId: string; dueOn: string } & Pick<
  FindingOf,
  'organizationId' | 'organizationName'
>
/** What was due before this day and is not done, the oldest first. */
export const overdueOn = async (tx: Tx, today: string): Promise<Late[]> =>
  (
    await sql<Late>`
      select a.id, a.finding_id, a.what, a.owner_id, a.due_on, f.organization_id, o.name as organization_name
      from corrective_action a
      join finding f on f.tenant_id = a.tenant_id and f.id = a.finding_id
      join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
      where a.tenant_id = current_tenant() and a.done_at is null and a.due_on < ${today}::date order by a.due_on, a.id`.execute(
      tx,
    )
  ).rows

/** What a person still has to do in these parts of the tree. */
export const openOf = (tx: Tx, ownerId: string, paths: readonly string[]): Promise<ActionOf[]> =>
  actions(
    tx,
    sql`a.owner_id = ${ownerId}::uuid and a.done_at is null and exists (
      select from finding f join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
      where f.tenant_id = a.tenant_id and f.id = a.finding_id and ${inParts(paths)})`,
  )

export const openFindings = (tx: Tx, paths: readonly string[]): Promise<FindingOf[]> =>
  findings(tx, sql`f.closed_at is null and ${inParts(paths)}`)

/** Open, and nobody answers for it yet. */
export const findingsWithoutAction = (
  tx: Tx,
  paths: readonly string[],
  { origin, grade }: Pick<ListActions, 'origin' | 'grade'>,
) =>
  findings(
    tx,
    sql`f.closed_at is null and ${inParts(paths)}
      ${origin ? sql`and f.origin = ${origin}` : sql``} ${grade ? sql`and f.grade = ${grade}` : sql``}
      and not exists (select from corrective_action a where a.tenant_id = f.tenant_id and a.finding_id = f.id)`,
  )

/** Words that contain these, of what the reader may see. */
export const findingsSaying = (tx: Tx, pattern: string, seen: { paths: readonly string[]; ownerId: string | null }) =>
  findings(
    tx,
    sql`(f.words ilike ${pattern} or f.fault ilike ${pattern}) and (${inParts(seen.paths)} or exists (
      select from corrective_action a where a.tenant_id = f.tenant_id and a.finding_id = f.id and a.owner_id = ${seen.ownerId}::uuid))`,
  )
