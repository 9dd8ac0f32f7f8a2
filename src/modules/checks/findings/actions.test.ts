import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { NotAllowed, NotFound, Refused } from '../../../platform/errors.ts'
import { fileStore, keepFilesIn, keptFiles } from '../../../platform/files.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { addDays } from '../../../platform/zone.ts'
import { findingsOf, type Raised, raiseFindings } from './actions.ts'
import type { Finding } from './contract.ts'
import { listActions, readFinding, searchFindings } from './listing/actions.ts'
import { addActionEvidence, addActionEvidenceFile } from './proof/actions.ts'
import {
  addAction,
  answerForTime,
  askForTime,
  closeAction,
  finishAction,
  giveAction,
  reopenAction,
} from './working/actions.ts'

type Town = Awaited<ReturnType<typeof town>>
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNgwAIAABUAAapll8QAAAAASUVORK5CYII='
async function* whole(bytes: Buffer | string) {
  yield Buffer.from(bytes)
}
const photo = { hash: 'a'.repeat(64), name: '复查照片.jpg', size: 7 }
const day = '2026-04-20'

/** Wang raises it at the station of his community; Chen, who leads the station, answers for it. */
async function raised(here: Town, more: Partial<Raised> = {}) {
  const originId = newId()
  const one = {
    organizationId: here.organizations.station,
    origin: 'meeting' as const,
    originId,
    words: '消防通道堆放杂物',
    actions: [{ what: '清理通道', ownerId: here.chen.id, dueOn: day }],
    ...more,
  }
  const [findingId] = await here.wang.does(raiseFindings, [one])
  const card = await here.wang.does(readFinding, { findingId: findingId as string })
  return { findingId: card.id, actionId: card.actions[0]?.id as string, originId }
}
const asksFor =
  (originId: string, origin: Finding['origin'] = 'meeting') =>
  (context: Parameters<typeof findingsOf>[0]) =>
    findingsOf(context, origin, [originId])

test('its owner finishes an action with evidence, and another person closes it: with the last one the finding is closed', async () => {
  const here = await town()
  const { chen, wang } = here
  const { findingId, actionId, originId } = await raised(here)
  const second = await wang.does(addAction, { findingId, what: '张贴标识', ownerId: wang.id, dueOn: day })
  await expect(wang.does(closeAction, { actionId, words: '' })).rejects.toThrow(new Refused('notDoneYet'))
  const proof = await chen.does(addActionEvidence, { actionId, words: '已清理' })
  await chen.does(addActionEvidenceFile, { proofId: proof.id, file: photo })
  await expect(wang.does(finishAction, { actionId, words: '' })).rejects.toThrow(NotAllowed)
  await chen.does(finishAction, { actionId, words: '杂物已运走' })
  await expect(chen.does(closeAction, { actionId, words: '' })).rejects.toThrow(NotAllowed)
  await wang.does(closeAction, { actionId, words: '看过了' })
  expect(await wang.does(asksFor(originId), undefined)).toMatchObject([{ closedAt: null }])

  await wang.does(finishAction, { actionId: second.id, words: '' })
  await chen.does(closeAction, { actionId: second.id, words: '' })
  expect(await wang.does(readFinding, { findingId })).toMatchObject({
    closedBy: chen.name,
    actions: [
      { state: 'closed', doneBy: chen.name, closedBy: wang.name },
      { state: 'closed', doneBy: wang.name, closedBy: chen.name },
    ],
  })
  await expect(wang.does(addAction, { findingId, what: '再看', ownerId: wang.id, dueOn: day })).rejects.toThrow(
    new Refused('closedAlready'),
  )
})

