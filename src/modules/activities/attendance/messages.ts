import type { Words } from '../../../platform/i18n.ts'
import type { SheetRefusal } from './rules.ts'

export const sheetRefusals: Record<SheetRefusal, Words> = {
  sheetCancelled: ['This activity has been cancelled, so nobody came.', '该活动已取消，无需签到。'],
  sheetTooEarly: ['The sheet opens an hour before it begins.', '签到表在活动开始前一小时开放。'],
}
