import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { town } from '../../../../../test/town.ts'
import { base64, Window } from '../../../../../test/writing.ts'
import { newId } from '../../../../platform/database.ts'
import { createReport, readReport } from '../drafts/actions.ts'
import { addUpdate, compactReport, readUpdates } from './actions.ts'
import { largestUpdate } from './contract.ts'
import { jsonOf } from './text/actions.ts'

let there: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  there = await town()
})

const begin = async (): Promise<string> =>
  (
    await there.lina.does(createReport, {
      organizationId: there.organizations.willow,
      period: '2026-03',
      language: 'zh-CN',
      title: '工作报告',
      template: null,
      templateId: null,
      campaign: '',
    })
  ).id

const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    who: fc.nat(1),
    at: fc.nat(50),
    words: fc.constantFrom('学习', '服务九次', ''),
  }),
  fc.record({ kind: fc.constant('paragraph' as const), who: fc.nat(1), at: fc.nat(5) }),
  fc.record({
    kind: fc.constant('send' as const),
    who: fc.nat(1),
    lost: fc.constantFrom('request' as const, 'answer' as const, 'nothing' as const),
  }),
  fc.record({ kind: fc.constant('fetch' as const), who: fc.nat(1), whole: fc.boolean() }),
  fc.record({ kind: fc.constant('compact' as const) }),
)

test('two people who write at once end with the same text, whatever is lost or comes twice, and no word is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const reportId = await begin()
      const windows = [new Window(there.lina, reportId), new Window(there.admin, reportId)] as const
      for (const window of windows) await window.fetch()
      for (const one of steps) {
        if (one.kind === 'compact') {
          await there.unasked((context) => compactReport(context, { reportId }))
          continue
        }
        const window = windows[one.who] ?? windows[0]
        if (one.kind === 'write') window.write(one.at, one.words)
        else if (one.kind === 'paragraph') window.newParagraph(one.at)
        else if (one.kind === 'send') await window.send(one.lost)
        else await window.fetch(one.whole)
      }
      for (const window of windows) for (let i = 0; i < 2; i++) await window.send('nothing')
      for (const window of windows) await window.fetch()
      const third = new Window(there.lina, reportId)
      await third.fetch()
      await there.unasked((context) => compactReport(context, { reportId }))
      const fourth = new Window(there.admin, reportId)
      await fourth.fetch()
      const [first, ...others] = [...windows, third, fourth].map(({ shared }) => jsonOf(shared))
      for (const other of others) expect(other).toEqual(first)
      expect(Y.encodeStateVector(fourth.shared)).toEqual(Y.encodeStateVector(third.shared))
    }),
    { numRuns: 25 },
  )
})

test('the same change sent twice is one change', async () => {
  const reportId = await begin()
  const ask = { reportId, key: newId(), update: base64(Y.encodeStateAsUpdate(new Y.Doc())) }
  expect(await there.lina.does(addUpdate, ask)).toEqual({ seq: 1 })
  expect(await there.lina.does(addUpdate, ask)).toEqual({ seq: 1 })
  expect((await there.lina.does(readReport, { reportId })).seq).toBe(1)
})

test('what is no change, or too large a one, is refused in words and changes nothing', async () => {
  const reportId = await begin()
  const send = (bytes: Uint8Array) => there.lina.does(addUpdate, { reportId, key: newId(), update: base64(bytes) })
  for (const bytes of [
    [],
    [1],
    [255, 255, 255, 255],
    [7, 7, 7, 7, 7, 7],
    Array.from('not yjs', (c) => c.charCodeAt(0)),
  ])
    await expect(send(Uint8Array.from(bytes))).rejects.toThrow('updateUnreadable')
  await expect(send(new Uint8Array(largestUpdate + 1))).rejects.toThrow('updateTooLarge')
  expect((await there.lina.does(readReport, { reportId })).seq).toBe(0)
})

test('random bytes never break a report', async () => {
  const reportId = await begin()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
      const sent = await there.lina.does(addUpdate, { reportId, key: newId(), update: base64(bytes) }).then(
        () => 'taken',
        (error: Error) => error.message,
      )
      expect(['taken', 'updateUnreadable']).toContain(sent)
      await there.lina.does(readUpdates, { reportId, after: -1 })
    }),
    { numRuns: 100 },
  )
})

test('only who may write there writes, and who may not read hears nothing of it', async () => {
  const reportId = await begin()
  const ask = { reportId, key: newId(), update: base64(Y.encodeStateAsUpdate(new Y.Doc())) }
  await expect(there.qian.does(addUpdate, ask)).rejects.toThrow('notAllowed')
  await expect(there.zhang.does(addUpdate, ask)).rejects.toThrow('notAllowed')
  await expect(there.qian.does(readUpdates, { reportId, after: -1 })).rejects.toThrow('notAllowed')
  expect(await there.zhang.does(readUpdates, { reportId, after: -1 })).toMatchObject({ seq: 0 })
})
