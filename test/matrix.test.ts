import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test, vi } from 'vitest'
import * as cast from '../src/demo/cast.ts'
import { modules } from '../src/modules.ts'
import { type Role, roles } from '../src/platform/context.ts'
import { newId } from '../src/platform/database.ts'
import { download } from '../src/platform/endpoint.ts'
import type { Route } from '../src/platform/route.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { ownerAddress } from './fresh-database.ts'
import { everythingOf, furnish, idsIn } from './matrix/neighbours.ts'
import { giveOwnThings } from './matrix/own.ts'
import { idFields, sampleInput } from './matrix/sample.ts'
import { serveForTest } from './serving.ts'
import { town } from './town.ts'

// It grows with the table of routes: every one of them, in every role, more than once.
vi.setConfig({ testTimeout: 600_000 })

// Every route there is, asked by nobody, by every role, and about another tenant's records. A new route is asked by itself.
const routes = modules.flatMap((module) => module.routes)
const willow = cast.tenants.willow.id
const hillside = cast.tenants.hillside.id

let app: FastifyInstance
const lines: string[] = []
let ownerUrl = ''
let holders: Record<Role, string>
let own: Record<string, string[]>
let foreign: Record<string, string[]>

beforeAll(async () => {
  const { db, platform } = await town()
  ownerUrl = await ownerAddress()
  await furnish(ownerUrl, willow)
  await furnish(ownerUrl, hillside)
  holders = Object.fromEntries(roles.map((role) => [role, newId()])) as Record<Role, string>
  await asTenant(db, willow, async (tx) => {
    for (const role of roles) {
      await tx
        .insertInto('person')
        .values({ id: holders[role], name: `只任${role}`, search: '' })
        .execute()
      const organizationId = cast.organizations.willow.id
      await tx
        .insertInto('membership')
        .values({ id: newId(), personId: holders[role], organizationId, role, fromDate: '2020-01-01' })
        .execute()
    }
  })
  await giveOwnThings(ownerUrl, willow, holders)
  own = await idsIn(ownerUrl, willow)
  foreign = await idsIn(ownerUrl, hillside)
  app = await serveForTest(platform, { tenantId: willow, lines })
})

/** By the word alone, by the word of one endpoint, or by what an activity is asked for. */
const tableOfWord: Record<string, string> = {
  'activity meeting': 'meeting',
  'activity study': 'study_session',
  'activity materials': 'study_session',
  'addAction ownerId': 'person',
  'giveAction ownerId': 'person',
  'decide ownerId': 'person',
  'answerFinding ownerId': 'person',
  people: 'person',
  groups: 'people_group',
  group: 'people_group',
  member: 'group_member',
  members: 'group_member',
  'group-members': 'group_member',
  series: 'activity_series',
  feed: 'calendar_feed',
  feeds: 'calendar_feed',
  host: 'organization',
  team: 'organization',
  teams: 'organization',
  helper: 'person',
  onePerson: 'person',
  otherPerson: 'person',
  companion: 'person',
  consent: 'helper_consent',
  parent: 'organization',
  owner: 'organization',
  scope: 'organization',
  signer: 'person',
  part: 'course_part',
  exemption: 'course_exemption',
  courses: 'course',
  lecturer: 'person',
  reviewer: 'person',
  noteTaker: 'person',
  material: 'study_material',
  holder: 'person',
  evidence: 'objective_evidence',
  holding: 'duty_holding',
  chair: 'person',
  item: 'meeting_item',
  check: 'safety_check',
  shot: 'check_photo',
  action: 'corrective_action',
  proof: 'finding_event',
  letter: 'duty_letter',
  letterTemplate: 'duty_letter_template',
  template: 'report_template',
  version: 'report_version',
  thread: 'report_thread',
  comment: 'report_comment',
  published: 'published_report',
  fill: 'form_fill',
  schedule: 'report_schedule',
  station: 'place',
  card: 'board_card',
  room: 'place',
  role: 'shift_role',
  ask: 'cover_ask',
  activities: 'activity',
  run: 'import_run',
  imports: 'import_run',
  import: 'import_run',
  attempt: 'quiz_attempt',
  attempts: 'quiz_attempt',
  quizzes: 'quiz',
  address: 'notice_address',
  delivery: 'webhook_delivery',
}

/** The table that an id field names, or null: `personId`, or `id` in /api/people/:id. */
function tableOf(route: Route, field: string): string | null {
  const { name, path } = route.endpoint
  const [, before = '', after = ''] = new RegExp(`/([^/:]+)/:${field}(?:/([^/:]+)|/|$)`).exec(path) ?? []
  const meant =
    tableOfWord[`${name} ${field}`] ?? (before === 'activities' ? tableOfWord[`activity ${after}`] : undefined)
  if (meant) return meant
  const words = field === 'id' ? [before, before.replace(/s$/, '')] : [field.replace(/Ids?$/, '')]
  for (const word of words) {
    const table = tableOfWord[word] ?? word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    if (table in own) return table
  }
  return null
}

