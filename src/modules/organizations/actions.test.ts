import { expect, test } from 'vitest'
import { town } from '../../../test/town.ts'
import {
  changeOrganization,
  closeOrganization,
  createOrganization,
  listOrganizations,
  moveOrganization,
  readOrganization,
} from './actions.ts'

const aStation = { kind: 'station' as const, category: null, externalId: null }

test('a secretary adds a station to her community and finds it in the tree', async () => {
  const { wang, organizations } = await town()
  const added = await wang.does(createOrganization, { ...aStation, parentId: organizations.peace, name: '南门服务站' })
  expect(added).toMatchObject({ name: '南门服务站', above: [{ name: '柳荫街道' }, { name: '和平社区' }], people: 0 })
  const below = await wang.does(listOrganizations, { parentId: organizations.peace, closed: false })
  expect(below.map(({ name }) => name)).toContain('南门服务站')
})

test('nobody organizes outside their part of the tree', async () => {
  const { wang, chen, xiaoyu, organizations } = await town()
  const inPines = { ...aStation, parentId: organizations.pines, name: '南门服务站' }
  await expect(wang.does(createOrganization, inPines)).rejects.toThrow('notAllowed')
  const inStation = { ...inPines, parentId: organizations.station }
  await expect(chen.does(createOrganization, inStation)).rejects.toThrow('notAllowed')
  await expect(xiaoyu.does(createOrganization, inStation)).rejects.toThrow('notAllowed')
})

test('two of one kind and name do not stand side by side', async () => {
  const { lina, organizations } = await town()
  const again = {
    kind: 'community' as const,
    category: null,
    externalId: null,
    parentId: organizations.willow,
    name: '和平社区',
  }
  await expect(lina.does(createOrganization, again)).rejects.toThrow('organizationNameTaken')
  const rename = { id: organizations.pines, name: '和平社区', category: null }
  await expect(lina.does(changeOrganization, rename)).rejects.toThrow('organizationNameTaken')
})

test('a community moves with all that stands below it, and no further', async () => {
  const { lina, organizations } = await town()
  const other = await lina.does(createOrganization, {
    ...aStation,
    kind: 'community',
    parentId: organizations.willow,
    name: '新区',
  })
  await lina.does(moveOrganization, { id: organizations.station, parentId: other.id })
  expect((await lina.does(readOrganization, { id: organizations.station })).above.map(({ name }) => name)).toEqual([
    '柳荫街道',
    '新区',
  ])
  await lina.does(moveOrganization, { id: other.id, parentId: organizations.peace })
  expect((await lina.does(readOrganization, { id: organizations.station })).above.map(({ name }) => name)).toEqual([
    '柳荫街道',
    '和平社区',
    '新区',
  ])
  await expect(lina.does(moveOrganization, { id: organizations.peace, parentId: other.id })).rejects.toThrow(
    'movedBelowItself',
  )
  await expect(lina.does(moveOrganization, { id: organizations.willow, parentId: other.id })).rejects.toThrow(
    'rootStays',
  )
})

test('a secretary cannot take a station from the other community, nor give hers away', async () => {
  const { wang, organizations } = await town()
  const take = { id: organizations.pinesStation, parentId: organizations.peace }
  await expect(wang.does(moveOrganization, take)).rejects.toThrow('notAllowed')
  const give = { id: organizations.station, parentId: organizations.pines }
  await expect(wang.does(moveOrganization, give)).rejects.toThrow('notAllowed')
})

test('two moves at once make no ring', async () => {
  const { lina, organizations } = await town()
  const { peace, pines, willow } = organizations
  const moves = await Promise.allSettled([
    lina.does(moveOrganization, { id: peace, parentId: pines }),
    lina.does(moveOrganization, { id: pines, parentId: peace }),
  ])
  expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const roots = await lina.does(listOrganizations, { closed: false })
  expect(roots.map(({ id }) => id)).toEqual([willow])
})

test('what is closed leaves the tree, its people lose what they could do there, and it can be opened again', async () => {
  const { lina, wang, chen, organizations } = await town()
  await expect(lina.does(closeOrganization, { id: organizations.peace, closedOn: '2026-04-15' })).rejects.toThrow(
    'childrenOpen',
  )
  await wang.does(closeOrganization, { id: organizations.station, closedOn: '2026-04-15' })
  const below = await wang.does(listOrganizations, { parentId: organizations.peace, closed: false })
  expect(below.map(({ id }) => id)).toEqual([organizations.silverTeam])
  const seen = await chen.does(async ({ me }) => me.roles, {})
  expect(seen).toEqual([])
  await wang.does(closeOrganization, { id: organizations.station, closedOn: null })
  expect(await chen.does(async ({ me }) => me.roles.map(({ role }) => role), {})).toEqual(['stationManager'])
})

test('another tenant has no such tree', async () => {
  const { hugo, organizations } = await town()
  expect((await hugo.does(listOrganizations, { closed: true })).map(({ name }) => name)).toEqual(['东山街道'])
  await expect(hugo.does(readOrganization, { id: organizations.peace })).rejects.toThrow('notFound')
  const theft = { id: organizations.station, parentId: organizations.hillside }
  await expect(hugo.does(moveOrganization, theft)).rejects.toThrow('notFound')
})
