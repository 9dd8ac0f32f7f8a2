import type { Words } from '../../../platform/i18n.ts'
import type { HoursEntry } from './contract.ts'
import type { HoursRefusal } from './rules.ts'

export const hoursRefusals: Record<HoursRefusal, Words> = {
  hoursNotCounted: ['Hours are counted for volunteer services only.', '仅志愿服务计算时长。'],
  hoursNotThere: ['The sheet does not say that they came. Record that first.', '签到表未记录其到场，请先登记。'],
  hoursUnchanged: ['That is what counts already.', '与现有时长相同。'],
  hoursTooEarly: ['The service has not begun yet.', '服务尚未开始。'],
  hoursDecided: ['This has been decided already.', '该申请已有处理结果。'],
  ownHours: ['About your own hours somebody else decides.', '您本人的时长须由他人审批。'],
  ownCorrection: ['You asked for this correction; somebody else approves it.', '该更正由您提出，须由他人审批。'],
  hoursOutOfRange: [
    'The hours at one activity would be below nothing or above a day.',
    '单次活动的时长不得小于零或超过一天。',
  ],
}

export const originWords: Record<HoursEntry['origin'], Words> = {
  door: ['Checked in and out', '签到签退'],
  correction: ['Correction', '更正'],
  ledger: ['From the ledger', '台账'],
}

export const entryStateWords: Record<HoursEntry['state'], Words> = {
  open: ['waits for approval', '待审批'],
  approved: ['counts', '计入'],
  refused: ['was refused', '未通过'],
  replaced: ['was replaced', '已被替换'],
}

export const hoursWords = {
  mine: ['My hours', '我的时长'],
  certify: ['Certify my hours', '开具时长证书'],
  mineAbout: ['{hours} hours in {year}', '{year} 年共 {hours} 小时'],
  rule: ['From check-in to check-out, to the nearest five minutes.', '按签到至签退计算，四舍五入到五分钟。'],
  none: ['No hours in this year.', '该年度暂无时长。'],
  hours: ['{hours} h', '{hours} 小时'],
  from: ['{from} to {to}', '{from}—{to}'],
  of: ['Hours of {name}', '{name}的时长'],
  correct: ['Correct', '更正'],
  correctAt: ['Correct the hours of {title}', '更正“{title}”的时长'],
  correctMine: ['Correct my hours', '更正我的时长'],
  correctOf: ['Correct the hours of {name}', '更正{name}的时长'],
  countsNow: ['{hours} count now', '现计 {hours}'],
  nothingYet: ['No hours count yet', '尚无时长'],
  replaces: ['Asked again, the earlier wish is replaced.', '再次提交将替换先前的申请。'],
  secondPerson: [
    'It counts once a second person agrees: neither whose hours they are nor who asks.',
    '须由第二人审批后计入；本人与申请人均不得审批。',
  ],
  wanted: ['Hours in all', '应为（小时）'],
  reason: ['Reason', '原因'],
  ask: ['Ask for approval', '提交审批'],
  asked: ['Sent. A second person will decide.', '已提交，将由另一人审批。'],
  approvals: ['Hours to approve', '时长审批'],
  approvalsAbout: [
    'Corrections that somebody asked for. Nobody decides about their own.',
    '更正申请。任何人不得审批本人的时长。',
  ],
  nothingOpen: ['Nothing waits.', '暂无待审批事项。'],
  fromTo: ['{from} becomes {to}', '{from}改为 {to}'],
  askedBy: ['Asked by', '申请人'],
  approve: ['Approve', '通过'],
  refuse: ['Refuse', '不通过'],
  approveFor: ['Approve the hours of {name}', '通过{name}的时长更正'],
  refuseFor: ['Refuse the hours of {name}', '不通过{name}的时长更正'],
  refusedWhy: ['Why not?', '不通过的原因'],
  back: ['Back', '返回'],
  notYours: ['somebody else decides', '须由他人审批'],
  decided: ['Decided.', '已处理。'],
  agreedBy: ['agreed by {name}', '{name}审批通过'],
  decidedBy: ['decided by {name}', '{name}审批'],
} satisfies Record<string, Words>
