import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { fileStore, keepFilesIn, keptFiles } from '../../../platform/files.ts'
import { createActivity } from '../../activities/actions.ts'
import { figure } from '../../indicators/actions.ts'
import { Question } from '../../indicators/contract.ts'
import { setSpecialDay } from '../../organizations/working-days/actions.ts'
import { createPlace, roomsFor } from '../../places/actions.ts'
import { addChecklist } from '../checklists/actions.ts'
import { Content } from '../checklists/contract.ts'
import { readFinding } from '../findings/listing/actions.ts'
import { addActionEvidence, addActionEvidenceFile } from '../findings/proof/actions.ts'
import { closeAction, finishAction, reopenAction } from '../findings/working/actions.ts'
import { handInCheck, listChecks, seeCheck, startCheck } from './actions.ts'
import type { HandIn } from './contract.ts'
import { hazardHistory } from './hazards/actions.ts'
import { addCheckPhoto, readCheckPhoto } from './photos/actions.ts'
import { endCheckPlan, planAllAhead, planChecks } from './plans/actions.ts'
import { printCheck } from './printing/actions.ts'

const content = Content.parse({
  sections: [
    {
      id: 's',
      title: '消防',
      questions: [
        { id: 'exit', kind: 'yesNo', text: '安全出口畅通', critical: true, grade: 'danger', fault: '通道' },
        { id: 'heat', kind: 'measure', text: '冷藏温度', from: 0, to: 8, fault: '食品' },
      ],
    },
  ],
})
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNgwAIAABUAAapll8QAAAAASUVORK5CYII=',
  'base64',
)
/** The same picture under other bytes: what is left out when it is taken in. */
const shot = (n: number): Buffer => {
  const words = Buffer.from(`shot ${n}`)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(words.length)
  head.write('tEXt', 4, 'latin1')
  return Buffer.concat([png.subarray(0, 33), head, words, Buffer.alloc(4), png.subarray(33)])
}
async function* whole(bytes: Buffer) {
  yield bytes
}
const put = async (bytes: Buffer) => ({ ...(await keptFiles().save(whole(bytes), 2 ** 30)), name: 'photo.png' })

beforeAll(async () => {
  keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-checks-'))))
})

async function house() {
  const here = await town()
  const { chen, lina, organizations } = here
  const fields = { address: null, brand: null, areaM2: null, roomCount: null, capacity: null, openingHours: [] }
  const more = { ...fields, latitude: null, longitude: null, organizationId: organizations.station }
  const station = await chen.does(createPlace, { ...more, name: '和平站', kind: 'station', parentId: null })
  const room = await chen.does(createPlace, { ...more, name: '食堂', kind: 'room', parentId: station.id })
  const { id: checklistId } = await lina.does(addChecklist, { name: '消防检查', use: 'safety', content })
  const begin = () => chen.does(startCheck, { checklistId, placeId: station.id })
  const handIn = (checkId: string, exit: 'yes' | 'no', more: Partial<HandIn> = {}): HandIn => ({
    checkId,
    key: randomUUID(),
    version: 1,
    answers: { exit: { value: exit, note: '' }, heat: { value: 4, note: '' } },
    hazards: [],
    photos: [],
    doneAt: new Date('2026-04-15T03:30:00Z'),
    ...more,
  })
  const book = (day: string) =>
    here.wang.does(createActivity, {
      ...{ kind: 'meeting' as const, title: '居民议事会', topic: null, description: null, groupId: null },
      ...{ hostId: organizations.peace, placeId: room.id, teamIds: [], equipmentIds: [], series: null },
      startsAt: new Date(`${day}T06:00:00Z`),
      endsAt: new Date(`${day}T08:00:00Z`),
    })
  return { ...here, more, stationId: station.id, roomId: room.id, checklistId, begin, handIn, book }
}

