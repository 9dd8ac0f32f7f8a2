import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { emptyDatabase } from '../../../../test/fresh-database.ts'
import { serveForTest } from '../../../../test/serving.ts'
import { openSignIn } from '../../../platform/auth.ts'
import { connect, type Db, newId } from '../../../platform/database.ts'
import { perform } from '../../../platform/perform.ts'
import { countAttempts } from '../../../platform/sign-in/attempts.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { createTenant, recognise } from '../actions.ts'
import { forgetEndedSessions } from './actions.ts'
import { routes } from './routes.ts'
import { loginAddress, loginNameOf, passwordRefusal } from './rules.ts'
import { setupLink } from './setup/actions.ts'

const password = '柳荫街道 2023 通讯录'
const secret = 'a secret that only this test knows of'
let open: Db | undefined

async function office() {
  const url = await emptyDatabase()
  open ??= connect(url, 20)
  const db = open
  const platform = { db, subscriptions: [], recognise, sealer: { dirty: () => {} } }
  const lines: string[] = []
  const signIn = () =>
    openSignIn({ platform, secret, addressOf: loginAddress, nameOf: loginNameOf, refusePassword: passwordRefusal })
  const start = () => serveForTest(platform, { tenantId: '', lines, routes, ...signIn() })
  const app = await start()

  /** One browser: it keeps its cookies. */
  function browser(userAgent = 'Mozilla/5.0 (Linux; Android 14) Chrome/130') {
    const jar = new Map<string, string>()
    const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers = {}) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const sent = { 'user-agent': userAgent, 'accept-language': 'en', ...(cookie ? { cookie } : {}), ...headers }
      const answer = await app.inject({ method, url, headers: sent, ...(payload ? { payload } : {}) })
      for (const { name, value } of answer.cookies)
        if (value) jar.set(name, encodeURIComponent(value))
        else jar.delete(name)
      return answer
    }
    return {
      jar,
      ask,
      post: (url: string, payload: object = {}) => ask('POST', url, payload),
      get: (url: string) => ask('GET', url),
      signIn: (name: string, word = password) => ask('POST', '/api/auth/sign-in/email', { name, password: word }),
    }
  }
  const entries = async () => {
    const tenants = await db.selectFrom('tenant').select('id').execute()
    const all = await Promise.all(
      tenants.map(({ id }) =>
        asTenant(db, id, (tx) =>
          tx.selectFrom('auditEntry').select(['action', 'actorId', 'subjectId', 'detail']).orderBy('id').execute(),
        ),
      ),
    )
    return all.flat()
  }
  return { db, app, platform, browser, start, lines, entries }
}

/** An office that was set up, and people in it with roles at the office or its community. */
async function setUpOffice() {
  const here = await office()
  const link = await setupLink(here.db, new Date())
  const lead = here.browser()
  const answer = await lead.post(`/api${link}`, {
    officeName: '柳荫街道',
    kind: 'subdistrict',
    personName: '周明',
    name: '138 0000 0001',
    password,
  })
  expect(answer.json()).toEqual({ done: true })
  expect((await lead.signIn('13800000001')).json()).toEqual({ next: 'signedIn' })
  const { id: tenantId } = await here.db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  const person = (name: string, role: string, at: string, phone: string) =>
    asTenant(here.db, tenantId, async (tx) => {
      const id = newId()
      await tx.insertInto('person').values({ id, name, phone, search: name }).execute()
      await tx
        .insertInto('membership')
        .values({ id: newId(), personId: id, organizationId: at, role, fromDate: '2023-01-01' })
        .execute()
      return id
    })
  const root = await asTenant(here.db, tenantId, (tx) =>
    tx.selectFrom('organization').where('parentId', 'is', null).selectAll().executeTakeFirstOrThrow(),
  )
  const community = newId()
  await asTenant(here.db, tenantId, (tx) =>
    tx
      .insertInto('organization')
      .values({
        id: community,
        parentId: root.id,
        path: `${root.path}${community}/`,
        kind: 'community',
        name: '清河社区',
        search: '',
      })
      .execute(),
  )
  const invite = async (personId: string, by = lead) => (await by.post(`/api/people/${personId}/invitations`)).json()
  const join = async (personId: string, name: string) => {
    const { path } = await invite(personId)
    const own = here.browser()
    expect((await own.post(`/api${path.replace('/invite', '/invitations')}`, { name, password })).json()).toEqual({
      done: true,
    })
    await own.signIn(name)
    return own
  }
  return { ...here, lead, tenantId, root, community, person, invite, join }
}

