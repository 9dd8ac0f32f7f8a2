import type { Words } from '../../../../platform/i18n.ts'

export const ruleWords = {
  title: ['Rules of service', '服务规则'],
  about: [
    'They hold here and below, for everybody, whoever places whom. Empty: what is said above holds.',
    '对本级及下属的所有人有效，无论由谁安排。留空则沿用上级规定。',
  ],
  restMinutes: ['Rest between two shifts (minutes)', '两个班次之间的休息（分钟）'],
  dayMinutes: ['At most a day (minutes)', '每天最多（分钟）'],
  weekMinutes: ['At most a week (minutes)', '每周最多（分钟）'],
  yearMinutes: ['At most a year (minutes)', '每年最多（分钟）'],
  lateHours: ['A cancellation is late from (hours before)', '开始前多少小时内取消算临时取消'],
  holds: ['Holds here: {value}', '现行：{value}'],
  nothing: ['nothing said', '未规定'],
  save: ['Save the rules', '保存规则'],
} satisfies Record<string, Words>