/** The newest record of the kind: the cast itself is left alone. The oldest organization is a team; whoever is the other one is another. */
const ownId = (route: Route, field: string): string => {
  const all = own[tableOf(route, field) ?? 'activity']
  return (['teamId', 'otherPersonId', 'helperId'].includes(field) ? all?.[0] : all?.at(-1)) ?? newId()
}

function ask({ endpoint }: Route, input: Record<string, unknown>, personId: string | null, tenantId = willow) {
  const rest = { ...input }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name] ?? 'nothing'))
    delete rest[name]
    return value
  })
  const reads = endpoint.method === 'GET'
  const query = new URLSearchParams(
    Object.entries(rest).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  )
  return app.inject({
    method: endpoint.method,
    url: reads && query.size > 0 ? `${path}?${query}` : path,
    headers: {
      'accept-language': 'en',
      ...(personId ? { 'x-test-asker': `${tenantId} ${personId}` } : {}),
    },
    ...(reads || endpoint.upload ? {} : { payload: rest }),
  })
}

/** What the server noted about a bug. */
const bugIn = (noted: string[]): string =>
  noted
    .map((line) => JSON.parse(line) as { err?: { message: string; stack: string } })
    .flatMap(({ err }) => (err ? [err.stack.split('\n').slice(0, 4).join(' ')] : []))
    .at(-1) ?? ''

const nameOf = ({ endpoint }: Route): string => `${endpoint.method} ${endpoint.path} (${endpoint.name})`
const sampleOwn = (route: Route, least = false) => sampleInput(route.endpoint, (field) => ownId(route, field), least)

test('there is something of every kind to be found, in both tenants', async () => {
  for (const tenantId of [willow, hillside]) {
    const bare = Object.entries(await everythingOf(ownerUrl, tenantId)).filter(([, rows]) => rows.length === 0)
    // A new table needs a row in matrix/neighbours.ts, or the matrix proves nothing about it.
    expect(bare.map(([table]) => table)).toEqual([])
  }
})

test('nobody signed in is told to sign in, wherever a role is asked for', async () => {
  const wrong: string[] = []
  for (const route of routes) {
    const answer = await ask(route, sampleOwn(route), null)
    const right = route.who === 'anyone' ? answer.statusCode !== 401 : answer.statusCode === 401
    if (!right) wrong.push(`${nameOf(route)} answered ${answer.statusCode}`)
    if (answer.statusCode === 401) expect(answer.json()).toMatchObject({ status: 401, reason: 'signInFirst' })
  }
  expect(wrong).toEqual([])
})

