import type { Words } from '../../platform/i18n.ts'
import type { ShiftRefusal } from './rules.ts'
import type { SignUpRefusal } from './signing/rules.ts'

export const shiftRefusals: Record<ShiftRefusal | 'holdersClash', Words> = {
  shiftEndsBeforeStart: ['The shift ends before it begins.', '班次的结束时间早于开始时间。'],
  shiftOutsideActivity: [
    'The shift lies more than half a day before or after its activity.',
    '班次与所属活动的时间相差超过半天。',
  ],
  shiftCancelled: ['This shift has been cancelled.', '该班次已取消。'],
  activityCancelled: ['This activity has been cancelled.', '该活动已取消。'],
  roleNumbersDisagree: [
    'In a role, the minimum is at most the target, and the target at most the maximum.',
    '每个岗位的最少人数不得多于目标人数，目标人数不得多于上限。',
  ],
  roleNameTwice: ['Two roles of this shift have the same name.', '该班次有两个岗位同名。'],
  roleBelowTaken: [
    'More people hold a place in a role than its new maximum. Move them first.',
    '岗位已有人数超过新的上限，请先调整人员。',
  ],
  roleHasSignups: ['People are signed up for a role that you removed.', '您删除的岗位已有人报名。'],
  signUpClosesBeforeOpening: ['Sign-up closes before it opens.', '报名截止时间早于开放时间。'],
  holdersClash: [
    '{people, plural, one {# person} other {# people}} with a place would be in two shifts at once then.',
    '改到该时间后，{people} 名已确认的人员会与其他班次冲突。',
  ],
}

export const signUpRefusals: Record<
  SignUpRefusal | 'full' | 'signupOver' | 'notOffered' | 'offerLapsed' | 'notAsked',
  Words
> = {
  shiftCancelled: ['This shift has been cancelled.', '该班次已取消。'],
  shiftStarted: ['This shift has already begun.', '该班次已开始。'],
  alreadySignedUp: ['You are signed up for this shift.', '您已报名该班次。'],
  notQualified: ['It needs a skill that is not recorded as yours.', '该岗位需要您尚未登记的技能。'],
  qualificationEnds: ['Your proof for it is not valid on that day.', '您的相关资质在当天无效。'],
  adultsOnly: ['This role is for people of age.', '该岗位限成年人。'],
  guardianMissing: ['The consent of a parent or guardian is missing.', '尚缺监护人同意。'],
  clashes: ['It clashes with another shift of yours.', '与您的另一班次时间冲突。'],
  saidCannotCome: ['By the times they gave, they cannot come then.', '按本人填写的空闲时间，该时段不能来。'],
  notOpenYet: ['Sign-up has not opened yet.', '报名尚未开始。'],
  signUpClosed: ['Sign-up has closed.', '报名已截止。'],
  tooLittleRest: ['It leaves too little rest between two of your shifts.', '与您相邻班次之间的休息时间不足。'],
  tooLongADay: ['It would be more than is allowed on one day.', '将超过每日服务时长上限。'],
  keptApart: [
    'A coordinator noted that two people of this shift do not serve together.',
    '统筹人员登记过：该班次中有两人不宜同班。',
  ],
  tooLongAWeek: ['It would be more than is allowed in one week.', '将超过每周服务时长上限。'],
  full: ['Every place in this role is taken.', '该岗位名额已满。'],
  signupOver: ['This sign-up has ended already.', '该报名已结束。'],
  notOffered: ['There is no offered place to confirm.', '没有待确认的名额。'],
  offerLapsed: ['The time to say yes has passed; the place went to the next.', '确认时间已过，名额已转给下一位。'],
  notAsked: ['This has been decided already.', '该报名已有决定。'],
}

/** The same said about somebody else, to whoever places them. */
export const theirRefusals: Partial<Record<keyof typeof signUpRefusals, Words>> = {
  alreadySignedUp: ['Signed up for this shift already.', '已报名该班次。'],
  notQualified: ['It needs a skill that is not recorded as theirs.', '该岗位需要其尚未登记的技能。'],
  qualificationEnds: ['Their proof for it is not valid on that day.', '其相关资质在当天无效。'],
  clashes: ['It clashes with another shift of theirs.', '与其另一班次时间冲突。'],
  tooLittleRest: ['It leaves too little rest between two of their shifts.', '与其相邻班次之间的休息时间不足。'],
}
