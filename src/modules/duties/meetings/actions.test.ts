import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { NotAllowed, NotFound, Refused } from '../../../platform/errors.ts'
import { fileStore, keepFilesIn } from '../../../platform/files.ts'
import { createActivity, invitePeople } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import { raiseFindings } from '../../checks/findings/actions.ts'
import { closeAction, finishAction } from '../../checks/findings/working/actions.ts'
import { figure } from '../../indicators/actions.ts'
import { Question } from '../../indicators/contract.ts'
import { confirmMinutes, decide, keepAgenda, noteItem } from './actions.ts'
import { minutesFile } from './minutes/actions.ts'
import { readMeeting } from './seeing/actions.ts'

beforeAll(async () => keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-minutes-')))))

type Town = Awaited<ReturnType<typeof town>>

async function meets({ wang, chen, organizations }: Town, day: string): Promise<string> {
  const { id } = await wang.does(createActivity, {
    ...{ kind: 'meeting' as const, title: '社区工作例会', topic: null, description: null },
    ...{ hostId: organizations.peace, placeId: null, groupId: null, teamIds: [], equipmentIds: [] },
    startsAt: new Date(`${day}T09:00:00+08:00`),
    endsAt: new Date(`${day}T10:00:00+08:00`),
    series: null,
  })
  await wang.does(invitePeople, { activityId: id, personIds: [chen.id] })
  return id
}
const hazard = async ({ lina, chen, organizations }: Town): Promise<string> => {
  const [id] = await lina.does(raiseFindings, [
    {
      ...{ organizationId: organizations.station, origin: 'review' as const, originId: newId(), words: '台账不全' },
      actions: [{ what: '补齐台账', ownerId: chen.id, dueOn: '2026-05-30' }],
    },
  ])
  return String(id)
}
const own = (title: string) => ({ id: newId(), kind: 'own' as const, title })
const textOf = async (body: unknown): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of body as AsyncIterable<Uint8Array>) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('what was decided and not done stands first on the next agenda by itself, and what was done does not', async () => {
  const here = await town()
  const { wang, chen } = here
  const finding = await hazard(here)
  const first = await meets(here, '2026-04-20')
  const before = await wang.does(readMeeting, { activityId: first })
  expect(before).toMatchObject({ items: [], proposals: [{ id: finding, state: 'open' }] })
  const plan = own('节前值班')
  const agenda = [plan, { id: finding, kind: 'finding' as const, title: '台账不全' }]
  for (const kind of ['finding', 'objective'] as const) {
    const items = [{ id: newId(), kind, title: '查无此项' }]
    await expect(wang.does(keepAgenda, { activityId: first, chairId: null, items, seen: [] })).rejects.toThrow(NotFound)
  }
  await wang.does(keepAgenda, { activityId: first, chairId: wang.id, items: agenda, seen: [] })

  const during = wang.at('2026-04-20T01:30:00Z')
  const decides = (itemId: string, what: string) =>
    during.does(decide, {
      ...{ activityId: first, itemId, words: what },
      actions: [{ what, ownerId: chen.id, dueOn: '2026-04-25' }],
    })
  await decides(plan.id, '排出值班表')
  const open = await decides(finding, '请街道指导台账')
  const [done] = (await during.does(readMeeting, { activityId: first })).items[0]?.decisions ?? []
  const actionId = String(done?.actions[0]?.id)
  await chen.at('2026-04-22T01:00:00Z').does(finishAction, { actionId, words: '' })
  await wang.at('2026-04-23T01:00:00Z').does(closeAction, { actionId, words: '' })

  const second = await meets(here, '2026-04-27')
  const next = wang.at('2026-04-26T01:00:00Z')
  expect(await next.does(readMeeting, { activityId: second })).toMatchObject({
    items: [{ id: open.id, carried: true, state: 'overdue', title: '请街道指导台账' }],
    proposals: [{ id: finding }],
  })
  // Taken off, it comes back.
  const other = own('换届准备')
  await next.does(keepAgenda, { activityId: second, chairId: wang.id, items: [other], seen: [open.id] })
  expect((await next.does(readMeeting, { activityId: second })).items.map(({ id }) => id)).toEqual([open.id, other.id])
  // Whoever did not see a point that somebody else has just added does not take it away.
  const third = own('防汛准备')
  await next.does(keepAgenda, { activityId: second, chairId: wang.id, items: [third], seen: [open.id] })
  expect((await next.does(readMeeting, { activityId: second })).items.map(({ id }) => id)).toEqual([
    ...[open.id, third.id, other.id],
  ])
  // The meeting of another organization has nothing of it, and nobody there sees this one.
  await expect(here.qian.does(readMeeting, { activityId: second })).rejects.toThrow(NotFound)

  const count = async (measure: string) =>
    (
      await here.lina
        .at('2026-05-02T01:00:00Z')
        .does(figure, Question.parse({ fact: 'decision', measure, period: '2026-04' }))
    ).value
  expect([await count('count'), await count('done'), await count('inTime')]).toEqual([2, 1, 1])
})

test('the chair alone confirms the minutes, once it has begun; then they stay as they are, and so does the file', async () => {
  const here = await town()
  const { wang, chen } = here
  const activityId = await meets(here, '2026-04-20')
  const point = own('节前值班')
  await wang.does(keepAgenda, { activityId, chairId: chen.id, items: [point], seen: [] })
  const during = '2026-04-20T01:30:00Z'
  const note = (revision: number) => ({ activityId, itemId: point.id, minutes: '各站点排班', revision })
  await wang.at(during).does(noteItem, note(0))
  await expect(chen.at(during).does(noteItem, note(0))).rejects.toThrow(new Refused('notedMeanwhile'))
  await expect(wang.does(keepAgenda, { activityId, chairId: chen.id, items: [], seen: [point.id] })).rejects.toThrow(
    new Refused('itemHasMinutes'),
  )
  const came = { personId: chen.id, status: 'attended' as const, minutes: null, note: null }
  await wang
    .at('2026-04-20T02:00:00Z')
    .does(recordAttendance, { activityId, entries: [{ ...came, at: new Date('2026-04-20T02:00:00Z'), seen: null }] })

  await expect(chen.does(confirmMinutes, { activityId })).rejects.toThrow(new Refused('notBegun'))
  await expect(wang.at(during).does(confirmMinutes, { activityId })).rejects.toThrow(NotAllowed)
  const after = '2026-04-20T03:00:00Z'
  await chen.at(after).does(confirmMinutes, { activityId })
  const file = async () => textOf((await wang.at(after).does(minutesFile, { activityId, language: 'zh-CN' })).body)
  const confirmed = await file()
  expect(confirmed.subarray(0, 2).toString()).toBe('PK')
  for (const change of [
    () => wang.at(after).does(keepAgenda, { activityId, chairId: wang.id, items: [point], seen: [point.id] }),
    () => wang.at(after).does(noteItem, note(1)),
    () => chen.at(after).does(confirmMinutes, { activityId }),
  ])
    await expect(change()).rejects.toThrow(new Refused('minutesConfirmed'))
  expect((await file()).equals(confirmed)).toBe(true)
})
