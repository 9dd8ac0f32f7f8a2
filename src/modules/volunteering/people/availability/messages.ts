import type { Words } from '../../../../platform/i18n.ts'
import type { AvailabilityRefusal } from './rules.ts'

export const availabilityRefusals: Record<AvailabilityRefusal, Words> = {
  timeEndsBeforeItBegins: ['A time cannot end before it begins.', '结束时间不能早于开始时间。'],
}

export const availabilityWords = {
  title: ['When I can come', '我的空闲时间'],
  titleOf: ['When they can come', '空闲时间'],
  help: [
    'The usual week. Leaders see it when they look for somebody; you are asked all the same before a place is yours.',
    '通常的一周。队长安排人手时会参考，正式安排前仍会征求您的意见。',
  ],
  unsaid: ['Nothing said yet: you may be asked for any time.', '尚未填写，任何时段都可能向您询问。'],
  unsaidOf: ['Nothing said yet.', '尚未填写。'],
  change: ['Change my times', '修改空闲时间'],
  changeOf: ['Change the times', '修改空闲时间'],
  weekday: [
    '{day, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}}',
    '{day, select, 1 {周一} 2 {周二} 3 {周三} 4 {周四} 5 {周五} 6 {周六} other {周日}}',
  ],
  from: ['from', '自'],
  to: ['to', '至'],
  addTime: ['Add a time on {day}', '{day}再加一段时间'],
  removeTime: ['Remove {from}–{to} on {day}', '删除{day} {from}–{to}'],
  days: ['Days that differ', '例外日期'],
  daysHelp: ['Away for a week, or free on a holiday.', '外出一周，或节日有空，都可写在这里。'],
  addDay: ['Add a day', '新增日期'],
  date: ['Day', '日期'],
  cannot: ['cannot come', '不能来'],
  can: ['can come as well', '也能来'],
  wholeDay: ['all day', '全天'],
  and: [', ', '、'],
  removeDay: ['Remove {day}', '删除{day}'],
  save: ['Save the times', '保存时间'],
} satisfies Record<string, Words>