const at = (path: string) => `/api${path.replace('/invite', '/invitations')}`

/** RFC 6238, independently of what is tested. */
function codeOf(uri: string, now = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((c) => letters.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('whoever sets up the office administers it, and nobody sets it up again', async () => {
  const { db, browser, lead, root, entries } = await setUpOffice()
  expect(root).toMatchObject({ name: '柳荫街道', kind: 'subdistrict' })
  expect((await lead.get('/api/auth/get-session')).json()).toEqual({
    signedIn: true,
    loginName: '13800000001',
    twoFactor: false,
  })
  expect(await setupLink(db, new Date())).toBeNull()
  expect((await entries()).map(({ action }) => action)).toEqual(['createTenant', 'setUp', 'signIn'])
  expect(JSON.stringify(await entries())).not.toContain(password)
  expect((await browser().get('/api/auth/get-session')).json()).toMatchObject({ signedIn: false })
})

test('a new start ends the set-up link before; used by two at once, one wins', async () => {
  const { db, browser } = await office()
  const old = await setupLink(db, new Date())
  const link = await setupLink(db, new Date())
  const input = { officeName: '柳荫街道', kind: 'subdistrict', personName: '周明', name: 'zhou@example.org', password }
  expect((await browser().post(`/api${old}`, input)).statusCode).toBe(404)
  expect((await browser().get(`/api${link}`)).json()).toEqual({ open: true, officeName: null })
  const short = await browser().post(`/api${link}`, { ...input, password: '12345' })
  expect([short.statusCode, short.json().reason]).toEqual([409, 'passwordTooShort'])
  const answers = await Promise.all([
    browser().post(`/api${link}`, input),
    browser().post(`/api${link}`, { ...input, name: 'li@example.org' }),
  ])
  expect(answers.map((a) => a.statusCode).sort()).toEqual([200, 404])
})

test('the cookie is kept from scripts and other sites, and behind https from plain http', async () => {
  const { browser, start } = await setUpOffice()
  const [cookie] = (await browser().signIn('13800000001')).cookies
  expect(cookie).toMatchObject({ name: 'linli.session_token', httpOnly: true, sameSite: 'Lax', path: '/' })
  vi.stubEnv('LINLI_TRUST_PROXY', '1')
  const behind = await start()
  vi.unstubAllEnvs()
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
  const payload = { name: '13800000001', password }
  const [secure] = (await behind.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload, headers })).cookies
  expect(secure).toMatchObject({ name: '__Secure-linli.session_token', httpOnly: true, secure: true, sameSite: 'Lax' })
  const asked = { ...headers, cookie: `__Secure-linli.session_token=${encodeURIComponent(secure?.value ?? '')}` }
  expect((await behind.inject({ url: '/api/auth/get-session', headers: asked })).json().signedIn).toBe(true)
})

test('a session in use lives on, one that is not ends', async () => {
  const { db, lead } = await setUpOffice()
  const ends = (days: number) =>
    db
      .updateTable('auth.session')
      .set({ expiresAt: new Date(Date.now() + days * 24 * 60 * 60 * 1000) })
      .execute()
  await ends(29)
  const used = await lead.get('/api/auth/list-sessions')
  expect(used.cookies).toMatchObject([{ name: 'linli.session_token', maxAge: 30 * 24 * 60 * 60 }])
  await ends(-1)
  expect((await lead.get('/api/auth/list-sessions')).statusCode).toBe(401)
})

test('what better-auth offers besides is not there', async () => {
  const { lead } = await setUpOffice()
  for (const path of [
    'sign-up/email',
    'sign-in/social',
    'update-user',
    'change-email',
    'delete-user',
    'reset-password',
    'ok',
  ])
    expect((await lead.post(`/api/auth/${path}`, { email: 'a@example.org', password, name: 'a' })).statusCode).toBe(404)
})

test('a wrong password, an unknown name and no name at all are refused alike', async () => {
  const { browser, entries, lines } = await setUpOffice()
  for (const name of ['13800000001', '13899999999', 'nobody']) {
    const answer = await browser().signIn(name, 'not the password')
    expect([answer.statusCode, answer.json().reason]).toEqual([401, 'wrongNameOrPassword'])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  }
  const refused = (await entries()).filter(({ action }) => action === 'signInRefused')
  expect(refused.map(({ actorId, subjectId }) => [actorId, subjectId !== null])).toEqual([
    [null, true],
    [null, false],
    [null, false],
  ])
  expect(JSON.stringify(await entries()) + lines.join()).not.toContain('13899999999')
})

