import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreignNames, foreignXml } from '../../../../../../test/foreign.ts'
import { anyQuestion } from '../../../../../../test/questions.ts'
import type { QuestionFields } from '../../contract.ts'
import { shareOf } from '../../scoring/rules.ts'
import { itemXml } from '../exporting/rules.ts'
import { treeOf } from '../reading/actions.ts'
import { isRefused, questionIn } from './rules.ts'

const taken = async (xml: string): Promise<QuestionFields> => {
  const read = questionIn(await treeOf(Buffer.from(xml)))
  if (isRefused(read)) throw new Error(`${read.reason} ${read.what}`)
  return read.question
}
const file = foreignXml
const plainly = ({ keys, ...question }: QuestionFields): QuestionFields => ({
  ...question,
  keys: { ...keys, correct: question.kind === 'order' ? keys.correct : keys.correct.toSorted() },
})

test('every question goes out as an item and comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuestion(undefined, { limits: true }), async (question) => {
      expect(await taken(itemXml(question, 'q-1'))).toEqual(plainly(question))
    }),
  )
})

test('what another program wrote comes back from our package as it came in', async () => {
  for (const name of foreignNames) {
    const question = await taken(file(name))
    expect([name, await taken(itemXml(question, 'q-1'))]).toEqual([name, question])
  }
})

test('items score as their own rules say', async () => {
  const score = async (name: string, ...answers: string[][]) => {
    const question = await taken(file(name))
    return answers.map((answer) => shareOf(question, answer))
  }
  expect(
    await score('choice-mapped', ['Peel', 'Leaves'], ['Peel'], ['Peel', 'Leaves', 'Paper'], ['Glass'], []),
  ).toEqual([1, 0.5, 0.5, 0, 0])
  expect(
    await score('order-partial', ['warn', 'call', 'leave', 'meet'], ['warn', 'call', 'meet', 'leave'], ['call']),
  ).toEqual([1, 0.5, 0])
  expect(await score('text-entries', ['十一月九日', '119'], ['十一月', '１１９'], ['十一月', ''], ['', '120'])).toEqual(
    [1, 0.75, 0.25, 0],
  )
  expect(await score('match-pairs', ['fire n119', 'police n110'], ['police n110'], ['fire n110'])).toEqual([
    1,
    2 / 3,
    0,
  ])
  expect(await score('essay', ['Dear neighbour'])).toEqual([null])
  // Two of two options, the order, and the number: a point each.
  const [both, order] = [
    ['p0.Alarm', 'p0.Exit'],
    ['p1.call', 'p1.leave', 'p1.meet'],
  ]
  expect(
    await score('several', [...both, ...order, 'p2=１１９'], [...both, 'p2=110'], ['p0.Alarm', 'p2=119'], []),
  ).toEqual([1, 1 / 3, 1 / 3, 0])
  // More than may be chosen is for the quiz to leave out; a wrong one takes a point away.
  expect(await score('choice-limited', ['keys', 'coat'], ['keys'], ['coat', 'sofa'], ['book'])).toEqual([
    1,
    1 / 1.5,
    0,
    0,
  ])
  expect(await score('true-false-told', ['false'], ['true'], [])).toEqual([1, 0, 0])
  expect(await score('fill-cases', ['Willow'], [' willow'], ['WILLOW'], ['Birch'])).toEqual([1, 0.5, 0.5, 0])
  // From five per cent below to ten above, the upper end left out.
  expect(await score('number-near', ['200'], ['190'], ['189.9'], ['219.9'], ['220'])).toEqual([1, 1, 0, 1, 0])
  // Three right are a pass, two half of one: its own table says so.
  expect(await score('lookup', ['A', 'B', 'C'], ['A', 'B'], ['A'], ['D'])).toEqual([1, 0.5, 0, 0])
})

test('texts keep their languages, their lines and their blanks; pictures are told by their description', async () => {
  expect((await taken(file('text-entries'))).content.stem).toEqual({ zh: '全国消防日是____，\n火警电话是 ____。' })
  const read = questionIn(await treeOf(Buffer.from(file('choice-mapped'))))
  expect(isRefused(read) ? read : read.without).toEqual([{ left: 'picture', what: '(a newspaper)' }])
  expect((await taken(file('choice-mapped'))).content.options[3]?.text).toEqual({ en: 'Paper (a newspaper)' })
  expect((await taken(file('match-pairs'))).content.targets[0]?.text).toEqual({ en: '110' })
  expect((await taken(file('essay'))).keys.guide).toEqual({ en: 'Names a time and a place.' })
})

test('each of several things says what it asks; what instructs whoever answers is asked, what instructs others is told', async () => {
  const { content } = await taken(file('several'))
  expect(content.stem).toEqual({ en: 'A stairwell is full of smoke.' })
  expect(content.pieces).toEqual([
    { kind: 'multiple', text: { en: 'What do you look for?' } },
    { kind: 'order', text: { en: 'What comes first?' } },
    { kind: 'number', text: { en: 'The number of the fire service is ____.' } },
  ])
  const bare = await taken(file('several').replace('<p>A stairwell is full of smoke.</p>', ''))
  expect([bare.content.stem, bare.content.pieces?.[0]]).toEqual([{ en: 'What do you look for?' }, { kind: 'multiple' }])
  const limited = questionIn(await treeOf(Buffer.from(file('choice-limited'))))
  if (isRefused(limited)) throw new Error(limited.reason)
  expect(limited.question.content).toMatchObject({
    stem: { en: 'Think of the winter.\nWhich two do you take along when you leave?' },
    most: 2,
  })
  expect(limited.without).toEqual([{ left: 'element', what: 'qti-rubric-block' }])
})