test('danger closes the room in the moment the check arrives; another than who put it right opens it after a re-check', async () => {
  const { chen, wang, stationId, roomId, begin, handIn, book } = await house()
  const { id: checkId } = await begin()
  const hazard = {
    ...{ questionId: 'exit', grade: 'danger' as const, words: '电动车堵门', placeId: roomId, pin: { x: 0.25, y: 0.5 } },
    ...{ ownerId: chen.id, dueOn: '2026-04-16' },
  }
  await chen.does(handInCheck, handIn(checkId, 'no', { hazards: [hazard] }))
  const check = await wang.does(seeCheck, { checkId })
  expect(check).toMatchObject({ state: 'done', passed: false, doneBy: '陈静' })
  expect(check.hazards).toMatchObject([
    {
      words: '安全出口畅通：电动车堵门',
      grade: 'danger',
      place: { id: roomId },
      pin: { x: 0.25, y: 0.5 },
      owner: '陈静',
    },
  ])
  await expect(book('2026-04-20')).rejects.toMatchObject({ reason: 'placeShut', values: { name: '食堂' } })
  const shut = async () => {
    const span = { from: new Date('2026-04-20T06:00:00Z'), to: new Date('2026-04-20T08:00:00Z') }
    return (await wang.does(roomsFor, span)).filter((room) => room.shut).map(({ id }) => id)
  }
  expect(await shut()).toEqual([roomId])
  const findingId = check.hazards[0]?.findingId ?? ''
  const [action] = (await wang.does(readFinding, { findingId })).actions
  const actionId = action?.id ?? ''
  await chen.does(finishAction, { actionId, words: '已清走' })
  await expect(chen.does(closeAction, { actionId, words: '' })).rejects.toThrow('notAllowed')
  await expect(wang.does(closeAction, { actionId, words: '' })).rejects.toThrow('needsRecheck')
  const { id: proofId } = await wang.does(addActionEvidence, { actionId, words: '复查' })
  const invoice = await put(Buffer.from('%PDF-1.7 an invoice under a photo’s name'))
  await expect(wang.does(addActionEvidenceFile, { proofId, file: invoice })).rejects.toThrow('noPicture')
  await expect(wang.does(closeAction, { actionId, words: '' })).rejects.toThrow('needsRecheck')
  await wang.does(addActionEvidenceFile, { proofId, file: await put(png) })
  await wang.does(closeAction, { actionId, words: '' })
  expect(await book('2026-04-20')).toMatchObject({ placeId: roomId })
  expect(await shut()).toEqual([])
  await wang.does(reopenAction, { actionId, words: '又被堵', dueOn: '2026-04-20' })
  await expect(book('2026-04-21')).rejects.toThrow('placeShut')
  const { hazards } = await chen.does(hazardHistory, { placeId: stationId })
  expect(hazards).toMatchObject([{ fault: '通道', checkId, place: { name: '食堂' } }])
})

test('what is not said more exactly is a hazard all the same; an answer that fits no question, or a room elsewhere, is refused', async () => {
  const { chen, qian, more, begin, handIn, organizations } = await house()
  const { id: checkId } = await begin()
  const answers = { exit: { value: 'yes' as const, note: '' }, heat: { value: 12, note: '冰柜故障' } }
  await expect(chen.does(handInCheck, handIn(checkId, 'yes', { answers: { exit: answers.exit } }))).rejects.toThrow(
    'answersMissing',
  )
  await expect(
    chen.does(handInCheck, handIn(checkId, 'yes', { answers: { ...answers, heat: { value: 'yes', note: '' } } })),
  ).rejects.toThrow('answerUnfit')
  const elsewhere = {
    ...more,
    organizationId: organizations.pinesStation,
    name: '青松站',
    kind: 'station' as const,
    parentId: null,
  }
  const other = await qian.does(createPlace, elsewhere)
  const wrong = {
    questionId: 'heat',
    grade: 'minor' as const,
    words: '',
    placeId: other.id,
    pin: null,
    ownerId: chen.id,
    dueOn: '2026-04-20',
  }
  await expect(chen.does(handInCheck, handIn(checkId, 'yes', { answers, hazards: [wrong] }))).rejects.toThrow(
    'hazardElsewhere',
  )
  await chen.does(handInCheck, handIn(checkId, 'yes', { answers }))
  expect((await chen.does(seeCheck, { checkId })).hazards).toMatchObject([
    { words: '冷藏温度：冰柜故障', grade: 'minor', owner: '陈静', pin: null },
  ])
  await expect(qian.does(seeCheck, { checkId })).rejects.toThrow('notFound')
  const { body } = await chen.does(printCheck, { checkId })
  expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
})

test('only own stations and rooms are checked: an address is refused, and so is a list for reviews', async () => {
  const { chen, lina, more, checklistId, stationId } = await house()
  const shop = await chen.does(createPlace, { ...more, name: '便利店', kind: 'address', parentId: null })
  await expect(chen.does(startCheck, { checklistId, placeId: shop.id })).rejects.toThrow('onlyOwnPlaces')
  const review = await lina.does(addChecklist, { name: '社区检查', use: 'review', content })
  await expect(chen.does(startCheck, { checklistId: review.id, placeId: stationId })).rejects.toThrow('notForSafety')
})