test('after ten wrong tries a name has to wait, also for the right password and after a restart', async () => {
  const { browser, start } = await setUpOffice()
  const answers = await Promise.all(
    Array.from({ length: 14 }, () => browser().signIn('13800000001', 'guess after guess')),
  )
  expect(answers.filter((a) => a.statusCode === 401)).toHaveLength(10)
  const late = await browser().signIn('13800000001')
  expect([late.statusCode, late.json().title]).toEqual([429, 'Too many attempts. Try again in 15 minutes.'])
  const again = await (await start()).inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { name: '13800000001', password },
    headers: { 'accept-language': 'zh-CN' },
  })
  expect([again.statusCode, again.json().title]).toEqual([429, '尝试次数过多，请 15 分钟后再试。'])
})

test('one address does not try a hundred names; a right one is not held against it', async () => {
  const { db, browser } = await setUpOffice()
  const tries = countAttempts(db, secret)
  const here = { kind: 'address', value: '127.0.0.1' } as const
  for (let i = 0; i < 100; i++) await tries.begin([here])
  expect((await browser().signIn('13800000001')).statusCode).toBe(429)
  await tries.succeeded([here])
  await tries.succeeded([here])
  expect((await browser().signIn('13800000001')).statusCode).toBe(200)
})

test('the second step: on, asked for, by code and by backup code, off', async () => {
  const { browser, lead, entries } = await setUpOffice()
  expect((await lead.post('/api/auth/two-factor/enable', { password: 'not the password' })).json().reason).toBe(
    'wrongPassword',
  )
  const { uri, backupCodes } = (await lead.post('/api/auth/two-factor/enable', { password })).json()
  expect(new URL(uri).searchParams.get('issuer')).toBe('Linli 邻里')
  expect((await lead.post('/api/auth/two-factor/verify-totp', { code: '000000' })).json().reason).toBe('wrongCode')
  expect((await lead.get('/api/auth/get-session')).json().twoFactor).toBe(false)
  expect((await lead.post('/api/auth/two-factor/verify-totp', { code: codeOf(uri) })).json()).toEqual({
    next: 'signedIn',
  })
  expect((await lead.get('/api/auth/get-session')).json()).toMatchObject({ signedIn: true, twoFactor: true })

  const phone = browser()
  expect((await phone.signIn('13800000001')).json()).toEqual({ next: 'secondStep' })
  expect((await phone.get('/api/auth/get-session')).json().signedIn).toBe(false)
  const wrong = await phone.post('/api/auth/two-factor/verify-totp', { code: '000000' })
  expect([wrong.statusCode, wrong.json().reason]).toEqual([401, 'wrongCode'])
  expect((await phone.post('/api/auth/two-factor/verify-totp', { code: codeOf(uri) })).statusCode).toBe(200)
  expect((await phone.get('/api/auth/get-session')).json().signedIn).toBe(true)

  const over = browser()
  await over.signIn('13800000001')
  expect((await over.post('/api/auth/two-factor/verify-totp', { code: codeOf(uri) })).json().reason).toBe('wrongCode')

  const lost = browser()
  await lost.signIn('13800000001')
  expect((await lost.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).statusCode).toBe(200)
  const twice = browser()
  await twice.signIn('13800000001')
  expect((await twice.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).json().reason).toBe(
    'wrongCode',
  )
  expect((await browser().post('/api/auth/two-factor/verify-totp', { code: codeOf(uri) })).json().reason).toBe(
    'startAgain',
  )

  expect((await lead.post('/api/auth/two-factor/disable', { password })).statusCode).toBe(200)
  expect((await browser().signIn('13800000001')).json()).toEqual({ next: 'signedIn' })
  const actions = (await entries()).map(({ action }) => action)
  for (const action of [
    'beginTwoFactorRefused',
    'beginTwoFactor',
    'enterCode',
    'enterCodeRefused',
    'enterBackupCode',
    'endTwoFactor',
  ])
    expect(actions).toContain(action)
})

