import { QuestionFields } from '../modules/learning/bank/contract.ts'

/** A question of the demo's bank, with what somebody gives who knows it: options by their place. */
export type Known = { question: QuestionFields; right: string[]; wrong: string[] }

const options = (...texts: [zh: string, en: string][]) =>
  texts.map(([zh, en], i) => ({ id: 'ABCDEF'[i], text: { zh, en } }))
const known = (right: string[], wrong: string[], question: object): Known => ({
  question: QuestionFields.parse(question),
  right,
  wrong,
})

/** All of it is general knowledge. Both languages stand in one question. */
export const questions: readonly Known[] = [
  known(['1'], ['2'], {
    kind: 'single',
    content: {
      stem: { zh: '发现火情，应拨打哪个电话？', en: 'Which number is called when there is a fire?' },
      options: options(['119', '119'], ['110', '110'], ['122', '122']),
    },
    keys: { correct: ['A'], explanation: { zh: '119 是火警电话。', en: '119 is the number of the fire brigade.' } },
    tags: ['消防', '应急'],
    difficulty: 1,
    source: '社区消防手册',
  }),
  known(['1', '2', '3'], ['1', '4'], {
    kind: 'multiple',
    content: {
      stem: { zh: '楼道内不得有下列哪些行为？', en: 'What is not allowed on a staircase?' },
      options: options(
        ['堆放杂物', 'storing things'],
        ['停放电动自行车', 'parking an electric bicycle'],
        ['占用消防通道', 'blocking the way of the fire brigade'],
        ['张贴疏散示意图', 'putting up a plan of escape'],
      ),
    },
    keys: { correct: ['A', 'B', 'C'] },
    tags: ['消防'],
    difficulty: 2,
  }),
  known(['false'], ['true'], {
    kind: 'trueFalse',
    content: { stem: { zh: '火灾时可以乘电梯逃生。', en: 'In a fire one may take the lift.' } },
    keys: {
      correct: ['false'],
      explanation: { zh: '电梯可能断电，应走疏散楼梯。', en: 'It may lose power: take the stairs.' },
    },
    tags: ['消防', '应急'],
    difficulty: 1,
  }),
  known(['11', '9'], ['9', '11'], {
    kind: 'fill',
    content: {
      stem: { zh: '全国消防日是____月____日。', en: 'The national day of fire safety is in month ____ on day ____.' },
    },
    keys: {
      blanks: [
        ['11', '十一'],
        ['9', '九'],
      ],
    },
    tags: ['消防'],
    difficulty: 3,
  }),
  known(['5'], ['10'], {
    kind: 'number',
    content: {
      stem: {
        zh: '诉求登记后，几个工作日内应首次答复？（按本街道规定）',
        en: 'Within how many working days is a request first answered here?',
      },
    },
    keys: { number: { value: 5, tolerance: 0 } },
    tags: ['诉求办理'],
    difficulty: 3,
    source: '街道诉求办理规定',
  }),
  known(['2'], ['1'], {
    kind: 'single',
    content: {
      stem: {
        zh: '居民来访反映邻里纠纷，首先应当？',
        en: 'A resident reports a quarrel with a neighbour. What comes first?',
      },
      options: options(
        ['判断谁对谁错', 'saying who is right'],
        ['倾听并登记', 'listening and writing it down'],
        ['请其自行协商', 'asking them to settle it themselves'],
      ),
    },
    keys: { correct: ['B'] },
    tags: ['诉求办理'],
    difficulty: 2,
  }),
  known([], [], {
    kind: 'order',
    content: {
      stem: { zh: '按使用灭火器的先后排列。', en: 'Put the steps of using an extinguisher in order.' },
      options: options(
        ['拔下保险销', 'pull the pin'],
        ['对准火焰根部', 'aim at the base'],
        ['压下压把', 'squeeze the handle'],
      ),
    },
    keys: { correct: ['A', 'B', 'C'] },
    tags: ['消防', '应急'],
    difficulty: 2,
  }),
  known([], [], {
    kind: 'match',
    content: {
      stem: { zh: '将垃圾与投放的桶对应。', en: 'Match the waste with its bin.' },
      options: options(['果皮', 'fruit peel'], ['废电池', 'batteries'], ['纸箱', 'cardboard']),
      targets: ['厨余垃圾|food waste', '有害垃圾|hazardous waste', '可回收物|recyclables'].map((text, i) => {
        const [zh, en] = text.split('|')
        return { id: `T${i + 1}`, text: { zh, en } }
      }),
    },
    keys: { correct: ['A T1', 'B T2', 'C T3'] },
    tags: ['垃圾分类'],
    difficulty: 2,
  }),
  known([], [], {
    kind: 'text',
    content: {
      stem: {
        zh: '写出一条减轻基层负担的具体建议。',
        en: 'Write down one suggestion that would save the communities work.',
      },
    },
    keys: { guide: { zh: '具体、可行即可得满分。', en: 'Concrete and feasible: all points.' } },
    tags: ['基层治理'],
    difficulty: 4,
  }),
]
