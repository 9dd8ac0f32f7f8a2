import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreign, foreignNames } from '../../../../../test/foreign.ts'
import { anyQuestion } from '../../../../../test/questions.ts'
import { QuestionFields } from '../contract.ts'
import { draftOf, fieldsOf } from './draft.ts'

const kept = (question: QuestionFields) => ({
  ...question,
  id: '',
  version: 1,
  retired: false,
  changedAt: new Date(),
  changedBy: null,
})

test('every question that is opened and kept is the same', () => {
  fc.assert(
    fc.property(anyQuestion(undefined, { limits: true }), (question) => {
      const after = fieldsOf(draftOf(kept(question) as never, 'zh-CN'))
      // An order is written in the order that is right, and mixed when it is asked; targets are named anew by their words.
      if (question.kind === 'order') expect(new Set(after.content.options)).toEqual(new Set(question.content.options))
      else if (question.kind !== 'match') expect(after.content).toEqual(question.content)
      expect({ ...after, content: null, keys: question.kind === 'match' ? null : after.keys }).toEqual({
        ...question,
        content: null,
        keys: question.kind === 'match' ? null : question.keys,
      })
    }),
  )
})

test('what another program wrote is opened and kept as it came: its rules, weights and places; only its texts may change', async () => {
  for (const name of foreignNames) {
    const { question } = await foreign(name)
    const draft = draftOf(kept(question) as never, 'zh-CN')
    const { rules: _, ...keys } = question.keys
    expect([name, fieldsOf(draft)]).toEqual([name, { ...question, keys }])
  }
  const { question } = await foreign('several')
  const draft = draftOf(kept(question) as never, 'en')
  const said = { en: 'Leave the building' }
  const options = question.content.options.map((one) => (one.id === 'p1.leave' ? { ...one, text: said } : one))
  const { content, keys } = fieldsOf({ ...draft, given: { ...question, content: { ...question.content, options } } })
  expect(content.options.find(({ id }) => id === 'p1.leave')?.text).toEqual(said)
  expect(keys.correct).toEqual(question.keys.correct)
})

test('a match question that is opened and kept is the same, also where several go with one target and some with none', () => {
  fc.assert(
    fc.property(anyQuestion(['match']), fc.array(fc.nat(5)), (question, shares) => {
      const { options, targets } = question.content
      // Two targets of the same words cannot be told apart by whoever answers.
      fc.pre(new Set(targets.map(({ text }) => JSON.stringify(text))).size === targets.length)
      const correct = options.flatMap(({ id }, i) => {
        const to = targets[shares[i] ?? targets.length]
        return to ? [`${id} ${to.id}`] : []
      })
      const before = QuestionFields.parse({ ...question, keys: { correct } })
      const after = fieldsOf(draftOf(kept(before) as never, 'zh-CN'))
      expect(after.content.options).toEqual(before.content.options)
      expect(new Set(after.content.targets)).toEqual(new Set(before.content.targets))
      expect(after.keys.correct).toEqual(before.keys.correct)
    }),
  )
})

test('the same words on the right, written twice, are one target', () => {
  const draft = draftOf(undefined, 'zh-CN')
  const option = (key: string, zh: string, target: string) => ({
    ...{ key, id: null, targetId: null, right: false },
    text: zh ? { zh } : {},
    target: { zh: target },
  })
  const options = [option('1', '果皮', '厨余垃圾'), option('2', '剩饭', '厨余垃圾 '), option('3', '', '有害垃圾')]
  const { content, keys } = fieldsOf({ ...draft, kind: 'match', stem: { zh: '垃圾分类' }, options })
  expect(content.targets).toEqual([
    { id: 'T1', text: { zh: '厨余垃圾' } },
    { id: 'T2', text: { zh: '有害垃圾' } },
  ])
  expect(keys.correct).toEqual(['A T1', 'B T1'])
})
