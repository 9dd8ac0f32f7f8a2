import type { Words } from '../../../platform/i18n.ts'
import type { Warning } from './contract.ts'

export const kindWords: Record<Warning['kind'], Words> = {
  objective: ['Objective', '目标任务'],
  duty: ['Duty without a holder', '无责任人的职责'],
  handOver: ['Hand-over not signed', '交接未签字'],
  policy: ['Policy not read', '制度未读'],
  course: ['Required course', '必修课程'],
  action: ['Corrective action', '整改措施'],
  check: ['Safety check', '安全检查'],
}

export const warningWords = {
  warnings: ['Early warning', '预警'],
  about: ['What is late, what will be, and since when.', '已经逾期的、可能逾期的，以及自何时起。'],
  none: ['Nothing is late, and nothing is about to be.', '没有逾期或需要关注的事项。'],
  late: ['Late', '已逾期'],
  soon: ['Wants to be looked at', '需要关注'],
  since: ['since {day}', '自 {day} 起'],
  days: ['{n, plural, =0 {today} one {for one day} other {for # days}}', '{n, plural, =0 {今天} other {已 # 天}}'],
  people: ['{n, plural, one {one person} other {# people}}', '{n} 人'],
  canAct: ['Can act: ', '办理人：'],
  comma: [', ', '、'],
  organization: ['Part', '单位'],
  everywhere: ['All parts', '全部单位'],
} satisfies Record<string, Words>
