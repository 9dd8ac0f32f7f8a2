import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { Window } from '../../../../../test/writing.ts'
import { listNotices } from '../../../notices/inbox/actions.ts'
import { createReport, settledReport } from '../drafts/actions.ts'
import { readMoment } from '../versions/actions.ts'
import { answerThread, beginThread, changeComment, deleteComment, listThreads, resolveThread } from './actions.ts'

let there: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  there = await town()
})

const begin = async (): Promise<string> => {
  const fields = { organizationId: there.organizations.willow, period: '2026-03', title: '三月报告', campaign: '' }
  const more = { language: 'zh-CN' as const, template: null, templateId: null }
  return (await there.lina.does(createReport, { ...fields, ...more })).id
}

test('one comments, the other hears of it, answers and settles it; only who said something changes it', async () => {
  const reportId = await begin()
  const begun = await there.admin.does(beginThread, { reportId, quote: '九次', text: '请核对次数' })
  const told = await there.lina.does(listNotices, { offset: 0 } as never)
  expect(JSON.stringify(told)).toContain('请核对次数')
  expect(JSON.stringify(await there.admin.does(listNotices, { offset: 0 } as never))).not.toContain('请核对次数')
  const answered = await there.lina.does(answerThread, { threadId: begun.id, text: '已核对，是九次' })
  expect(answered.comments.map(({ person, mine }) => [person?.name, mine])).toEqual([
    [there.admin.name, false],
    [there.lina.name, true],
  ])
  const [first, second] = answered.comments
  if (!first || !second) throw new Error('two have spoken')
  await expect(there.lina.does(changeComment, { commentId: first.id, text: '不是我说的' })).rejects.toThrow(
    'notAllowed',
  )
  await expect(there.lina.does(deleteComment, { commentId: first.id })).rejects.toThrow('notAllowed')
  await there.lina.does(changeComment, { commentId: second.id, text: '已核对' })
  await there.lina.does(resolveThread, { threadId: begun.id, resolved: true })
  const [settled] = await there.admin.does(listThreads, { reportId })
  expect(settled).toMatchObject({ quote: '九次', resolved: { by: there.lina.name } })
  expect(settled?.comments[1]).toMatchObject({ text: '已核对', mine: false })
  await there.admin.does(deleteComment, { commentId: first.id })
  await expect(there.admin.does(changeComment, { commentId: first.id, text: '又说' })).rejects.toThrow('commentDeleted')
  await there.admin.does(answerThread, { threadId: begun.id, text: '还有一处' })
  const [again] = await there.lina.does(listThreads, { reportId })
  expect(again?.resolved).toBeNull()
  expect(again?.comments.map(({ text, deleted }) => [text, deleted])).toEqual([
    ['', true],
    ['已核对', false],
    ['还有一处', false],
  ])
})

test('who only reads, and who is of another part, neither hears nor says anything', async () => {
  const reportId = await begin()
  const { id: threadId } = await there.lina.does(beginThread, { reportId, quote: '九次', text: '请核对' })
  for (const who of [there.zhang, there.qian]) {
    await expect(who.does(listThreads, { reportId })).rejects.toThrow('notAllowed')
    await expect(who.does(answerThread, { threadId, text: '我也说' })).rejects.toThrow('notAllowed')
    await expect(who.does(beginThread, { reportId, quote: '', text: '我也说' })).rejects.toThrow('notAllowed')
  }
})

test('where a comment stands is known to the editor alone, also when the text goes back', async () => {
  const reportId = await begin()
  const { id: thread } = await there.lina.does(beginThread, { reportId, quote: '九次', text: '请核对' })
  const window = new Window(there.lina, reportId)
  await window.fetch()
  window.write(0, '开展集中学习九次。')
  await window.send('nothing')
  window.mark('九次', thread)
  window.mark('开展', 'pasted from another program')
  await window.send('nothing')
  const { blocks } = await there.lina.does(settledReport, { reportId })
  expect(JSON.stringify(blocks)).not.toContain(thread)
  expect(blocks).toContainEqual({ kind: 'paragraph', runs: [{ text: '开展集中学习九次。' }] })
  const { content } = await there.lina.does(readMoment, { reportId, seq: 1 })
  expect(content[0]).toMatchObject({
    content: [
      { text: '开展集中学习' },
      { text: '九次', marks: [{ type: 'comment', attrs: { thread } }] },
      { text: '。' },
    ],
  })
})
