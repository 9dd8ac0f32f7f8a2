import type { Words } from '../../../platform/i18n.ts'
import type { CardPeriod, Drawing } from './contract.ts'
import type { StartingRole } from './rules.ts'

export type BoardRefusal = 'heatNeedsDays' | 'lineNeedsTime' | 'cardsChangedMeanwhile'

export const boardRefusals: Record<BoardRefusal, Words> = {
  heatNeedsDays: ['A calendar shows a figure day by day.', '日历图只能按日显示。'],
  lineNeedsTime: [
    'A line goes through days, months, quarters or years. Draw other parts as bars or as a table.',
    '折线图只能按日、月、季度或年显示；其他分组请用条形图或表格。',
  ],
  cardsChangedMeanwhile: [
    'Somebody else has added or removed a card meanwhile. Nothing was moved. Look again.',
    '其间有人增减了卡片，顺序未作调整，请重新查看。',
  ],
}

/** What the boards are called that every office has from its first day. */
export const startingNames: Record<StartingRole, Words> = {
  coordinator: ['The office at a glance', '街道工作一览'],
  secretary: ['The community at a glance', '社区工作一览'],
  stationManager: ['The station at a glance', '服务站一览'],
  teamLeader: ['The team at a glance', '服务队一览'],
  auditor: ['To be looked into', '核查要点'],
}

export const drawingWords: Record<Drawing, Words> = {
  card: ['Number', '数字'],
  line: ['Line', '折线图'],
  bar: ['Bars', '条形图'],
  heat: ['Calendar', '日历图'],
  table: ['Table', '表格'],
}

export const cardPeriodWords: Record<CardPeriod, Words> = {
  thisMonth: ['This month', '本月'],
  thisQuarter: ['This quarter', '本季度'],
  thisYear: ['This year', '今年'],
  lastYear: ['Last year', '去年'],
}

export const boardWords = {
  board: ['Board', '看板'],
  boards: ['Boards', '看板'],
  about: ['What matters to each role, counted now.', '按岗位汇集的数字，打开即为最新。'],
  toBoards: ['All boards', '全部看板'],
  countedNoMore: ['Counted no more', '不再统计'],
  forAll: ['For everybody who reads figures', '供所有可查看数据的人员'],
  cardsOf: ['Figures on this board', '看板上的数字'],
  cards: ['{count, plural, one {# card} other {# cards}}', '{count} 张卡片'],
  newBoard: ['New board', '新建看板'],
  name: ['Name', '名称'],
  forRole: ['For whom', '适用岗位'],
  aboutScope: ['About', '统计范围'],
  readersPart: ['Each reader’s own part', '各人所在范围'],
  keep: ['Keep the board', '保存看板'],
  saved: ['The board is kept.', '看板已保存。'],
  theBoard: ['The board', '看板信息'],
  keepPicture: ['As a picture', '存为图片'],
  boardSource: ['Linli · {about} · counted {at}', '邻里 · {about} · 统计于 {at}'],
  kindOf: ['What it counts', '内容来源'],
  named: ['A named figure', '已有指标'],
  ownQuestion: ['A question of its own', '自拟问题'],
  none: ['There is no board for you yet.', '还没有供您使用的看板。'],
  empty: [
    'Nothing stands on this board yet. Choose “Change” and add a card.',
    '看板上还没有内容，请点“修改”添加卡片。',
  ],
  change: ['Change', '修改'],
  changed: ['Done', '完成'],
  remove: ['Remove the board', '移除看板'],
  removed: ['“{name}” was removed.', '已移除“{name}”。'],
  print: ['Print', '打印'],
  when: ['Period', '时段'],
  ownPeriods: ['Each card’s own period', '各卡片自己的时段'],
  oneFor: ['One period for all', '统一时段'],
  addCard: ['Add a card', '添加卡片'],
  add: ['Add', '添加'],
  figure: ['Figure', '指标'],
  drawnAs: ['Drawn as', '显示为'],
  broad: ['Over the whole width', '占满整行'],
  earlierCard: ['Move “{title}” forward', '前移“{title}”'],
  laterCard: ['Move “{title}” back', '后移“{title}”'],
  removeCard: ['Remove “{title}”', '移除“{title}”'],
  cardDrawnAs: ['How “{title}” is drawn', '“{title}”的显示方式'],
  cardPeriod: ['Period of “{title}”', '“{title}”的时段'],
  by: ['In parts by', '分组'],
  usual: ['As usual', '默认'],
  parts: ['Parts of the organization', '下级单位'],
  day: ['Days', '日'],
  month: ['Months', '月'],
  quarter: ['Quarters', '季度'],
  year: ['Years', '年'],
  beside: ['{period}: {before}', '{period}：{before}'],
  nothingThen: ['{period}: nothing on record', '{period}：没有记录'],
  value: ['Value', '数值'],
  noParts: ['This figure has no such parts any more.', '该指标已不能这样分组。'],
  source: ['Linli · {scope} · {period} · counted {at}', '邻里 · {scope} · {period} · 统计于 {at}'],
} satisfies Record<string, Words>
