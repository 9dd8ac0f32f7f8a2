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
  and: [' and ', '、'],
  or: [' or ', '或'],
} satisfies Record<string, Words>

export type FigureRefusal = 'unknownFact' | 'unknownMeasure' | 'unknownColumn' | 'unknownGrouping'

export const figureRefusals: Record<FigureRefusal, Words> = {
  unknownFact: ['Nothing of that name is counted here.', '没有这一类统计数据。'],
  unknownMeasure: ['That cannot be measured here.', '这类数据没有该指标。'],
  unknownColumn: ['These records cannot be filtered by “{column}”.', '这类记录不能按“{column}”筛选。'],
  unknownGrouping: ['These records cannot be grouped by “{column}”.', '这类记录不能按“{column}”分组。'],
}