test('what a check found is closed by whoever looked again and took a photo; its owner may show any file', async () => {
  keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-findings-'))))
  const here = await town()
  const { findingId, actionId } = await raised(here, { origin: 'check' })
  const invoice = await here.chen.does(addActionEvidence, { actionId, words: '清运发票' })
  await here.chen.does(addActionEvidenceFile, { proofId: invoice.id, file: photo })
  await here.chen.does(finishAction, { actionId, words: '' })
  const closes = () => here.wang.does(closeAction, { actionId, words: '' })
  await expect(closes()).rejects.toThrow(new Refused('needsRecheck'))
  const { id } = await here.wang.does(addActionEvidence, { actionId, words: '复查：通道畅通' })
  await expect(closes()).rejects.toThrow(new Refused('needsRecheck'))
  const { story } = await here.wang.does(readFinding, { findingId })
  expect(story.map(({ takes }) => takes).filter(Boolean)).toEqual(['picture'])
  const words = { ...(await keptFiles().save(whole('no picture'), 100)), name: '复查照片.jpg' }
  await expect(here.wang.does(addActionEvidenceFile, { proofId: id, file: words })).rejects.toThrow('noPicture')
  await expect(closes()).rejects.toThrow(new Refused('needsRecheck'))
  const taken = { ...(await keptFiles().save(whole(Buffer.from(png, 'base64')), 1000)), name: '复查照片.png' }
  await here.wang.does(addActionEvidenceFile, { proofId: id, file: taken })
  await closes()
})

