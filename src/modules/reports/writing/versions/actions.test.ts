import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { Window } from '../../../../../test/writing.ts'
import { beginThread } from '../comments/actions.ts'
import { createReport } from '../drafts/actions.ts'
import { restoreText } from '../pages/editor/restoring.ts'
import { compactReport } from '../updates/actions.ts'
import { jsonOf } from '../updates/text/actions.ts'
import { nameVersion, readMoment } from './actions.ts'

let there: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  there = await town()
})

const step = fc.record({
  kind: fc.constantFrom(
    'write',
    'write',
    'write',
    'paragraph',
    'drop',
    'comment',
    'send',
    'fetch',
    'name',
    'restore',
    'compact',
  ),
  who: fc.nat(1),
  at: fc.nat(50),
})

const letters = (text: unknown): string => JSON.stringify(text).replaceAll(/[^\u4e00-\u9fff]/gu, '')

test('two people write, comment, take away and go back to versions in any order: both end the same, and no letter goes that nobody saw go', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 40 }), async (steps) => {
      const fields = { organizationId: there.organizations.willow, period: '2026-03', title: '报告', campaign: '' }
      const more = { language: 'zh-CN' as const, template: null, templateId: null }
      const { id: reportId } = await there.lina.does(createReport, { ...fields, ...more })
      const windows = [new Window(there.lina, reportId), new Window(there.admin, reportId)] as const
      for (const window of windows) await window.fetch()
      let next = 0x4e00
      const [written, seenToGo] = [new Set<string>(), new Set<string>()]
      let version = 0
      /** What somebody takes away who has it before their eyes. */
      const seeing = (window: Window, work: () => void): void => {
        const before = letters(jsonOf(window.shared))
        work()
        const after = letters(jsonOf(window.shared))
        for (const letter of before) if (!after.includes(letter)) seenToGo.add(letter)
      }
      for (const { kind, who, at } of steps) {
        const window = windows[who] ?? windows[0]
        if (kind === 'compact') await there.unasked((context) => compactReport(context, { reportId }))
        if (kind === 'write' || kind === 'paragraph') {
          const letter = String.fromCharCode(next++)
          written.add(letter)
          if (kind === 'write') window.writeSomewhere(at, letter)
          else window.newParagraph(at, letter)
        }
        if (kind === 'comment') {
          const { id } = await (who === 0 ? there.lina : there.admin).does(beginThread, {
            reportId,
            quote: '',
            text: '请核对',
          })
          window.markSomewhere(at, id)
        }
        if (kind === 'drop') seeing(window, () => window.dropParagraph(at))
        if (kind === 'send') await window.send('nothing')
        if (kind === 'fetch') await window.fetch()
        if (kind === 'name') version = (await there.lina.does(nameVersion, { reportId, name: '稿' })).seq
        if (kind === 'restore') {
          const document = await there.lina.does(readMoment, { reportId, seq: version })
          seeing(window, () => restoreText(window.shared, document))
        }
      }
      for (const window of windows) for (let i = 0; i < 2; i++) await window.send('nothing')
      for (const window of windows) await window.fetch()
      const [one, other] = windows.map(({ shared }) =>
        jsonOf(shared, { sees: ({ deleted }) => !deleted, comments: true }),
      )
      expect(other).toEqual(one)
      const there_ = letters(one)
      expect([...written].filter((letter) => !there_.includes(letter) && !seenToGo.has(letter))).toEqual([])
    }),
    { numRuns: 15 },
  )
})

test('going back says what was said then, and one person’s words from meanwhile stay', async () => {
  const fields = { organizationId: there.organizations.willow, period: '2026-03', title: '报告', campaign: '' }
  const more = { language: 'zh-CN' as const, template: null, templateId: null }
  const { id: reportId } = await there.lina.does(createReport, { ...fields, ...more })
  const [lina, admin] = [new Window(there.lina, reportId), new Window(there.admin, reportId)]
  await lina.fetch()
  lina.write(0, '开展集中学习九次。')
  await lina.send('nothing')
  const { seq } = await there.lina.does(nameVersion, { reportId, name: '初稿' })
  lina.replace('九次', '十次')
  lina.newParagraph(1, '又一段')
  await lina.send('nothing')
  await admin.fetch()
  admin.writeSomewhere(103, '乙')
  restoreText(lina.shared, await there.lina.does(readMoment, { reportId, seq }))
  await lina.send('nothing')
  await admin.send('nothing')
  for (const window of [lina, admin]) await window.fetch()
  expect(jsonOf(admin.shared)).toEqual(jsonOf(lina.shared))
  expect(letters(jsonOf(lina.shared))).toBe('开展集中学习九次乙')
})
