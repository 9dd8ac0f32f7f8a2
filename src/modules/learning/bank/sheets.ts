import { heads, type SheetColumn, type SheetKind } from '../../../platform/workbook/sheet.ts'
import { takeQuestions } from './sheet/actions.ts'
import { letters } from './sheet/rules.ts'

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
    choices: {
      single: heads('单选|单选题|单项选择|单项选择题|选择题|single|single choice|multiple choice (one answer)'),
      multiple: heads('多选|多选题|多项选择|多项选择题|不定项|不定项选择题|multiple|multiple choice|multiple answers'),
      trueFalse: heads('判断|判断题|是非|是非题|对错题|true or false|true/false|tf'),
      number: heads('数字|数字题|计算|计算题|数值题|number|numeric|calculation'),
      fill: heads('填空|填空题|fill in|fill|fill in the blank|blank'),
      order: heads('排序|排序题|顺序题|put in order|order|ordering|sequence'),
      match: heads('配对|配对题|连线|连线题|匹配|匹配题|match|matching'),
      text: heads('简答|简答题|问答|问答题|论述|论述题|short text|short answer|essay|text'),
    },
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
    ],
    columns: questionColumns,
    apply: takeQuestions,
  },
]
