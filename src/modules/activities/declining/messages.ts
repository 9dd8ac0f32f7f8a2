import type { Words } from '../../../platform/i18n.ts'
import type { DeclineRefusal } from './rules.ts'

export const declineRefusals: Record<DeclineRefusal, Words> = {
  activityBegun: ['It has begun. Tell whoever keeps the attendance.', '活动已开始，请告知签到登记人。'],
  declineNotExpected: ['You are not expected at this activity.', '您不在该活动的应到人员之中。'],
  declineByShift: ['You signed up for a shift: withdraw from it there.', '您已报名班次，请在班次处取消。'],
  nothingDeclined: ['You have not said that you will not come.', '您未申请不参加。'],
}

export const declineWords = {
  cannot: ['I cannot come', '我不能参加'],
  title: ['Not coming to “{title}”', '不参加“{title}”'],
  help: [
    'Whoever holds it and whoever keeps the attendance read the reason. You can make a study session up afterwards.',
    '组织者和签到登记人可见原因。集中学习缺席后可补学。',
  ],
  reason: ['Reason', '原因'],
  send: ['I will not come', '确认不参加'],
  said: ['You will not come: {reason}', '您已说明不参加：{reason}'],
  comeAfterAll: ['I can come after all', '可以参加了'],
} satisfies Record<string, Words>
