import type { Words } from '../../../platform/i18n.ts'
import type { Grade, Origin } from './contract.ts'
import type { FindingRefusal } from './rules.ts'

export const gradeWords: Record<Grade, Words> = {
  danger: ['Danger', '重大隐患'],
  major: ['Major', '较大问题'],
  minor: ['Minor', '一般问题'],
}

export const originWords: Record<Origin, Words> = {
  check: ['Safety check', '安全检查'],
  review: ['Review', '工作检查'],
  meeting: ['Meeting', '会议'],
}

export const findingRefusals: Record<FindingRefusal, Words> = {
  dueInPast: ['Choose a day that has not passed.', '请选择今天或以后的日期。'],
  doneAlready: ['It is done already, and waits for another person to confirm it.', '已报完成，等待另一人确认。'],
  notDoneYet: ['Its owner has not said yet that it is done.', '责任人尚未报告完成。'],
  closedAlready: ['It was closed in the meantime.', '已经销号。'],
  stillOpen: ['It is still open.', '尚未完成，无需重新打开。'],
  needsRecheck: [
    'Look at it again and add a photo of your own first: what a check found is closed by a re-check.',
    '请先复查并上传本人拍摄的照片，检查发现的问题须经复查方可销号。',
  ],
  tooLateForTime: [
    'The day has passed. More time is asked for and granted before, not after.',
    '期限已过。延期须在到期前申请和批准。',
  ],
  notLater: ['Choose a day after the present one.', '请选择晚于现有期限的日期。'],
  nothingAsked: ['Nobody asks for more time any more.', '没有待批的延期申请。'],
  fileStays: ['It has its file already, and keeps it.', '已有文件，不能更换。'],
}
