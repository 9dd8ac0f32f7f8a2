import type { Words } from '../../../platform/i18n.ts'
import type { SheetRefusal } from './rules.ts'

export const sheetRefusals: Record<SheetRefusal, Words> = {
  sheetCancelled: ['This activity has been cancelled, so nobody came.', '该活动已取消，无需签到。'],
  sheetTooEarly: ['The sheet opens an hour before it begins.', '签到表在活动开始前一小时开放。'],
}

export const attendanceWords = {
  title: ['Attendance', '签到'],
  back: ['To the activity', '返回活动'],
  counts: [
    '{came} of {expected} came{open, plural, =0 {} other {, # not recorded}}',
    '应到 {expected}，实到 {came}{open, plural, =0 {} other {，# 人未登记}}',
  ],
  besides: ['{count, plural, one {# came besides} other {# came besides}}', '另有 {count} 人到场'],
  allHere: ['All here', '全部到齐'],
  allHereDone: [
    '{count, plural, one {# person} other {# people}} marked as come. Change those who did not.',
    '已将 {count} 人记为出勤，请更正未到的人。',
  ],
  nothingOpen: ['Everybody is recorded.', '全部已登记。'],
  markFor: ['{name}: what happened', '{name}的签到'],
  expected: ['Expected', '应到'],
  walkIn: ['came unexpected', '临时到场'],
  addWalkIn: ['Somebody else came', '添加临时到场的人'],
  addedWalkIn: ['{name} was added as come.', '已将{name}记为出勤。'],
  notMembers: ['Not in the group on that day: {names}', '当天不是小组成员：{names}'],
  hoursFromDoor: ['hours from check-in and check-out', '时长由签到签退计算'],
  note: ['Note', '备注'],
  saved: ['Saved', '已保存'],
  saving: ['Saving', '正在保存'],
  waiting: [
    '{count, plural, one {# line waits} other {# lines wait}} to be sent. Go on; nothing is lost.',
    '{count} 行待发送，可继续填写，不会丢失。',
  ],
  refused: ['Not saved', '未保存'],
  sendAgain: ['Send again', '重新发送'],
  forget: ['Drop what was not saved', '放弃未保存的内容'],
  conflict: ['{who} recorded “{theirs}” meanwhile.', '{who}已先登记为“{theirs}”。'],
  keepTheirs: ['Keep that', '保留'],
  useMine: ['Record “{mine}”', '改记为“{mine}”'],
  cleared: ['not recorded', '未登记'],
  nobody: ['Nobody is expected. Add whoever came.', '没有应到人员，请添加到场的人。'],
  somebody: ['Somebody', '他人'],
  mayNot: ['You may look at this sheet, not fill it in.', '您可查看签到表，但无权填写。'],
} satisfies Record<string, Words>
