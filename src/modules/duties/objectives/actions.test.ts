import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { soupKitchen } from '../../../../test/shifts.ts'
import { town } from '../../../../test/town.ts'
import { about } from '../../../platform/changes.ts'
import { subscribe } from '../../../platform/events.ts'
import { startingId } from '../../../platform/indicator.ts'
import { perform } from '../../../platform/perform.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { figure } from '../../indicators/actions.ts'
import { indicatorQuestion, readIndicator } from '../../indicators/named/actions.ts'
import { type Changed, keepTallies, recordsChanged } from '../../indicators/tallies/keeping/actions.ts'
import {
  bringBackObjective,
  changeObjective,
  keepObjective,
  listObjectives,
  readObjective,
  removeObjective,
} from './actions.ts'
import { addEvidence, addEvidenceFile, confirmEvidence, removeEvidence } from './evidence/actions.ts'
import { judgeObjectives, judgeTouched } from './judging/actions.ts'

type Town = Awaited<ReturnType<typeof town>>
const services = startingId('serviceActivities')
const fields = {
  title: '志愿服务',
  indicatorId: services,
  sense: 'atLeast' as const,
  target: 12,
  steps: null,
  parentId: null,
}
const file = { hash: 'a'.repeat(64), name: '会议纪要.pdf', size: 7 }

const twelve = ({ lina, organizations }: Town) =>
  lina.does(keepObjective, { ...fields, organizationId: organizations.willow, year: 2026, holderId: lina.id })

const held = async (here: Town, ...days: string[]) => {
  for (const day of days) await soupKitchen(here, { startsAt: new Date(`${day}T09:00:00+08:00`) })
}

const told = ({ db, tenantId }: Town) =>
  asTenant(db, tenantId, (tx) =>
    tx.selectFrom('notice').where('matter', '=', 'objectiveTurned').select(['personId', 'link']).execute(),
  )

test('an objective turns to at risk when the clock moves and nothing more is done, and back when it is made up for', async () => {
  const here = await town()
  const { lina } = here
  await held(here, '2026-01-10', '2026-02-14', '2026-03-07', '2026-04-04')
  const objective = await twelve(here)
  expect(objective).toMatchObject({
    state: 'onTrack',
    figure: { value: 4 },
    projection: { basis: 'pace', value: expect.closeTo(14.04, 2) },
  })
  // The same number as everywhere else.
  const question = { id: services, period: '2026', scope: here.organizations.willow }
  expect(objective.figure?.value).toBe((await lina.does(figure, await lina.does(indicatorQuestion, question))).value)

  const june = lina.at('2026-06-20T02:00:00Z')
  expect(await june.does(listObjectives, { year: 2026 })).toMatchObject([{ state: 'atRisk', since: '2026-06-20' }])
  expect(await told(here)).toEqual([])
  for (const night of ['2026-06-20T17:30:00Z', '2026-06-21T17:30:00Z'])
    await here.as(lina.id).at(night).does(judgeObjectives, undefined)
  expect(await told(here)).toEqual([{ personId: lina.id, link: `/objectives/${objective.id}` }])
  expect(await june.does(readObjective, { objectiveId: objective.id })).toMatchObject({ since: '2026-06-21' })

  await held(here, '2026-06-01', '2026-06-02', '2026-06-03')
  expect(await june.does(listObjectives, { year: 2026 })).toMatchObject([{ state: 'onTrack', figure: { value: 7 } }])
  const newYear = lina.at('2027-01-02T02:00:00Z')
  expect(await newYear.does(listObjectives, { year: 2026 })).toMatchObject([{ state: 'late', since: '2027-01-01' }])
})

test('a new record has those objectives judged that count it, and the counting itself tells where it is', async () => {
  const here = await town()
  const { db, lina, tenantId, platform } = here
  await held(here, '2026-01-10', '2026-02-14')
  const { id: objectiveId } = await twelve(here)
  expect((await lina.does(readObjective, { objectiveId })).state).toBe('atRisk')
  const changes: Changed[] = []
  const hearing = { ...platform, subscriptions: [subscribe(recordsChanged, async (_, one) => void changes.push(one))] }
  const keep = () =>
    perform(
      hearing,
      { name: 'keepTallies', tenantId, now: new Date('2026-04-15T05:00:00Z'), derives: true },
      keepTallies,
    )
  await keep()
  expect(changes, 'the first count tells nobody').toEqual([])
  await held(here, '2026-03-01', '2026-03-08', '2026-03-15')
  await keep()
  const change = changes.find(({ fact }) => fact === 'activity')
  const { willow, peace, silverTeam } = here.organizations
  const top = `/${willow}/`
  expect(change?.paths).toEqual([top, `${top}${peace}/`, `${top}${peace}/${silverTeam}/`])

  const stored = () =>
    asTenant(db, tenantId, (tx) => tx.selectFrom('objective').select('state').executeTakeFirstOrThrow())
  const judge = (changed: Partial<Changed>) =>
    lina.does(judgeTouched, { fact: 'activity', paths: change?.paths ?? [], ...changed })
  await judge({ fact: 'participation' })
  await judge({ paths: ['/elsewhere/'] })
  expect(await stored()).toEqual({ state: 'atRisk' })
  await judge({})
  expect(await stored()).toEqual({ state: 'onTrack' })
  // What a record leaves is told as well as where it goes.
  changes.length = 0
  await here.unasked(({ tx }) =>
    sql`update activity set host_id = ${here.organizations.pines} where starts_at::date = '2026-03-08'`.execute(
      about(tx, [], [new Date('2026-03-08T00:00:00+08:00')]),
    ),
  )
  await keep()
  expect(changes.find(({ fact }) => fact === 'activity')?.paths).toEqual(
    expect.arrayContaining([`${top}${peace}/`, `${top}${peace}/${silverTeam}/`, `${top}${here.organizations.pines}/`]),
  )
})

