import type { Words } from '../../../platform/i18n.ts'
import type { CoverRefusal } from './rules.ts'

export const coverRefusals: Record<CoverRefusal, Words> = {
  askOver: ['This has been answered, or the time for it has passed.', '该请求已答复，或已过答复时间。'],
}
