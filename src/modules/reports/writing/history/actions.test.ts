import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { Window } from '../../../../../test/writing.ts'
import { ReportDocument } from '../contract.ts'
import { createReport } from '../drafts/actions.ts'
import { compactReport } from '../updates/actions.ts'
import { jsonOf } from '../updates/text/actions.ts'
import { compareMoments, listVersions, nameVersion, readMoment, removeVersion } from '../versions/actions.ts'
import { readHistory } from './actions.ts'
import type { ComparedLine } from './contract.ts'

let there: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  there = await town()
})

const begin = async (): Promise<string> => {
  const fields = { organizationId: there.organizations.willow, period: '2026-03', title: '工作报告', campaign: '' }
  const more = { language: 'zh-CN' as const, template: null, templateId: null }
  return (await there.lina.does(createReport, { ...fields, ...more })).id
}

/** As a reader sees it: what went in brackets, what came in braces. */
const told = (lines: readonly ComparedLine[]): string[] =>
  lines.map(({ runs }) =>
    runs
      .map(({ as, piece }) => {
        const words = piece.type === 'text' ? piece.text : piece.type
        return as === 'removed' ? `[${words}]` : as === 'added' ? `{${words}}` : words
      })
      .join(''),
  )

test('who wrote what and when is told, one sitting at a time, the latest first', async () => {
  const reportId = await begin()
  const [lina, admin] = [new Window(there.lina, reportId), new Window(there.admin, reportId)]
  await lina.fetch()
  lina.write(0, '开展集中学习九次。')
  await lina.send('nothing')
  lina.at('2026-04-15T04:10:00Z').write(9, '参加六十人。')
  await lina.send('nothing')
  await admin.at('2026-04-15T06:00:00Z').fetch()
  admin.replace('九次', '十次')
  await admin.send('nothing')
  await there.unasked((context) => compactReport(context, { reportId }))
  const { sittings, begun } = await there.lina.does(readHistory, { reportId, offset: 0 })
  expect(sittings.map(({ person, from, to, lines }) => [person?.name, +to - +from, told(lines)])).toEqual([
    [there.admin.name, 0, ['开展集中学习[九]{十}次。参加六十人。']],
    [there.lina.name, 600_000, ['{开展集中学习九次。参加六十人。}']],
  ])
  expect(begun.by).toBe(there.lina.name)
})

test('what two people wrote in turns is told of each by itself', async () => {
  const reportId = await begin()
  const [lina, admin] = [new Window(there.lina, reportId), new Window(there.admin, reportId)]
  for (const [window, words] of [
    [lina, '甲一。'],
    [admin, '乙一。'],
    [lina, '甲二。'],
    [admin, '乙二。'],
  ] as const) {
    await window.fetch()
    window.write(window.text().length, words)
    await window.send('nothing')
  }
  const { sittings } = await there.lina.does(readHistory, { reportId, offset: 0 })
  expect(sittings.map(({ person, lines }) => [person?.name, told(lines)])).toEqual([
    [there.admin.name, ['甲一。{乙一。}甲二。{乙二。}']],
    [there.lina.name, ['{甲一。}乙一。{甲二。}']],
  ])
})

test('a moment gets a name, is compared with now, and loses its name again', async () => {
  const reportId = await begin()
  const lina = new Window(there.lina, reportId)
  await lina.fetch()
  lina.write(0, '开展集中学习九次。')
  await lina.send('nothing')
  const draft = await there.lina.does(nameVersion, { reportId, name: '初稿' })
  lina.replace('九次', '十次')
  lina.newParagraph(1)
  await lina.send('nothing')
  expect(await there.zhang.does(listVersions, { reportId })).toEqual([draft])
  const { lines } = await there.zhang.does(compareMoments, { reportId, from: draft.seq })
  expect(told(lines)).toEqual(['开展集中学习[九次]{十次}。', '{新段}'])
  expect(lines.map(({ as }) => as)).toEqual(['changed', 'added'])
  await expect(there.zhang.does(nameVersion, { reportId, name: '二稿' })).rejects.toThrow('notAllowed')
  await expect(there.lina.does(nameVersion, { reportId, name: '二稿', seq: 9 })).rejects.toThrow('momentNotYet')
  await there.lina.does(removeVersion, { versionId: draft.id })
  expect(await there.lina.does(listVersions, { reportId })).toEqual([])
  await expect(there.qian.does(readHistory, { reportId, offset: 0 })).rejects.toThrow('notAllowed')
})

const step = fc.record({
  kind: fc.constantFrom('write', 'erase', 'paragraph', 'drop', 'compact'),
  who: fc.nat(1),
  at: fc.nat(50),
})

test('every moment of a report can be read as it was, also after its changes were put together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
      const reportId = await begin()
      const windows = [new Window(there.lina, reportId), new Window(there.admin, reportId)] as const
      const was = new Map<number, unknown>()
      for (const { kind, who, at } of steps) {
        if (kind === 'compact') await there.unasked((context) => compactReport(context, { reportId }))
        const window = windows[who] ?? windows[0]
        await window.fetch()
        if (kind === 'write') window.write(at, '服务九次')
        if (kind === 'erase') window.write(at, '')
        if (kind === 'paragraph') window.newParagraph(at)
        if (kind === 'drop') window.dropParagraph(at)
        await window.send('nothing')
        const seq = await window.fetch()
        was.set(seq, jsonOf(window.shared))
      }
      for (const [seq, text] of was)
        expect(await there.lina.does(readMoment, { reportId, seq })).toEqual(ReportDocument.parse(text))
    }),
    { numRuns: 6 },
  )
})
