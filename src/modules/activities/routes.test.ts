import { expect, test } from 'vitest'
import { serveForTest } from '../../../test/serving.ts'
import { town } from '../../../test/town.ts'

const meeting = (hostId: string, more: object = {}) => ({
  kind: 'meeting',
  title: '议事会',
  hostId,
  startsAt: '2027-04-16T06:00:00Z',
  endsAt: '2027-04-16T08:00:00Z',
  ...more,
})

async function served() {
  const here = await town()
  const app = await serveForTest(here.platform, { tenantId: here.tenantId })
  const ask = (
    who: keyof typeof here & ('wang' | 'xiaoyu'),
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: object,
  ) =>
    app.inject({
      method,
      url,
      headers: { 'x-test-asker': `${here.tenantId} ${here[who].id}`, 'accept-language': 'zh-CN' },
      ...(body ? { payload: body } : {}),
    })
  return { here, app, ask }
}

test('a calendar program reads the feed without a cookie, and is told 304 until something changes', async () => {
  const { here, app, ask } = await served()
  const { address } = (await ask('wang', 'POST', '/api/feeds', {})).json<{ address: string }>()
  const first = await app.inject({ url: address })
  expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  const headers = { 'if-none-match': String(first.headers.etag) }
  const again = await app.inject({ url: address, headers })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  await ask(
    'wang',
    'POST',
    '/api/activities',
    meeting(here.organizations.peace, { startsAt: soon(1), endsAt: soon(2) }),
  )
  expect((await app.inject({ url: address, headers })).statusCode).toBe(200)
  expect((await app.inject({ url: `/calendar/${'0'.repeat(64)}.ics` })).statusCode).toBe(404)
})

const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

test('the wire carries refusals in words: the room is taken, the end comes first, the field is missing', async () => {
  const { here, ask } = await served()
  const { peace } = here.organizations
  const station = { kind: 'station', name: '和平站', organizationId: peace }
  const { id: parentId } = (await ask('wang', 'POST', '/api/places', station)).json<{ id: string }>()
  const room = { kind: 'room', name: '活动室', organizationId: peace, parentId }
  const { id: placeId } = (await ask('wang', 'POST', '/api/places', room)).json<{ id: string }>()
  expect((await ask('wang', 'POST', '/api/activities', meeting(peace, { placeId }))).statusCode).toBe(200)
  const taken = await ask('wang', 'POST', '/api/activities', meeting(peace, { placeId }))
  expect([taken.statusCode, taken.json()]).toMatchObject([
    409,
    { reason: 'roomTaken', title: '活动室 在 2027-04-16 14:00 至 16:00 已被占用，请换一个时间或房间。' },
  ])
  const backwards = meeting(peace, { endsAt: '2027-04-16T05:00:00Z' })
  expect((await ask('wang', 'POST', '/api/activities', backwards)).json()).toMatchObject({
    reason: 'activityEndsBeforeStart',
  })
  expect((await ask('wang', 'POST', '/api/activities', meeting(peace, { title: ' ' }))).json()).toMatchObject({
    status: 400,
    issues: [{ path: 'title' }],
  })
})

test('a volunteer plans nothing, and the calendar takes its filters from the address', async () => {
  const { here, ask } = await served()
  const { peace } = here.organizations
  expect((await ask('xiaoyu', 'POST', '/api/activities', meeting(peace))).statusCode).toBe(403)
  await ask('wang', 'POST', '/api/activities', meeting(peace))
  const url = '/api/activities?from=2027-04-01&to=2027-05-01'
  const count = async (who: 'wang' | 'xiaoyu', more = ''): Promise<number> =>
    (await ask(who, 'GET', url + more)).json<{ activities: unknown[] }>().activities.length
  expect(await count('wang')).toBe(1)
  expect(await count('wang', '&kind=study')).toBe(0)
  expect(await count('wang', '&mine=true')).toBe(1)
  expect(await count('xiaoyu')).toBe(0)
})
