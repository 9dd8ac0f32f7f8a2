import type { Words } from '../../platform/i18n.ts'

export const messages = {
  byDay: ['by day', '按日'],
  byMonth: ['by month', '按月'],
  byQuarter: ['by quarter', '按季度'],
  byYear: ['by year', '按年'],
  byPart: ['by part', '按下级单位'],
  by: ['by {column}', '按{column}'],
  ownLevel: ['{name} itself', '{name}本级'],
  notStated: ['not stated', '未填写'],
  yes: ['yes', '是'],
  no: ['no', '否'],
  hiddenName: ['(name not shown)', '（姓名不显示）'],
  change: ['{definition}: change from {before}', '{definition}较{before}的增减'],
  growth: ['{definition}: growth over {before}', '{definition}较{before}的增长率'],
  anyPeriod: ['in the period', '所选时段'],
  anyScope: ['the organization', '所选单位'],
  yearBeforeIt: ['the year before', '上年同期'],
  periodBeforeIt: ['the period before', '上一时段'],
  periodOfRow: ['Period', '时段'],
  and: [' and ', '、'],
  or: [' or ', '或'],

  whatIsCounted: ['What is counted', '这个数字的来历'],
  showRecords: ['Show the records behind it', '查看这个数字的记录'],
  period: ['Period', '时段'],
  scope: ['Scope', '范围'],
  counted: ['Counted', '统计时间'],
  comparedWith: ['In {period}', '{period}'],
  changeIn: ['The same in {period}', '{period}的同一变化'],
  changeOf: [' (change: {change})', '（增减：{change}）'],
  nothingThen: ['nothing on record', '没有记录'],
  notAdditive: [
    'The figures of its parts do not add up to this one: somebody may be in several of them.',
    '各部分之和不等于本数：同一人（或同一记录）可能在多个部分中出现。',
  ],
  records: ['Records', '记录'],
  recordsBehind: ['{count, plural, one {# record} other {# records}}', '{count} 条记录'],
  filterRecords: ['Filter by name or title', '按姓名或名称筛选'],
  found: ['{count, plural, =0 {Nothing found} one {# found} other {# found}}', '找到 {count} 条'],
  downloadWorkbook: ['Workbook (.xlsx)', '下载工作簿（.xlsx）'],
  downloadTable: ['Table (.csv)', '下载表格（.csv）'],
  noRecords: ['Nothing is on record for this.', '没有相应的记录。'],
} satisfies Record<string, Words>

export type FigureRefusal = 'unknownFact' | 'unknownMeasure' | 'unknownColumn' | 'unknownGrouping' | 'againstNothing'

export const figureRefusals: Record<FigureRefusal, Words> = {
  unknownFact: ['Nothing of that name is counted here.', '没有这一类统计数据。'],
  unknownMeasure: ['That cannot be measured here.', '这类数据没有该指标。'],
  unknownColumn: ['These records cannot be filtered by “{column}”.', '这类记录不能按“{column}”筛选。'],
  againstNothing: ['Say which earlier period the change is against.', '请指明与哪个时段相比。'],
  unknownGrouping: ['These records cannot be grouped by “{column}”.', '这类记录不能按“{column}”分组。'],
}