test('an ended session is refused at once, and only its owner ends it', async () => {
  const { browser, lead, person, join, root } = await setUpOffice()
  const phone = browser('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0')
  await phone.signIn('13800000001')
  const list = (await lead.get('/api/auth/list-sessions')).json()
  expect(list.map((s: Record<string, unknown>) => [s.browser, s.system, s.current])).toEqual(
    expect.arrayContaining([
      ['WeChat', 'iPhone', false],
      ['Chrome', 'Android', true],
    ]),
  )
  expect(JSON.stringify(list)).not.toContain(decodeURIComponent([...phone.jar.values()][0] ?? '').split('.')[0])
  const { id } = list.find((s: { current: boolean }) => !s.current)
  const other = await join(await person('李娜', 'coordinator', root.id, '13800000002'), '13800000002')
  expect((await other.post('/api/auth/revoke-session', { id })).statusCode).toBe(404)
  expect((await phone.get('/api/auth/list-sessions')).statusCode).toBe(200)
  expect((await lead.post('/api/auth/revoke-session', { id })).statusCode).toBe(200)
  expect((await phone.get('/api/auth/list-sessions')).statusCode).toBe(401)
  expect((await lead.post('/api/auth/sign-out')).statusCode).toBe(200)
  expect((await lead.get('/api/auth/list-sessions')).statusCode).toBe(401)
})

test('many at the same moment are each themselves, and a cookie that we did not sign is nobody', async () => {
  const { app, lead, person, join, root } = await setUpOffice()
  const other = await join(await person('李娜', 'coordinator', root.id, '13800000002'), '13800000002')
  const names = async (browsers: (typeof lead)[]) =>
    (await Promise.all(browsers.map((one) => one.get('/api/auth/get-session')))).map(
      (answer) => answer.json().loginName,
    )
  expect(await names([lead, other, lead, other])).toEqual(['13800000001', '13800000002', '13800000001', '13800000002'])
  const [[name = '', mine = ''] = []] = lead.jar
  const [[, theirs = ''] = []] = other.jar
  const [token = '', signature = ''] = mine.split('.')
  const ask = (cookie: string) => app.inject({ url: '/api/auth/list-sessions', headers: { cookie } })
  expect((await ask(`${name}=${mine}`)).statusCode).toBe(200)
  for (const forged of [`${theirs.split('.')[0]}.${signature}`, token, `${token}.`, `${token}.${'A'.repeat(43)}%3D`])
    expect((await ask(`${name}=${forged}`)).statusCode).toBe(401)
})

test('a new password ends all other sessions', async () => {
  const { browser, lead } = await setUpOffice()
  const phone = browser()
  await phone.signIn('13800000001')
  const change = (newPassword: string) =>
    lead.post('/api/auth/change-password', { currentPassword: password, newPassword })
  expect((await change('12345678')).json().reason).toBe('passwordTooShort')
  expect((await change('1234567890')).json().reason).toBe('passwordCommon')
  expect((await change('13800000001')).json().reason).toBe('passwordLikeName')
  expect((await change('a new word for a new day')).statusCode).toBe(200)
  expect((await lead.get('/api/auth/list-sessions')).json()).toHaveLength(1)
  expect((await phone.get('/api/auth/list-sessions')).statusCode).toBe(401)
  expect((await browser().signIn('13800000001')).statusCode).toBe(401)
  expect((await browser().signIn('13800000001', 'a new word for a new day')).statusCode).toBe(200)
})

test('an invitation opens one account once, also for two at the same time', async () => {
  const { browser, person, invite, community } = await setUpOffice()
  const { path } = await invite(await person('王芳', 'volunteer', community, '13800000003'))
  expect((await browser().get(at(path))).json()).toMatchObject({
    officeName: '柳荫街道',
    personName: '王芳',
    suggestedName: '13800000003',
    hasLogin: false,
  })
  expect((await browser().post(at(path), { name: '13800000001', password })).json().reason).toBe('nameTaken')
  expect((await browser().post(at(path), { name: 'no name', password })).json().reason).toBe('nameUnclear')
  const both = await Promise.all([1, 2].map(() => browser().post(at(path), { name: '13800000003', password })))
  expect(both.map((a) => a.statusCode).sort()).toEqual([200, 409])
  expect((await browser().get(at(path))).json().reason).toBe('invitationUsed')
  expect((await browser().signIn('138-0000-0003')).json()).toEqual({ next: 'signedIn' })
})

