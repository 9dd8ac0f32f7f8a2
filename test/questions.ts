import fc from 'fast-check'
import type { Bilingual, Keys, QuestionFields, QuestionKind } from '../src/modules/learning/bank/contract.ts'
import { writtenKinds } from '../src/modules/learning/bank/contract.ts'
import { blank, letterOf } from '../src/modules/learning/bank/rules.ts'
import { partCredit } from '../src/modules/learning/bank/scoring/rules.ts'

const word = fc.string({
  unit: fc.constantFrom(...'abcXYZ0159<>&"\'%=.!?(（、学习社区书记'),
  minLength: 1,
  maxLength: 6,
})
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const english = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => `Say ${lines.join('\n')}`)
const chinese = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => `问${lines.join('\n')}`)
type Which = 'en' | 'zh' | 'both'
const bilingual = (which: Which): fc.Arbitrary<Bilingual> =>
  fc.tuple(english, chinese).map(([en, zh]) => ({
    ...(which === 'zh' ? {} : { en }),
    ...(which === 'en' ? {} : { zh }),
  }))
const some = <T>(from: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...from], { minLength: 1 })
const optionsOf = (which: Which, n: number, name: (i: number) => string) =>
  fc.tuple(...Array.from({ length: n }, (_, i) => bilingual(which).map((text) => ({ id: name(i), text }))))

const accepted = fc.array(
  fc.array(
    fc
      .string({ unit: fc.constantFrom(...'abcZ09<&"学习党章'), minLength: 1, maxLength: 8 })
      .map((text) => text.trim() || 'a'),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 1, maxLength: 4 },
)

function asked(
  kind: QuestionKind,
  which: Which,
  limits: boolean,
): fc.Arbitrary<Pick<QuestionFields, 'content'> & { own: Partial<Keys> }> {
  const plainly = bilingual(which).map((stem) => ({ content: { stem, options: [], targets: [] } }))
  switch (kind) {
    case 'trueFalse':
      return fc.tuple(plainly, fc.boolean()).map(([own, truth]) => ({ ...own, own: { correct: [String(truth)] } }))
    case 'number':
      return fc
        .tuple(plainly, fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 50 }))
        .map(([own, value, tolerance]) => ({
          ...own,
          own: { number: { value: value / 100, tolerance: tolerance / 10 } },
        }))
    case 'text':
      return fc.tuple(plainly, bilingual(which)).map(([own, guide]) => ({ ...own, own: { guide } }))
    case 'fill':
      return fc.tuple(bilingual(which), accepted).map(([stem, blanks]) => {
        const holes = blanks.map(() => `x ${blank}`).join(' ')
        const with_ = (text: string | undefined) => (text ? `${text} ${holes} y` : undefined)
        const [en, zh] = [with_(stem.en), with_(stem.zh)]
        return {
          content: { stem: { ...(en ? { en } : {}), ...(zh ? { zh } : {}) }, options: [], targets: [] },
          own: { blanks },
        }
      })
    default:
      return fc.integer({ min: 2, max: 6 }).chain((n) =>
        fc
          .tuple(
            bilingual(which),
            optionsOf(which, n, letterOf),
            optionsOf(which, n, (i) => `T${i + 1}`),
            fc.nat(),
          )
          .chain(([stem, options, pool, seed]) => {
            const ids = options.map(({ id }) => id)
            const targets = kind === 'match' ? pool.map(({ id, text }) => ({ id, text: oneLine(text) })) : []
            const content = { stem, options, targets }
            const chosen = some(ids).map((all) => (kind === 'single' ? all.slice(0, 1) : all))
            const correct =
              kind === 'order'
                ? fc.shuffledSubarray(ids, { minLength: n, maxLength: n })
                : kind === 'match'
                  ? some(ids).map((all) => all.map((id, i) => `${id} T${((seed + i) % n) + 1}`))
                  : chosen
            return fc.tuple(correct, fc.boolean(), fc.boolean()).map(([keys, parts, limited]) => ({
              content: {
                ...content,
                ...(kind === 'multiple' && limits && limited && keys.length > 1 && keys.length < n
                  ? { most: keys.length }
                  : {}),
              },
              own: { correct: keys, ...(kind === 'multiple' && parts ? { mapping: partCredit(keys) } : {}) },
            }))
          }),
      )
  }
}

const oneLine = ({ en, zh }: Bilingual): Bilingual => ({
  ...(en ? { en: en.replaceAll('\n', ' ') } : {}),
  ...(zh ? { zh: zh.replaceAll('\n', ' ') } : {}),
})

/** Any question of any kind, in one language or in both. `limits`: of some only so many options may be chosen, which no row of a workbook holds. */
export const anyQuestion = (
  kinds: readonly QuestionKind[] = writtenKinds,
  { limits = false } = {},
): fc.Arbitrary<QuestionFields> =>
  fc.tuple(fc.constantFrom(...kinds), fc.constantFrom<Which>('en', 'zh', 'both')).chain(([kind, which]) =>
    fc
      .record({
        asked: asked(kind, which, limits),
        explanation: fc.option(bilingual(which), { nil: undefined }),
        tags: fc.uniqueArray(fc.constantFrom('党史', '消防', 'safety', 'A & B'), { maxLength: 3 }),
        difficulty: fc.integer({ min: 1, max: 5 }),
        source: fc.constantFrom('', '《条例》第三条', 'Handbook, p. 4'),
      })
      .map(({ asked: { content, own }, explanation, tags, difficulty, source }) => ({
        kind,
        content,
        keys: { correct: [], ...own, ...(explanation ? { explanation } : {}) },
        tags: tags.sort(),
        difficulty,
        source,
      })),
  )