test('a hint is not a part of what is asked, how a word is read stands behind it, and where a link leads is told', async () => {
  const read = questionIn(
    await treeOf(
      Buffer.from(
        file('true-false-told').replace(
          '</qti-choice-interaction>',
          '</qti-choice-interaction><qti-info-control title="Hint">Think of smoke.</qti-info-control><p>Say <ruby><rb>lift</rb><rp>(</rp><rt>elevator</rt><rp>)</rp></ruby>, see <a href="https://fire.example/lifts">why</a>.</p>',
        ),
      ),
    ),
  )
  if (isRefused(read)) throw new Error(read.reason)
  expect(read.question.content.stem).toEqual({
    en: 'When it burns, the lift is the way out.\nSay lift (elevator), see why.',
  })
  expect(read.without.filter(({ left }) => left === 'element')).toEqual([
    { left: 'element', what: 'qti-info-control' },
    { left: 'element', what: 'https://fire.example/lifts' },
  ])
})

test('what is left out is told by what it is; nothing is left out in silence', async () => {
  const rich = file('several')
    .replace('<qti-item-body>', '<qti-stylesheet href="a.css" type="text/css"/><qti-item-body>')
    .replace('<p>', '<p><math alttext="x squared"><mi>x</mi></math>')
    .replace(
      '</qti-assessment-item>',
      '<qti-modal-feedback outcome-identifier="F" identifier="well" show-hide="show"><p>Well done</p></qti-modal-feedback></qti-assessment-item>',
    )
    .replace(
      'The alarm',
      '<img src="a.png"/>The alarm <qti-feedback-inline outcome-identifier="F" identifier="x" show-hide="show">yes</qti-feedback-inline>',
    )
  const read = questionIn(await treeOf(Buffer.from(rich)))
  const told = isRefused(read) ? [read] : read.without.map(({ left, what }) => `${left} ${what}`).sort()
  expect(told).toEqual([
    'element qti-stylesheet',
    'feedback qti-feedback-inline',
    'feedback qti-modal-feedback',
    'formula x squared',
    'picture a.png',
  ])
})

test('what is not known here is refused by its name', async () => {
  const refused = async (xml: string) => {
    try {
      const read = questionIn(await treeOf(Buffer.from(xml)))
      return isRefused(read) ? [read.reason, read.what] : 'taken'
    } catch (error) {
      return [(error as Error).message, '']
    }
  }
  const choice = file('choice-mapped')
  const essay = '<qti-extended-text-interaction response-identifier="RESPONSE3"/>'
  expect(await refused(file('several').replace(/<qti-text-entry-interaction[^>]*>/, essay))).toEqual([
    'qtiSeveralInteractions',
    'qti-choice-interaction, qti-order-interaction, qti-extended-text-interaction',
  ])
  expect(await refused(file('hotspot'))).toEqual(['qtiInteraction', 'qti-hotspot-interaction'])
  expect(await refused(choice.replace(/map_response.xml/, 'map_response_point.xml'))).toMatchObject([
    'qtiRule',
    expect.stringContaining('point'),
  ])
  const both = file('match-pairs').replace(
    '</qti-correct-response>',
    '<qti-value>fire n110</qti-value></qti-correct-response>',
  )
  expect(await refused(both)).toEqual(['qtiAnswer', 'qti-match-interaction, match-max'])
  const some = file('several').replace('<qti-value>meet</qti-value>', '')
  expect(await refused(some)).toEqual(['qtiAnswer', 'qti-order-interaction, max-choices'])
  const named = file('number-near').replace('tolerance="5.0 10.0"', 'tolerance="NEAR NEAR"')
  expect(await refused(named)).toEqual(['qtiRule', 'qti-equal tolerance'])
  const random = file('order-partial').replaceAll('qti-index', 'qti-random')
  expect(await refused(random)).toEqual(['qtiRule', 'qti-random'])
  expect(await refused(choice.replace('adaptive="false"', 'adaptive="true"'))).toEqual(['qtiAdaptive', ''])
  expect(await refused(choice.replace('<em>', '<script>alert(1)</script><em>'))).toEqual(['qtiScript', 'script'])
  expect(await refused(choice.replace('<em>', '<em onclick="x()">'))).toEqual(['qtiScript', 'onclick'])
  expect(await refused(choice.replace('src="paper.png"', 'src="javascript:x()"'))).toMatchObject([
    'qtiScript',
    expect.stringContaining('javascript'),
  ])
  const entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  expect(await refused(choice.replace('<qti-assessment-item', `${entity}<qti-assessment-item`))).toEqual([
    'qtiDoctype',
    '',
  ])
  expect(await refused('<assessmentItem/>')).toEqual(['qtiOldVersion', ''])
  expect(await refused(choice.slice(0, 900))).toEqual(['qtiDamaged', ''])
  expect(await refused(`<a>${'<b>'.repeat(100)}${'</b>'.repeat(100)}</a>`)).toEqual(['qtiTooLarge', ''])
  expect(await refused(choice.replaceAll(/<qti-simple-choice.*?<\/qti-simple-choice>/gs, ''))).toEqual([
    'qtiUnreadable',
    'optionsFew',
  ])
})
