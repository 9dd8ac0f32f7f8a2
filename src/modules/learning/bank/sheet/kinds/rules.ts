import { heads } from '../../../../../platform/workbook/sheet.ts'
import type { QuestionKind } from '../../contract.ts'

/** What offices call each kind. */
export const kindWords = {
  single: heads('单选|单选题|单项选择|单项选择题|选择题|single|single choice|multiple choice (one answer)'),
  multiple: heads('多选|多选题|多项选择|多项选择题|不定项|不定项选择题|multiple|multiple choice|multiple answers'),
  trueFalse: heads('判断|判断题|是非|是非题|对错题|true or false|true/false|tf'),
  number: heads('数字|数字题|计算|计算题|数值题|number|numeric|calculation'),
  fill: heads('填空|填空题|fill in|fill|fill in the blank|blank'),
  order: heads('排序|排序题|顺序题|put in order|order|ordering|sequence'),
  match: heads('配对|配对题|连线|连线题|匹配|匹配题|match|matching'),
  text: heads('简答|简答题|问答|问答题|论述|论述题|short text|short answer|essay|text'),
} satisfies Partial<Record<QuestionKind, readonly string[]>>

const spoken = Object.entries(kindWords).flatMap(([kind, words]) =>
  words
    .filter((word) => /[\p{Script=Han}]/u.test(word) || word.length > 7)
    .map((word) => ({ kind: kind as QuestionKind, word: word.toLowerCase() })),
)

/** The one kind that a sheet's name or a table's title speaks of; several speak of none. */
export function kindIn(title: string): QuestionKind | undefined {
  const text = title.toLowerCase()
  const found = spoken.filter(({ word }) => text.includes(word))
  const longest = found.filter(({ word }) => !found.some((other) => other.word !== word && other.word.includes(word)))
  const kinds = new Set(longest.map(({ kind }) => kind))
  return kinds.size === 1 ? [...kinds][0] : undefined
}
