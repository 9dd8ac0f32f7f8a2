import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { changePerson, createPerson, listPeople, peopleNamed, readPerson } from './actions.ts'
import { listPeople as list } from './contract.ts'
import { correctMembership, endMembership, removeMembership, startMembership } from './memberships/actions.ts'

const asked = (input: object) => list.input.parse(input)
const someone = { phone: null, email: null, title: null, fromDate: '2026-04-01', toDate: null, anyway: false }

test('a secretary takes on a volunteer, who is then in her list', async () => {
  const { wang, organizations } = await town()
  const zhou = await wang.does(createPerson, {
    ...someone,
    name: '周兰',
    phone: '13900000099',
    organizationId: organizations.silverTeam,
    role: 'volunteer',
  })
  expect(zhou).toMatchObject({ name: '周兰', phone: '13900000099', memberships: [{ role: 'volunteer', toDate: null }] })
  const found = await wang.does(listPeople, asked({ q: 'zl' }))
  expect(found.rows.map(({ name }) => name)).toEqual(['周兰'])
})

test('nobody gives a role higher than their own, or outside their part', async () => {
  const { wang, zhao, lina, organizations } = await town()
  const boss = { ...someone, name: '周兰', organizationId: organizations.peace, role: 'coordinator' as const }
  await expect(wang.does(createPerson, boss)).rejects.toThrow('notAllowed')
  await expect(
    wang.does(createPerson, { ...boss, role: 'staff', organizationId: organizations.pines }),
  ).rejects.toThrow('notAllowed')
  await expect(zhao.does(createPerson, { ...boss, role: 'volunteer' })).rejects.toThrow('notAllowed')
  await expect(lina.does(createPerson, { ...boss, role: 'auditor' })).rejects.toThrow('notAllowed')
  await lina.does(createPerson, boss)
})

test('everybody sees their own part of the people', async () => {
  const { lina, wang, qian, chen, zhang, hugo } = await town()
  const names = async (who: typeof lina) => (await who.does(listPeople, asked({}))).rows.map(({ name }) => name)
  expect(await names(qian)).toEqual(['李娜', '钱红'])
  expect(await names(wang)).toEqual(['陈静', '林小雨', '孙福生', '王建国', '赵大勇'])
  expect(await names(chen)).toEqual(['陈静'])
  expect(await names(lina)).toHaveLength(11)
  expect(await names(zhang)).toHaveLength(11)
  expect(await names(hugo)).toEqual(['胡戈'])
})

test('lists are filtered, ordered and paged', async () => {
  const { lina, organizations } = await town()
  const page = await lina.does(listPeople, asked({ size: 4, page: 2 }))
  expect(page).toMatchObject({ total: 11, rows: { length: 4 } })
  const backwards = await lina.does(listPeople, asked({ sort: '-name', size: 2 }))
  expect(backwards.rows.map(({ name }) => name)).toEqual(['赵大勇', '张慎'])
  const volunteers = await lina.does(listPeople, asked({ role: 'volunteer', organizationId: organizations.peace }))
  expect(volunteers.rows.map(({ name }) => name)).toEqual(['林小雨', '孙福生'])
  expect((await lina.does(listPeople, asked({ q: '0036' }))).rows.map(({ name }) => name)).toEqual(['林小雨'])
  expect((await lina.does(listPeople, asked({ q: '13900000036' }))).total).toBe(1)
})

test('two of one name are told apart by the tail of the phone and the organization', async () => {
  const { lina, zhang } = await town()
  const both = (await lina.does(listPeople, asked({ q: '李娜' }))).rows
  expect(both.map(({ phoneTail, roles }) => [phoneTail, roles[0]?.organizationName]).sort()).toEqual([
    ['0032', '柳荫街道'],
    ['0040', '青松社区'],
  ])
  expect(await zhang.does(readPerson, { id: lina.id })).toMatchObject({ namesakes: 1, phone: null, phoneTail: '0032' })
})

test('a known name and phone is most likely the same person; it can be said that it is not', async () => {
  const { wang, organizations } = await town()
  const again = { ...someone, name: '林小雨', organizationId: organizations.peace, role: 'volunteer' as const }
  await expect(wang.does(createPerson, again)).rejects.toMatchObject({
    reason: 'knownAlready',
    values: { name: '林小雨', organization: '银龄互助队' },
  })
  await wang.does(createPerson, { ...again, anyway: true })
})

test('of people elsewhere nobody learns by trying their names', async () => {
  const { qian, organizations } = await town()
  const namesake = { ...someone, name: '林小雨', organizationId: organizations.pines, role: 'volunteer' as const }
  expect(await qian.does(createPerson, namesake)).toMatchObject({ namesakes: 0 })
})

test('a volunteer sees their own card and no other', async () => {
  const { xiaoyu, sun, chen } = await town()
  expect(await xiaoyu.does(readPerson, { id: xiaoyu.id })).toMatchObject({ phone: '13900000036', mayChange: false })
  await expect(xiaoyu.does(readPerson, { id: sun.id })).rejects.toThrow('notFound')
  await expect(chen.does(readPerson, { id: sun.id })).rejects.toThrow('notFound')
})

