import { expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { listPeople } from '../../../organizations/people/actions.ts'
import {
  addVolunteer,
  answerTeamRequest,
  askToJoin,
  inviteToTeam,
  leaveTeam,
  nameToPost,
  withdrawTeamRequest,
} from './actions.ts'
import { listTeams, myInvitations, readTeam, requestsToDecide } from './seeing/actions.ts'

const reasonOf = (error: unknown): string => (error as { reason?: string }).reason ?? String(error)

test('a team is found by everybody, its members are known to one another and to who leads', async () => {
  const { xiaoyu, otherLina, zhao, liu, lina, organizations } = await town()
  const teams = await otherLina.does(listTeams, { q: '', sort: '-members' })
  expect(teams.map(({ name, members, leaders, mine }) => [name, members, leaders, mine])).toEqual([
    ['银龄互助队', 3, ['赵大勇'], null],
    ['柳荫科普队', 0, [], null],
  ])
  expect(teams.map(({ strength, requests }) => [strength, requests])).toEqual([
    [null, null],
    [null, null],
  ])
  const teamId = organizations.silverTeam
  const namesFor = async (who: typeof zhao) => (await who.does(readTeam, { teamId })).people.map(({ name }) => name)
  expect(await namesFor(liu)).toEqual(['赵大勇'])
  expect(await namesFor(xiaoyu)).toEqual(['赵大勇', '林小雨', '孙福生'])
  expect((await zhao.does(readTeam, { teamId })).people.map(({ phone }) => phone)).toEqual([
    '13900000035',
    '13900000036',
    null,
  ])
  expect((await xiaoyu.does(readTeam, { teamId })).people.every(({ phone }) => phone === null)).toBe(true)
  expect((await lina.does(listTeams, { q: 'kpd', sort: 'name' })).map(({ name }) => name)).toEqual(['柳荫科普队'])
})

test('Li Na of the Pines asks to join, Zhao takes her in, she leaves again', async () => {
  const { otherLina, zhao, xiaoyu, qian, organizations } = await town()
  const teamId = organizations.silverTeam
  expect((await otherLina.does(askToJoin, { teamId, message: '周末有空' })).mine).toBe('request')
  await expect(otherLina.does(askToJoin, { teamId, message: null })).rejects.toThrow('askedToJoinAlready')
  const [request] = await zhao.does(requestsToDecide, {})
  if (!request) throw new Error('Li Na asked')
  expect([request.person.name, request.message]).toEqual(['李娜', '周末有空'])
  // The secretary of another community neither sees nor decides it.
  expect(await qian.does(requestsToDecide, {})).toEqual([])
  const yes = { teamRequestId: request.id, accept: true }
  await expect(xiaoyu.does(answerTeamRequest, yes)).rejects.toThrow('notFound')
  await expect(otherLina.does(answerTeamRequest, yes)).rejects.toThrow('notAllowed')
  expect((await zhao.does(answerTeamRequest, yes)).people).toHaveLength(4)
  await expect(zhao.does(answerTeamRequest, yes)).rejects.toThrow('requestDecided')
  await expect(otherLina.does(askToJoin, { teamId, message: null })).rejects.toThrow('inTeamAlready')
  expect((await otherLina.does(leaveTeam, { teamId, personId: otherLina.id })).mine).toBeNull()
  // The same day once more: nothing is left of the first time that stands in the way.
  await otherLina.does(askToJoin, { teamId, message: null })
})

test('an invitation reaches whom the leader cannot see, by name and number alone', async () => {
  const { otherLina, zhao, organizations } = await town()
  const teamId = organizations.silverTeam
  await expect(zhao.does(inviteToTeam, { teamId, personId: otherLina.id })).rejects.toThrow('notFound')
  await expect(zhao.does(inviteToTeam, { teamId, name: '李娜', phone: '13900000000' })).rejects.toThrow(
    'nobodyOfThatNumber',
  )
  const card = await zhao.does(inviteToTeam, { teamId, name: '李娜', phone: '13900000040' })
  expect(card.open?.map(({ kind, person }) => [kind, person.id])).toEqual([['invitation', otherLina.id]])
  await expect(zhao.does(inviteToTeam, { teamId, name: '李娜', phone: '13900000040' })).rejects.toThrow(
    'invitedAlready',
  )
  const [mine] = await otherLina.does(myInvitations, {})
  if (!mine) throw new Error('Li Na is invited')
  await expect(zhao.does(answerTeamRequest, { teamRequestId: mine.id, accept: true })).rejects.toThrow('notAllowed')
  expect((await otherLina.does(answerTeamRequest, { teamRequestId: mine.id, accept: true })).mine).toBe('member')
})

test('a request and an invitation that meet are an agreement', async () => {
  const { otherLina, zhao, organizations } = await town()
  const teamId = organizations.silverTeam
  await zhao.does(inviteToTeam, { teamId, name: '李娜', phone: '13900000040' })
  expect((await otherLina.does(askToJoin, { teamId, message: null })).mine).toBe('member')
})

test('what is asked can be taken back, by whoever asked', async () => {
  const { otherLina, zhao, organizations } = await town()
  const { myRequestId } = await otherLina.does(askToJoin, { teamId: organizations.silverTeam, message: null })
  if (!myRequestId) throw new Error('she asked')
  const it = { teamRequestId: myRequestId }
  await expect(zhao.does(withdrawTeamRequest, it)).rejects.toThrow('notAllowed')
  expect((await otherLina.does(withdrawTeamRequest, it)).mine).toBeNull()
  await expect(zhao.does(answerTeamRequest, { ...it, accept: true })).rejects.toThrow('requestDecided')
})

test('race: ten answers to one request, and ten requests of one person, make one membership', async () => {
  const { otherLina, zhao, wang, organizations } = await town()
  const teamId = organizations.silverTeam
  const asked = await Promise.allSettled(
    Array.from({ length: 10 }, () => otherLina.does(askToJoin, { teamId, message: null })),
  )
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(new Set(asked.flatMap((one) => (one.status === 'rejected' ? [reasonOf(one.reason)] : [])))).toEqual(
    new Set(['askedToJoinAlready']),
  )
  const [request] = await zhao.does(requestsToDecide, {})
  const yes = { teamRequestId: request?.id ?? '', accept: true }
  const answered = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      i % 3 === 2
        ? zhao.does(inviteToTeam, { teamId, name: '李娜', phone: '13900000040' })
        : (i % 2 ? zhao : wang).does(answerTeamRequest, yes),
    ),
  )
  expect(answered.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const said = answered.flatMap((one) => (one.status === 'rejected' ? [reasonOf(one.reason)] : []))
  expect(said.every((reason) => ['requestDecided', 'inTeamAlready'].includes(reason))).toBe(true)
  expect((await zhao.does(readTeam, { teamId })).people.filter(({ id }) => id === otherLina.id)).toHaveLength(1)
})

