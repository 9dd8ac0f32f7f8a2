import { heads, type SheetColumn, type SheetKind } from '../../../platform/workbook/sheet.ts'
import { takeQuestions } from './sheet/actions.ts'
import { kindWords } from './sheet/kinds/rules.ts'
import { letters } from './sheet/options/rules.ts'

const english = /英文|英语|english/i
const long = { type: 'long' } as const

const optionColumns: SheetColumn[] = letters.flatMap((letter) => [
  {
    key: `option${letter}`,
    label: [`Option ${letter}`, `选项${letter}`],
    words: heads(
      `选项${letter}|${letter}|${letter}选项|${letter}项|备选项${letter}|option ${letter}|choice ${letter}|answer ${letter}`,
    ),
    never: english,
    ...long,
  },
  {
    key: `option${letter}En`,
    label: [`English option ${letter}`, `英文选项${letter}`],
    words: heads(`英文选项${letter}|选项${letter}英文|英文${letter}|english option ${letter}`),
    ...long,
  },
])

/** The columns of a workbook of questions, in the order in which they are written. */
export const questionColumns: readonly SheetColumn[] = [
  {
    key: 'kind',
    label: ['Type', '题型'],
    words: heads('题型|题目类型|试题类型|类型|题目题型|type|question type|kind'),
    type: 'choice',
    choices: kindWords,
  },
  {
    key: 'stem',
    label: ['Question', '题干'],
    words: heads('题干|题目|试题|问题|试题内容|题目内容|题干内容|question|stem|question text'),
    never: english,
    ...long,
  },
  ...optionColumns.filter(({ key }) => !key.endsWith('En')),
  {
    key: 'options',
    label: ['Options in one cell', '选项（同一格）'],
    words: heads('选项|备选项|备选答案|选项内容|可选项|全部选项|options|choices|answer options'),
    never: /英文|英语|english|选项[a-h]$|^option [a-h]$/i,
    ...long,
  },
  {
    key: 'targets',
    label: ['Matched with', '配对项'],
    words: heads('配对项|对应项|匹配项|右侧选项|matched with|targets|matches'),
    never: english,
    ...long,
  },
  {
    key: 'answer',
    label: ['Answer', '答案'],
    words: heads('答案|正确答案|标准答案|参考答案|answer|correct answer|key|correct'),
    never: english,
    ...long,
  },
  {
    key: 'credit',
    label: ['Credit', '计分'],
    words: heads('计分|计分方式|给分|credit|scoring'),
    type: 'choice',
    choices: {
      parts: heads('部分给分|部分得分|for each part|parts|partial'),
      whole: heads('全对给分|全对得分|as a whole|whole'),
    },
  },
  {
    key: 'difficulty',
    label: ['Difficulty', '难度'],
    words: heads('难度|难易度|难易程度|难度系数|difficulty|level'),
    ...long,
  },
  { key: 'tags', label: ['Tags', '标签'], words: heads('标签|知识点|分类|类别|章节|tags|tag|topic|category'), ...long },
  { key: 'source', label: ['Source', '来源'], words: heads('来源|出处|依据|题目来源|source|reference'), ...long },
  {
    key: 'explanation',
    label: ['Explanation', '解析'],
    words: heads('解析|答案解析|试题解析|详解|解释|说明解析|explanation|rationale|feedback'),
    never: english,
    ...long,
  },
  {
    key: 'stemEn',
    label: ['English question', '英文题干'],
    words: heads('英文题干|英文题目|题干英文|english question|english stem'),
    ...long,
  },
  ...optionColumns.filter(({ key }) => key.endsWith('En')),
  {
    key: 'targetsEn',
    label: ['English matched with', '英文配对项'],
    words: heads('英文配对项|配对项英文|english matched with'),
    ...long,
  },
  { key: 'answerEn', label: ['English answer', '英文答案'], words: heads('英文答案|答案英文|english answer'), ...long },
  {
    key: 'explanationEn',
    label: ['English explanation', '英文解析'],
    words: heads('英文解析|解析英文|english explanation'),
    ...long,
  },
]

export const sheets: readonly SheetKind[] = [
  {
    kind: 'questions',
    label: ['Quiz questions', '试题'],
    titles: heads('试题|题库|题目|竞赛题|知识竞赛|考试|测验|questions|quiz|test bank|item bank'),
    order: 80,
    needs: [
      ['stem', 'answer'],
      ['stemEn', 'answer'],
      ['stem', 'optionA', 'optionB'],
      ['stem', 'options'],
    ],
    columns: questionColumns,
    apply: takeQuestions,
  },
]