test('a public page bears nonsense, knows nobody and leaves no cookie', async () => {
  const pages = modules.flatMap((module) => module.publicPages ?? [])
  const nonsense = ['nothing', '%00', '..%2f..%2fetc', `${'a'.repeat(250)}`, '%F0%9F%92%A5', foreign.person?.[0] ?? '']
  for (const { method, path } of pages)
    for (const word of nonsense) {
      const answer = await app.inject({
        method,
        url: `${path.replace(/:\w+/g, word)}?q=${word}`,
        headers: {
          'x-test-asker': `${hillside} ${cast.people.hugo.id}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        ...(method === 'POST' ? { payload: `code=${word}&file=${word}` } : {}),
      })
      expect([path, word, answer.statusCode < 500]).toEqual([path, word, true])
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(String(answer.headers['content-security-policy'])).toContain("default-src 'self'")
      expect(answer.body).not.toMatch(/东山|胡戈|<script/)
    }
})

test('a role that may not call a route is told so, whatever it sends', async () => {
  const wrong: string[] = []
  for (const route of routes)
    for (const role of roles) {
      if (typeof route.who === 'string' || route.who.includes(role)) continue
      for (const input of role === 'volunteer' ? [sampleOwn(route), {}] : [{}]) {
        const answer = await ask(route, input, holders[role])
        if (answer.statusCode !== 403) wrong.push(`${nameOf(route)} answered ${answer.statusCode} to ${role}`)
      }
    }
  expect(wrong).toEqual([])
})

/** Where an id that is not ours is no mistake. Whoever adds to this list says why, here. */
const mayBeUnknown: Record<string, string> = {
  'sourceOf recordId': 'a record that came from no file has no source; imports do not know whose record it is',
  'handInCheck key': 'the phone makes it up, so that what it sends again is known as the same; it is no record’s',
  'keepAgenda seen': 'which points the page knew of; whatever is not on the agenda is looked up nowhere',
  'setEquipment id': 'an id that is not of this place is given to nothing: the equipment is new',
}

test('about another tenant’s records there is nothing to be learnt and nothing to be changed', async () => {
  const before = await everythingOf(ownerUrl, hillside)
  const theirs = Object.values(foreign).flat()
  const wrong: string[] = []
  for (const route of routes.filter(({ who }) => who !== 'anyone'))
    for (const field of idFields(route.endpoint)) {
      const table = tableOf(route, field)
      const tried = table ? [foreign[table]?.[0]] : Object.values(foreign).map(([first]) => first)
      for (const id of tried) {
        if (!id) continue
        const idOf = (name: string): string => (name === field ? id : ownId(route, name))
        const input = sampleInput(route.endpoint, idOf, false)
        const answer = await ask(route, input, holders.administrator)
        const said = answer.body.replaceAll(id, '')
        if (theirs.some((other) => said.includes(other)) || said.includes('东山'))
          wrong.push(`${nameOf(route)} tells of another tenant when asked for ${field}`)
        const named = route.endpoint.path.includes(`:${field}`)
        const right = named ? [404] : route.endpoint.method === 'GET' ? [200, 400, 403, 404, 409] : [400, 403, 404, 409]
        const excused = `${route.endpoint.name} ${field}` in mayBeUnknown
        if (!route.endpoint.upload && !excused && !right.includes(answer.statusCode))
          wrong.push(
            `${nameOf(route)} answered ${answer.statusCode} for a foreign ${field}: ${answer.body.slice(0, 200)}`,
          )
      }
    }
  expect(wrong).toEqual([])
  expect(await everythingOf(ownerUrl, hillside)).toEqual(before)
  // The audit log says what was asked, also where it asked for something that is not ours.
  const { audit_entry: _, ...ours } = await everythingOf(ownerUrl, willow)
  // A check keeps the key that the phone made up for it.
  const kept = Object.entries({ ...ours, safety_check: [] as string[] }).flatMap(([table, rows]) =>
    rows.filter((row) => theirs.some((id) => row.includes(id))).map(() => table),
  )
  expect(kept).toEqual([])
})

/** What anybody may add or change of their own, whatever they name besides. Whoever adds to this list says why, here. */
const oneselfs: Record<string, string> = {
  askToJoin: 'anybody may ask to be in any team of their office; its leaders answer',
  readAllNotices: 'their own notices',
  chooseWays: 'how they are told themselves',
  setWishes: 'the same',
  finishPart: 'what they have read of a course that is required of them',
  addDevice: 'their own browser',
}

test('a role held in one community changes nothing in another or at the office', async () => {
  const qian = cast.people.qian.id
  const wrong: string[] = []
  for (const route of routes) {
    const { name, method, upload } = route.endpoint
    if (method === 'GET' || upload || route.who === 'anyone' || name in oneselfs) continue
    const { audit_entry: _, ...before } = await everythingOf(ownerUrl, willow)
    const answer = await ask(route, sampleOwn(route), qian)
    const { audit_entry: __, ...after } = await everythingOf(ownerUrl, willow)
    const changed = Object.keys(before).filter((table) => before[table]?.join() !== after[table]?.join())
    if (changed.length > 0) wrong.push(`${nameOf(route)} answered ${answer.statusCode} and changed ${changed}`)
    if (answer.statusCode === 400) wrong.push(`${nameOf(route)} was not asked properly: ${answer.body}`)
  }
  expect(wrong).toEqual([])
})

test('whoever may call a route never meets a bug with what the contract allows', async () => {
  const wrong: string[] = []
  const done = new Set<string>()
  const order = ['GET', 'POST', 'PUT', 'DELETE']
  const sorted = [...routes].sort((a, b) => order.indexOf(a.endpoint.method) - order.indexOf(b.endpoint.method))
  for (const route of sorted.filter(({ endpoint }) => !endpoint.upload)) {
    const all = typeof route.who === 'string' ? roles : route.who
    // A document takes a second to write: once is enough.
    const may = route.endpoint.output === download ? all.slice(0, 1) : all
    // Everything that may be sent by the first of them, the least that must be sent by all.
    for (const [i, role] of may.entries())
      for (const least of i === 0 ? [true, false] : [true]) {
        const answer = await ask(route, sampleOwn(route, least), holders[role])
        if (answer.statusCode >= 500 || answer.statusCode === 401)
          wrong.push(`${nameOf(route)} answered ${answer.statusCode} to ${role}: ${bugIn(lines)}`)
        if (answer.statusCode < 300) done.add(nameOf(route))
      }
  }
  expect(wrong).toEqual([])
  // If hardly anything were done, the refusals above would prove nothing.
  expect(done.size / sorted.length).toBeGreaterThan(0.7)
})