test('race: a member leaves while the leader lets them go, and they are gone once', async () => {
  const { xiaoyu, zhao, organizations } = await town()
  const it = { teamId: organizations.silverTeam, personId: xiaoyu.id }
  const both = await Promise.allSettled([xiaoyu.does(leaveTeam, it), zhao.does(leaveTeam, it)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('leaders hand over before they go; a deputy leads and stands second', async () => {
  const { zhao, xiaoyu, wang, sun, organizations } = await town()
  const teamId = organizations.silverTeam
  await expect(zhao.does(leaveTeam, { teamId, personId: zhao.id })).rejects.toThrow('leadersStay')
  const deputy = { teamId, personId: xiaoyu.id, post: 'deputy' as const }
  await expect(zhao.does(nameToPost, deputy)).rejects.toThrow('notAllowed')
  const card = await wang.does(nameToPost, deputy)
  expect(card.people.map(({ name, post }) => `${name} ${post}`)).toEqual([
    '赵大勇 leader',
    '林小雨 deputy',
    '孙福生 member',
  ])
  expect(card.leaders).toEqual(['赵大勇'])
  // She leads from now on.
  expect((await xiaoyu.does(addVolunteer, { teamId, name: '周明', phone: null, anyway: false })).people).toHaveLength(4)
  await wang.does(nameToPost, { teamId, personId: xiaoyu.id, post: 'leader' })
  await wang.does(nameToPost, { teamId, personId: zhao.id, post: 'member' })
  const after = await wang.does(readTeam, { teamId })
  expect(after.leaders).toEqual(['林小雨'])
  expect((await zhao.does(readTeam, { teamId })).mayLead).toBe(false)
  await zhao.does(leaveTeam, { teamId, personId: zhao.id })
  await expect(wang.does(nameToPost, { teamId, personId: zhao.id, post: 'leader' })).rejects.toThrow('notInTeam')
  await expect(sun.does(nameToPost, deputy)).rejects.toThrow('notFound')
})

test('somebody new needs a name and nothing else; whoever is known is invited', async () => {
  const { zhao, xiaoyu, chen, organizations } = await town()
  const teamId = organizations.silverTeam
  const fang = { teamId, name: '方奶奶', phone: null, anyway: false }
  const card = await zhao.does(addVolunteer, fang)
  expect(card.people.map(({ name }) => name)).toContain('方奶奶')
  await expect(zhao.does(addVolunteer, fang)).rejects.toThrow('namesakeInTeam')
  expect((await zhao.does(addVolunteer, { ...fang, anyway: true })).people).toHaveLength(5)
  const known = { teamId, name: '李娜', phone: '13900000040', anyway: true }
  await expect(zhao.does(addVolunteer, known)).rejects.toThrow('volunteerKnown')
  await expect(xiaoyu.does(addVolunteer, fang)).rejects.toThrow('notAllowed')
  // A station's manager leads no team beside the station.
  await expect(chen.does(addVolunteer, fang)).rejects.toThrow('notAllowed')
  const all = { q: '方奶奶', state: 'current', sort: 'name', page: 1, size: 20 } as const
  expect((await zhao.does(listPeople, all)).total).toBe(2)
})

test('another tenant’s teams do not exist', async () => {
  const { hugo, organizations } = await town()
  expect(await hugo.does(listTeams, { q: '', sort: 'name' })).toEqual([])
  await expect(hugo.does(readTeam, { teamId: organizations.silverTeam })).rejects.toThrow('notFound')
  await expect(hugo.does(askToJoin, { teamId: organizations.silverTeam, message: null })).rejects.toThrow('notFound')
})
