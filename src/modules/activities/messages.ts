import type { Words } from '../../platform/i18n.ts'
import type { ActivityKind, ParticipationState } from './contract.ts'
import type { ActivityRefusal } from './rules.ts'
import type { OnHoliday } from './series/rules.ts'

export const activityRefusals: Record<ActivityRefusal | 'notADayRule' | 'seriesTooOld', Words> = {
  activityEndsBeforeStart: ['It ends before it begins.', '结束时间早于开始时间。'],
  activityTooLong: [
    'One activity lasts at most 31 days. Make a series instead.',
    '单个活动最长 31 天，请改用系列活动。',
  ],
  activityCancelled: ['This activity has been cancelled.', '该活动已取消。'],
  activityNotCancelled: ['This activity is not cancelled.', '该活动未取消。'],
  activityHasRecords: [
    'Somebody is recorded as having come, so it took place. Correct the attendance first.',
    '已有人员记为到场，说明活动已举行，请先更正签到记录。',
  ],
  activityChangedMeanwhile: [
    'Somebody changed this activity while you had it open. Your words are still here: look at the new ones and save again.',
    '您打开期间他人修改了该活动。您填写的内容仍在，请查看新内容后再保存。',
  ],
  hostClosed: ['This organization was closed before that day.', '该组织在当天之前已撤销。'],
  groupElsewhere: ['This group belongs to another part of the tree.', '该小组属于其他组织。'],
  notADayRule: ['This repetition gives no days.', '该重复规则没有产生任何日期。'],
  seriesTooOld: ['A series begins at most a year ago.', '系列活动的开始日期最早为一年前。'],
}

export const activityKindWords: Record<ActivityKind, Words> = {
  meeting: ['Meeting', '会议'],
  study: ['Study session', '集中学习'],
  training: ['Training', '培训'],
  service: ['Volunteer service', '志愿服务'],
  event: ['Public event', '群众活动'],
  visit: ['Check visit', '走访检查'],
}

export const stateWords: Record<ParticipationState, Words> = {
  invited: ['Invited', '已邀请'],
  registered: ['Registered', '已报名'],
  waitlisted: ['On the waiting list', '候补'],
  confirmed: ['Confirmed', '已确认'],
  cancelled: ['Not coming', '不参加'],
  attended: ['Came', '出勤'],
  late: ['Late', '迟到'],
  excused: ['Excused', '请假'],
  absent: ['Absent', '缺勤'],
}

export const onHolidayWords: Record<OnHoliday, Words> = {
  skip: ['is left out', '不举行'],
  nextWorkday: ['moves to the next working day', '顺延到下一个工作日'],
  keep: ['takes place all the same', '照常举行'],
}

/** Why a series itself cancelled one of its days: kept as written in the calendar. */
export const seriesReasons = {
  holiday: ['Public holiday', '公共假日'],
  ended: ['The series ended', '系列活动已结束'],
  rearranged: ['The series moved to other days', '系列活动已改期'],
} satisfies Record<string, Words>