test('earlier years tell at what pace a year goes', async () => {
  const here = await town()
  // Every year almost everything happens before the middle of April.
  const days = Array.from({ length: 14 }, (_, i) => String(i + 1).padStart(2, '0'))
  await held(here, ...days.map((day) => `2025-03-${day}`), '2025-11-01', '2026-01-10', '2026-02-14', '2026-03-07')
  await held(here, '2026-03-08')
  expect(await twelve(here)).toMatchObject({
    state: 'atRisk',
    projection: { basis: 'earlierYears', value: expect.closeTo(4.29, 2) },
  })
})

test('what no record can count is counted once a second person has seen its file', async () => {
  const here = await town()
  const { lina, wang, organizations } = here
  const objective = await lina.does(keepObjective, {
    ...fields,
    title: '制度修订',
    indicatorId: null,
    target: 1,
    organizationId: organizations.peace,
    year: 2026,
    holderId: wang.id,
  })
  const of = { objectiveId: objective.id }
  const { id: evidenceId } = await wang.does(addEvidence, { ...of, what: '修订值班制度', onDate: '2026-04-10' })
  await expect(lina.does(confirmEvidence, { evidenceId })).rejects.toThrow('needsFile')
  await expect(lina.does(addEvidenceFile, { evidenceId, file })).rejects.toThrow('notAllowed')
  await wang.does(addEvidenceFile, { evidenceId, file })
  await expect(wang.does(confirmEvidence, { evidenceId })).rejects.toThrow('notAllowed')
  expect(await lina.does(readObjective, of)).toMatchObject({ confirmed: 0, evidence: [{ mayConfirm: true }] })
  await lina.does(confirmEvidence, { evidenceId })
  expect(await wang.does(readObjective, of)).toMatchObject({ confirmed: 1, state: 'met' })
  await expect(wang.does(removeEvidence, { evidenceId })).rejects.toThrow('confirmedAlready')
})

test('it is passed down the tree and not across; each part sees its own', async () => {
  const here = await town()
  const { lina, wang, qian, organizations } = here
  const whole = await twelve(here)
  const part = { ...fields, target: 6, holderId: wang.id, year: 2026, parentId: whole.id }
  await lina.does(keepObjective, { ...part, organizationId: organizations.peace })
  const card = await lina.does(readObjective, { objectiveId: whole.id })
  expect(card.below).toMatchObject([{ organization: { id: organizations.peace }, target: { value: 6 } }])
  expect(card.without.map(({ id }) => id)).not.toContain(organizations.peace)
  const same = { ...part, organizationId: organizations.willow }
  await expect(lina.does(keepObjective, same)).rejects.toThrow('partAbove')
  await expect(lina.does(keepObjective, { ...part, organizationId: organizations.peace, year: 2027 })).rejects.toThrow(
    'otherYear',
  )
  expect((await wang.does(listObjectives, { year: 2026 })).map(({ title }) => title)).toEqual(['志愿服务'])
  await expect(wang.does(readObjective, { objectiveId: whole.id })).rejects.toThrow('notFound')
  expect(await qian.does(listObjectives, { year: 2026 })).toEqual([])
  await expect(wang.does(keepObjective, { ...part, organizationId: organizations.willow })).rejects.toThrow(
    'notAllowed',
  )
})

test('whoever answers for it reads its figure, whatever else they may count', async () => {
  const here = await town()
  const { lina, xiaoyu, organizations } = here
  await held(here, '2026-03-07')
  await lina.does(keepObjective, { ...fields, organizationId: organizations.willow, year: 2026, holderId: xiaoyu.id })
  expect(await xiaoyu.does(listObjectives, { year: 2026 })).toMatchObject([{ figure: { value: 1 }, mayChange: false }])
})

test('it is changed with its steps, taken away, brought back, and named where its indicator is changed', async () => {
  const here = await town()
  const { lina } = here
  const { id: objectiveId } = await twelve(here)
  const change = { ...fields, objectiveId, holderId: lina.id }
  await expect(lina.does(changeObjective, { ...change, steps: [2, 4, 6, 8] })).rejects.toThrow('stepsMissTarget')
  expect(await lina.does(changeObjective, { ...change, steps: [1, 4, 8, 12] })).toMatchObject({
    state: 'late',
    since: '2026-04-01',
  })
  expect((await lina.does(readIndicator, { id: services })).uses).toContainEqual({
    kind: ['Objective', '目标任务'],
    title: '志愿服务',
    link: `/objectives/${objectiveId}`,
  })
  await lina.does(removeObjective, { objectiveId })
  expect(await lina.does(listObjectives, { year: 2026 })).toEqual([])
  await lina.does(bringBackObjective, { objectiveId })
  expect(await lina.does(listObjectives, { year: 2026 })).toHaveLength(1)
})