test('a new invitation ends the one before; a revoked one opens nothing', async () => {
  const { browser, lead, person, invite, community } = await setUpOffice()
  const personId = await person('王芳', 'volunteer', community, '13800000003')
  const first = await invite(personId)
  const second = await invite(personId)
  expect((await browser().get(at(first.path))).statusCode).toBe(404)
  expect((await lead.ask('DELETE', `/api/invitations/${second.id}`)).json()).toEqual({ done: true })
  expect((await browser().post(at(second.path), { name: '13800000003', password })).statusCode).toBe(404)
})

test('a link from an administrator sets a forgotten password anew and ends what was open', async () => {
  const { browser, person, invite, join, community } = await setUpOffice()
  const personId = await person('王芳', 'volunteer', community, '13800000003')
  const phone = await join(personId, '13800000003')
  const { path } = await invite(personId)
  await browser().post(at(path), { name: '13800000003', password: 'thought of it at last' })
  expect((await phone.get('/api/auth/list-sessions')).statusCode).toBe(401)
  expect((await browser().signIn('13800000003')).statusCode).toBe(401)
  expect((await browser().signIn('13800000003', 'thought of it at last')).statusCode).toBe(200)
})

test('nobody opens the account of somebody who may do more', async () => {
  const { lead, person, join, root, community } = await setUpOffice()
  const volunteer = await person('王芳', 'volunteer', community, '13800000003')
  const coordinator = await person('李娜', 'coordinator', root.id, '13800000002')
  const secretary = await join(await person('张伟', 'secretary', community, '13800000004'), '13800000004')
  const plain = await join(volunteer, '13800000003')
  expect((await secretary.post(`/api/people/${volunteer}/invitations`)).statusCode).toBe(200)
  expect((await secretary.post(`/api/people/${coordinator}/invitations`)).statusCode).toBe(403)
  expect((await secretary.get(`/api/people/${coordinator}/account`)).statusCode).toBe(403)
  expect((await plain.post(`/api/people/${volunteer}/invitations`)).statusCode).toBe(403)
  expect((await secretary.ask('DELETE', `/api/people/${volunteer}/second-step`)).statusCode).toBe(403)
  expect((await lead.ask('DELETE', `/api/people/${volunteer}/second-step`)).statusCode).toBe(200)
  expect((await lead.ask('DELETE', `/api/people/${volunteer}/sessions`)).json().ended).toBe(1)
})

test('another tenant neither finds the person nor their link, and a link finds its tenant by itself', async () => {
  const { db, browser, lead, person, invite, community } = await setUpOffice()
  const { tenantId, rootId } = await createTenant(db, { name: '红星街道', slug: 'hongxing' }, new Date())
  const theirs = newId()
  await asTenant(db, tenantId, (tx) =>
    tx.insertInto('person').values({ id: theirs, name: '孙丽', search: '' }).execute(),
  )
  expect((await lead.post(`/api/people/${theirs}/invitations`)).statusCode).toBe(404)
  expect(rootId).toBeTruthy()
  const mine = await invite(await person('王芳', 'volunteer', community, '13800000003'))
  const fromThere = await browser().ask('GET', at(mine.path), undefined, { host: 'hongxing.example.org' })
  expect(fromThere.json()).toMatchObject({ personName: '王芳' })
})

test('sessions that ended by themselves are forgotten', async () => {
  const { db, browser, platform, tenantId } = await setUpOffice()
  await browser().signIn('13800000001')
  const [first] = await db.selectFrom('auth.session').select('id').orderBy('createdAt').execute()
  await db
    .updateTable('auth.session')
    .set({ expiresAt: new Date('2026-01-01') })
    .where('id', '=', first?.id ?? '')
    .execute()
  await perform(platform, { name: 'forgetEndedSessions', tenantId }, forgetEndedSessions)
  const left = await db.selectFrom('auth.session').select('id').execute()
  expect(left.map(({ id }) => id)).not.toContain(first?.id)
  expect(left).toHaveLength(1)
})

test('somebody whose memberships are over signs in and may do nothing', async () => {
  const { db, tenantId, person, join, root } = await setUpOffice()
  const id = await person('李娜', 'coordinator', root.id, '13800000002')
  const own = await join(id, '13800000002')
  expect((await own.get(`/api/people/${id}/account`)).statusCode).toBe(200)
  await asTenant(db, tenantId, (tx) =>
    tx.updateTable('membership').set({ toDate: '2023-12-31' }).where('personId', '=', id).execute(),
  )
  expect((await own.get(`/api/people/${id}/account`)).statusCode).toBe(403)
  expect((await own.get('/api/auth/get-session')).json().signedIn).toBe(true)
})
