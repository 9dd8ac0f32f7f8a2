import { expect, test } from 'vitest'
import { serveForTest } from '../../../test/serving.ts'
import { type Somebody, town } from '../../../test/town.ts'

async function wire() {
  const place = await town()
  const app = await serveForTest(place.platform, { tenantId: place.tenantId })
  const ask = async (who: Somebody | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        'accept-language': 'zh-CN',
        ...(who ? { 'x-test-asker': `${who.asker.tenantId} ${who.asker.personId}` } : {}),
      },
      ...(body ? { payload: body } : {}),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  return { ...place, ask }
}

test('nobody signed in is asked to sign in; a volunteer may not list people; staff may', async () => {
  const { ask, xiaoyu, wang } = await wire()
  expect((await ask(null, 'GET', '/api/people')).status).toBe(401)
  expect(await ask(xiaoyu, 'GET', '/api/people')).toMatchObject({ status: 403, body: { reason: 'notAllowed' } })
  expect(await ask(wang, 'GET', '/api/people?q=lxy&size=5')).toMatchObject({
    status: 200,
    body: { total: 1, rows: [{ name: '林小雨', phone: '13900000036' }] },
  })
})

test('a wrong field is named; full-width digits and dashes in a phone number are not wrong', async () => {
  const { ask, wang, organizations } = await wire()
  const zhou = { name: '周兰', organizationId: organizations.peace, role: 'staff', fromDate: '2026-04-01' }
  expect(await ask(wang, 'POST', '/api/people', { ...zhou, phone: 'none' })).toMatchObject({
    status: 400,
    body: { issues: [{ path: 'phone' }] },
  })
  expect(await ask(wang, 'POST', '/api/people', { ...zhou, phone: '１３９-0000 0077' })).toMatchObject({
    status: 200,
    body: { phone: '13900000077' },
  })
})

test('a refusal comes in words, with its dates', async () => {
  const { ask, wang, xiaoyu, organizations } = await wire()
  const again = { organizationId: organizations.silverTeam, role: 'volunteer', fromDate: '2024-06-01' }
  expect(await ask(wang, 'POST', `/api/people/${xiaoyu.id}/memberships`, again)).toMatchObject({
    status: 409,
    body: { reason: 'alreadyHeld', title: '该时段内已有相同任职（2024-01-01 至 …）。' },
  })
})

test('search answers the reader, and the tree its children', async () => {
  const { ask, lina, xiaoyu, organizations } = await wire()
  expect((await ask(lina, 'GET', '/api/search?q=ln')).body).toMatchObject([{ name: '李娜' }, { name: '李娜' }])
  expect((await ask(xiaoyu, 'GET', '/api/search?q=ln')).body).toEqual([])
  const { body } = await ask(xiaoyu, 'GET', `/api/organizations?parentId=${organizations.peace}`)
  expect(body.map(({ name }: { name: string }) => name)).toEqual(['和平服务站', '银龄互助队'])
})

test('every write is in the audit log under its own name, with who did it', async () => {
  const { ask, wang, unasked, organizations } = await wire()
  await ask(wang, 'PUT', `/api/organizations/${organizations.station}`, { name: '和平里服务站' })
  const [entry] = await unasked(({ tx }) =>
    tx
      .selectFrom('auditEntry')
      .where('action', '=', 'changeOrganization')
      .select(['actorId', 'subjectId', 'detail'])
      .execute(),
  )
  expect(entry).toMatchObject({
    actorId: wang.id,
    subjectId: organizations.station,
    detail: { name: '和平里服务站' },
  })
})