test('name and phone are changed by who could give all that a person holds', async () => {
  const { wang, lina, sun } = await town()
  const changed = await wang.does(changePerson, { id: sun.id, name: '孙福生', phone: '13900000098', email: null })
  expect(changed).toMatchObject({ phone: '13900000098', mayChange: true })
  const takeOver = { id: lina.id, name: '李娜', phone: '13900000097', email: null }
  await expect(wang.does(changePerson, takeOver)).rejects.toThrow('notFound')
})

test('a membership is held once at a time, in words before the database says so', async () => {
  const { wang, xiaoyu, organizations } = await town()
  const again = { id: xiaoyu.id, organizationId: organizations.silverTeam, role: 'volunteer' as const, title: null }
  await expect(
    wang.does(startMembership, { ...again, fromDate: '2026-01-01', toDate: '2026-02-01' }),
  ).rejects.toMatchObject({ reason: 'alreadyHeld', values: { from: '2024-01-01', to: '…' } })
  const card = await wang.does(startMembership, { ...again, fromDate: '2023-01-01', toDate: '2024-01-01' })
  expect(card.memberships).toHaveLength(2)
})

test('of two who take somebody on at once, one succeeds', async () => {
  const { wang, lina, sun, organizations } = await town()
  const staff = {
    id: sun.id,
    organizationId: organizations.peace,
    role: 'staff' as const,
    title: null,
    fromDate: '2026-05-01',
    toDate: null,
  }
  const asks = await Promise.allSettled([wang, lina].map((who) => who.does(startMembership, staff)))
  expect(asks.map((a) => (a.status === 'fulfilled' ? 'held' : a.reason.reason)).sort()).toEqual(['alreadyHeld', 'held'])
})

test('a membership ends, and its rights with it on that day', async () => {
  const { lina, wang } = await town()
  const card = await lina.does(readPerson, { id: wang.id })
  const membership = card.memberships[0]
  if (!membership) throw new Error('Wang is a secretary')
  await lina.does(endMembership, { id: membership.id, toDate: '2026-05-01' })
  expect(await wang.does(async ({ me }) => me.roles.length, {})).toBe(1)
  expect(await wang.at('2026-04-30T15:59:00Z').does(async ({ me }) => me.roles.length, {})).toBe(1)
  expect(await wang.at('2026-04-30T16:00:00Z').does(async ({ me }) => me.roles.length, {})).toBe(0)
})

test('the last administrator cannot be removed, ended or moved into the future', async () => {
  const { admin, lina, organizations } = await town()
  const own = (await admin.does(readPerson, { id: admin.id })).memberships[0]
  if (!own) throw new Error('there is an administrator')
  await expect(admin.does(removeMembership, { id: own.id })).rejects.toThrow('lastAdministrator')
  await expect(admin.does(endMembership, { id: own.id, toDate: '2026-12-01' })).rejects.toThrow('lastAdministrator')
  const later = { id: own.id, title: null, fromDate: '2026-06-01', toDate: null }
  await expect(admin.does(correctMembership, later)).rejects.toThrow('lastAdministrator')
  await expect(lina.does(removeMembership, { id: own.id })).rejects.toThrow('notAllowed')
  const second = {
    organizationId: organizations.willow,
    role: 'administrator' as const,
    title: null,
    fromDate: '2026-04-01',
    toDate: null,
  }
  await admin.does(startMembership, { id: lina.id, ...second })
  await admin.does(removeMembership, { id: own.id })
})

test('of two administrators who leave at once, one stays', async () => {
  const { admin, lina, organizations } = await town()
  const second = {
    organizationId: organizations.willow,
    role: 'administrator' as const,
    title: null,
    fromDate: '2026-04-01',
    toDate: null,
  }
  const linas = (await admin.does(startMembership, { id: lina.id, ...second })).memberships.find(
    (m) => m.role === 'administrator',
  )
  const own = (await admin.does(readPerson, { id: admin.id })).memberships[0]
  if (!linas || !own) throw new Error('both administer')
  const leaving = await Promise.allSettled([
    admin.does(endMembership, { id: own.id, toDate: '2026-04-15' }),
    lina.does(endMembership, { id: linas.id, toDate: '2026-04-15' }),
  ])
  expect(leaving.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('another tenant has no such people', async () => {
  const { hugo, xiaoyu, organizations } = await town()
  await expect(hugo.does(readPerson, { id: xiaoyu.id })).rejects.toThrow('notFound')
  const steal = {
    id: xiaoyu.id,
    organizationId: organizations.hillside,
    role: 'volunteer' as const,
    title: null,
    fromDate: '2026-01-01',
    toDate: null,
  }
  await expect(hugo.does(startMembership, steal)).rejects.toThrow('notFound')
})

test('many are named at once, or none of them where one is not known here', async () => {
  const { lina, wang, chen, hugo } = await town()
  const names = await lina.does(peopleNamed, [chen.id, wang.id, chen.id])
  expect(names).toEqual(
    new Map([
      [wang.id, '王建国'],
      [chen.id, '陈静'],
    ]),
  )
  expect(await lina.does(peopleNamed, [])).toEqual(new Map())
  await expect(lina.does(peopleNamed, [chen.id, hugo.id])).rejects.toThrow('notFound')
})