test('of two who close an action at once one does, and it is closed once', async () => {
  const here = await town()
  const { findingId, actionId } = await raised(here)
  await here.chen.does(finishAction, { actionId, words: '' })
  const tries = await Promise.allSettled(
    [here.wang, here.lina, here.admin].map((one) => one.does(closeAction, { actionId, words: '' })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { story } = await here.wang.does(readFinding, { findingId })
  expect(story.filter(({ kind }) => kind === 'closed')).toHaveLength(2)
})

test('more time is asked for before the day and granted by another, and nobody grants it after', async () => {
  const here = await town()
  const { actionId } = await raised(here)
  const { chen, wang } = here
  const ask = (by: Somebody, dueOn: string) => by.does(askForTime, { actionId, dueOn, words: '等配件' })
  const answer = (by: Somebody, granted = true) => by.does(answerForTime, { actionId, granted, words: '' })
  await expect(ask(chen, day)).rejects.toThrow(new Refused('notLater'))
  await ask(chen, '2026-04-30')
  await expect(answer(chen)).rejects.toThrow(NotAllowed)
  await answer(wang)
  expect(await chen.does(listActions, asked({}))).toMatchObject({ rows: [{ dueOn: '2026-04-30', askedDue: null }] })

  await ask(chen.at('2026-04-30T02:00:00Z'), '2026-05-10')
  const late = '2026-05-01T02:00:00Z'
  await expect(answer(wang.at(late))).rejects.toThrow(new Refused('tooLateForTime'))
  await expect(ask(chen.at(late), '2026-05-10')).rejects.toThrow(new Refused('tooLateForTime'))
  await answer(wang.at(late), false)
  expect(await chen.at(late).does(listActions, asked({}))).toMatchObject({
    rows: [{ state: 'overdue', askedDue: null }],
  })
})

const asked = (more: Partial<Parameters<typeof listActions>[1]>) => ({
  whose: 'mine' as const,
  state: 'open' as const,
  sort: 'due' as const,
  offset: 0,
  ...more,
})

test('whoever works there or above sees it, whoever answers for it as well, and nobody else', async () => {
  const here = await town()
  const { findingId, actionId } = await raised(here)
  for (const one of [here.wang, here.lina, here.chen, here.zhang])
    expect(await one.does(readFinding, { findingId })).toMatchObject({ id: findingId })
  for (const one of [here.qian, here.xiaoyu, here.liu])
    await expect(one.does(readFinding, { findingId })).rejects.toThrow(NotFound)
  expect(await here.qian.does(searchFindings, { q: '消防', limit: 8 })).toEqual([])
  expect(await here.lina.does(searchFindings, { q: '消防', limit: 8 })).toMatchObject([{ id: findingId }])
  expect(await here.qian.does(listActions, asked({ whose: 'all' }))).toMatchObject({ rows: [] })

  await here.wang.does(giveAction, { actionId, ownerId: here.xiaoyu.id })
  expect(await here.xiaoyu.does(listActions, asked({}))).toMatchObject({ rows: [{ id: actionId }] })
  expect(await here.xiaoyu.does(readFinding, { findingId })).toMatchObject({ mayWork: false })
  const late = here.lina.at('2026-04-24T02:00:00Z')
  const overdue = asked({ whose: 'all', state: 'overdue', organizationId: here.organizations.peace })
  expect(await late.does(listActions, overdue)).toMatchObject({
    rows: [{ id: actionId, dueOn: day, owner: { id: here.xiaoyu.id }, finding: { id: findingId } }],
  })
  expect(await here.qian.at('2026-04-24T02:00:00Z').does(listActions, overdue)).toMatchObject({ rows: [] })
})

test('what nobody answers for yet stands in the list all the same', async () => {
  const here = await town()
  const [findingId] = await here.wang.does(raiseFindings, [
    { organizationId: here.organizations.station, origin: 'review', originId: newId(), words: '台账不全', actions: [] },
  ])
  expect(await here.lina.does(listActions, asked({ whose: 'all' }))).toMatchObject({
    rows: [],
    unassigned: [{ id: findingId }],
  })
})

/** Whatever happens in whatever order: what was done by somebody was closed by another, and no date moved after it had passed. */
test('whatever people try in whatever order, nobody closes their own and no date moves once it has passed', async () => {
  const here = await town()
  const people = [here.chen, here.wang, here.lina]
  const deeds = ['finish', 'close', 'reopen', 'ask', 'grant', 'give'] as const
  const step = fc.record({
    who: fc.constantFrom(0, 1, 2),
    deed: fc.constantFrom(...deeds),
    to: fc.constantFrom(0, 1, 2),
    later: fc.nat(3),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 16 }), async (steps) => {
      const { findingId, actionId } = await raised(here)
      let today = '2026-04-16'
      for (const { who, deed, to, later } of steps) {
        today = addDays(today, later)
        const me = (people[who] as Somebody).at(`${today}T04:00:00Z`)
        const before = await stands(here, actionId)
        const tries = {
          finish: () => me.does(finishAction, { actionId, words: '' }),
          close: () => me.does(closeAction, { actionId, words: '' }),
          reopen: () => me.does(reopenAction, { actionId, words: '又出现了', dueOn: addDays(today, later) }),
          ask: () => me.does(askForTime, { actionId, words: '等', dueOn: addDays(before.dueOn, later + 1) }),
          grant: () => me.does(answerForTime, { actionId, granted: true, words: '' }),
          give: () => me.does(giveAction, { actionId, ownerId: (people[to] as Somebody).id }),
        }
        const failed = await tries[deed]().then(
          () => null,
          (error: unknown) => error,
        )
        if (failed && !(failed instanceof Refused) && !(failed instanceof NotAllowed)) throw failed
        const after = await stands(here, actionId)
        if (deed === 'grant' && !failed) expect([today <= before.dueOn, me.id !== before.ownerId]).toEqual([true, true])
        if (after.dueOn !== before.dueOn) expect(['grant', 'reopen']).toContain(deed)
        if (after.closedBy) {
          expect(after.closedBy).not.toBe(after.doneBy)
          expect(after.closedBy).not.toBe(after.ownerId)
        }
        const { closedAt } = await here.lina.does(readFinding, { findingId })
        expect(closedAt !== null).toBe(after.closedBy !== null)
      }
    }),
    { numRuns: 8 },
  )
})

const stands = ({ db, tenantId }: Town, actionId: string) =>
  asTenant(db, tenantId, (tx) =>
    tx
      .selectFrom('correctiveAction')
      .where('id', '=', actionId)
      .select(['ownerId', 'dueOn', 'doneBy', 'closedBy'])
      .executeTakeFirstOrThrow(),
  )
