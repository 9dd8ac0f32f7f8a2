import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import {
  addGroupMember,
  changeGroup,
  correctGroupMember,
  createGroup,
  groupMembersOn,
  listGroups,
  readGroup,
  removeGroupMember,
} from './actions.ts'

test('the study group is another one from March on', async () => {
  const { lina, studyGroup } = await town()
  const names = async (asOf: string) =>
    (await lina.does(readGroup, { id: studyGroup, asOf })).people.map(({ name, position }) => `${name} ${position}`)
  expect(await names('2026-02-28')).toEqual(['李娜 leader', '王建国 member'])
  expect(await names('2026-03-01')).toEqual(['李娜 leader', '钱红 member', '王建国 member'])
  expect((await lina.does(listGroups, { asOf: '2023-12-31' })).map(({ members }) => members)).toEqual([0])
  expect((await lina.does(readGroup, { id: studyGroup })).changes).toEqual(['2024-01-01', '2026-03-01'])
})

test('a coordinator keeps a group: makes it, takes in, corrects, lets go', async () => {
  const { lina, wang, chen, organizations } = await town()
  const group = await lina.does(createGroup, {
    organizationId: organizations.willow,
    kind: 'working',
    name: '节日工作组',
  })
  await lina.does(addGroupMember, {
    id: group.id,
    personId: chen.id,
    position: 'member',
    fromDate: '2026-01-01',
    toDate: null,
  })
  const both = await lina.does(addGroupMember, {
    id: group.id,
    personId: wang.id,
    position: 'leader',
    fromDate: '2026-01-01',
    toDate: null,
  })
  expect(both.people.map(({ name }) => name)).toEqual(['王建国', '陈静'])
  const chens = both.people[1]
  if (!chens) throw new Error('Chen is in the group')
  const left = await lina.does(correctGroupMember, {
    id: chens.id,
    position: 'member',
    fromDate: '2026-01-01',
    toDate: '2026-04-15',
  })
  expect(left.people.map(({ name }) => name)).toEqual(['王建国'])
  await lina.does(removeGroupMember, { id: chens.id })
  expect((await lina.does(readGroup, { id: group.id, asOf: '2026-02-01' })).people).toHaveLength(1)
})

test('nobody is in a group twice at a time', async () => {
  const { lina, wang, studyGroup } = await town()
  const again = { id: studyGroup, personId: wang.id, position: 'deputy' as const, fromDate: '2026-01-01', toDate: null }
  await expect(lina.does(addGroupMember, again)).rejects.toMatchObject({ reason: 'inGroupAlready' })
  await lina.does(addGroupMember, { ...again, fromDate: '2023-01-01', toDate: '2024-01-01' })
})

test('groups are kept by who organizes there, and named once', async () => {
  const { lina, wang, organizations, studyGroup } = await town()
  const group = { organizationId: organizations.willow, kind: 'study' as const, name: '理论学习中心组' }
  await expect(wang.does(createGroup, group)).rejects.toThrow('notAllowed')
  await expect(lina.does(createGroup, group)).rejects.toThrow('groupNameTaken')
  await expect(wang.does(changeGroup, { id: studyGroup, kind: 'study', name: '学习组' })).rejects.toThrow('notAllowed')
})

test('its own members see a group, others only where they see people', async () => {
  const { wang, qian, chen, hugo, studyGroup } = await town()
  expect((await qian.does(readGroup, { id: studyGroup })).people).toHaveLength(3)
  expect(await wang.does(listGroups, {})).toEqual([])
  await expect(chen.does(readGroup, { id: studyGroup })).rejects.toThrow('notFound')
  await expect(hugo.does(readGroup, { id: studyGroup })).rejects.toThrow('notFound')
})

test('other modules ask who was in it on a day', async () => {
  const { unasked, studyGroup } = await town()
  const members = await unasked((context) => groupMembersOn(context, { groupId: studyGroup, day: '2026-01-15' }))
  expect(members.map(({ name }) => name)).toEqual(['李娜', '王建国'])
})