test('checks come by a rhythm on the working calendar, move with it, and are late when nobody did them', async () => {
  const { chen, admin, lina, stationId, checklistId, unasked, handIn } = await house()
  const plan = { checklistId, placeId: stationId, rule: 'FREQ=WEEKLY;BYDAY=FR', firstDate: '2026-04-10' }
  const { id: checkPlanId } = await chen.does(planChecks, { ...plan, onHoliday: 'nextWorkday', days: 1 })
  const days = async (when = '2026-04-15T04:00:00Z') =>
    (await chen.at(when).does(listChecks, { state: 'open', offset: 0 })).checks.map((one) => [one.plannedOn, one.state])
  expect(await days()).toEqual([['2026-04-17', 'ahead']])
  await admin.does(setSpecialDay, { date: '2026-04-17', name: '停工', works: false })
  await unasked(planAllAhead)
  expect(await days()).toEqual([['2026-04-20', 'ahead']])
  const later = '2026-04-23T04:00:00Z'
  expect(await days(later)).toEqual([
    ['2026-04-20', 'late'],
    ['2026-04-24', 'ahead'],
  ])
  const [first] = (await chen.at(later).does(listChecks, { state: 'open', offset: 0 })).checks
  const done = handIn(first?.id ?? '', 'yes', { doneAt: new Date(later) })
  await chen.at(later).does(handInCheck, done)
  const counted = async (measure: string) =>
    (await lina.at('2026-05-04').does(figure, Question.parse({ fact: 'check', measure, period: '2026-04' }))).value
  expect([await counted('planned'), await counted('done'), await counted('late')]).toEqual([2, 1, 2])
  await chen.at(later).does(endCheckPlan, { checkPlanId })
  expect(await days(later)).toEqual([])
})

test('a photo comes before or after its check, once, and not what it tells of its taking', async () => {
  const { chen, qian, begin, handIn } = await house()
  const { id: checkId } = await begin()
  const [early, late] = [randomUUID(), randomUUID()]
  await chen.does(addCheckPhoto, { checkId, shotId: early, file: await put(shot(1)) })
  const photos = [early, late].map((id) => ({ id, questionId: 'exit' }))
  await chen.does(handInCheck, handIn(checkId, 'no', { photos }))
  const arrived = async () => (await chen.does(seeCheck, { checkId })).photos.map((one) => one.arrived)
  expect((await arrived()).sort()).toEqual([false, true])
  await chen.does(addCheckPhoto, { checkId, shotId: late, file: await put(shot(2)) })
  expect(await arrived()).toEqual([true, true])
  await expect(qian.does(readCheckPhoto, { checkId, shotId: late })).rejects.toThrow('notFound')
  const { body, type } = await chen.does(readCheckPhoto, { checkId, shotId: late })
  const pieces: Buffer[] = []
  for await (const piece of body as AsyncIterable<Buffer>) pieces.push(piece)
  expect([type, Buffer.concat(pieces).includes('shot 2')]).toEqual(['image/png', false])
  const script = await put(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))
  await expect(chen.does(addCheckPhoto, { checkId, shotId: randomUUID(), file: script })).rejects.toThrow('noPicture')
})

test('property: sent by two phones, in any order, again and again, by a server that dies in between, it is one check with each photo once', async () => {
  const { chen, wang, begin, handIn, unasked } = await house()
  const order = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.boolean(), fc.boolean()), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(order, async (sent) => {
      const { id: checkId } = await begin()
      const photos = [0, 1, 2].map(() => ({ id: randomUUID(), questionId: 'exit' }))
      const whole = handIn(checkId, 'no', { photos })
      const send = async (what: number, who: typeof chen, dies: boolean) => {
        const photo = photos[what - 1]
        const file = photo && (await put(shot(what)))
        const work = async (context: Parameters<typeof handInCheck>[0]) => {
          if (photo && file) await addCheckPhoto(context, { checkId, shotId: photo.id, file })
          else await handInCheck(context, whole)
          // Killed before it could commit: nothing of it is there.
          if (dies) throw new Error('killed')
        }
        await who.does(work, undefined).catch((error: Error) => expect(error.message).toBe('killed'))
      }
      // What was sent and not answered is sent again until it is.
      const all = [...sent, ...[0, 1, 2, 3].map((what) => [what, true, false] as const)]
      for (let at = 0; at < all.length; at += 2)
        await Promise.all(all.slice(at, at + 2).map(([what, mine, dies]) => send(what, mine ? chen : wang, dies)))
      const check = await chen.does(seeCheck, { checkId })
      expect(check.photos.map(({ id, arrived, questionId }) => [id, arrived, questionId]).sort()).toEqual(
        photos.map(({ id }) => [id, true, 'exit']).sort(),
      )
      expect(check.hazards).toHaveLength(1)
      const closures = await unasked(({ tx }) =>
        tx
          .selectFrom('placeClosure')
          .where('sourceId', '=', check.hazards[0]?.findingId ?? '')
          .select('id')
          .execute(),
      )
      expect(closures).toHaveLength(1)
    }),
    { numRuns: 12 },
  )
})

test('what another has done already is not done again: whoever comes later is told by whom', async () => {
  const { chen, wang, begin, handIn } = await house()
  const { id: checkId } = await begin()
  const both = [chen, wang].map((who) => who.does(handInCheck, handIn(checkId, 'no')))
  const outcomes = await Promise.allSettled(both)
  const refused = outcomes.filter((one) => one.status === 'rejected')
  expect(refused).toMatchObject([{ reason: { reason: 'checkDoneAlready' } }])
  expect((await chen.does(seeCheck, { checkId })).hazards).toHaveLength(1)
})
