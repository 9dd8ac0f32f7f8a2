import type { Words } from '../../../platform/i18n.ts'

export type WritingRefusal = 'documentBroken' | 'signerMayNotSign' | 'reportDeleted'

export const writingRefusals: Record<WritingRefusal, Words> = {
  documentBroken: [
    'Something in this text is none of what a report may hold, so it cannot be read as a whole. Go back to an earlier version.',
    '文中有报告不能包含的内容，无法整体读取，请恢复到较早的版本。',
  ],
  signerMayNotSign: ['{name} may not sign reports of this part.', '{name}无权签发该单位的报告。'],
  reportDeleted: ['This report was deleted. Bring it back first.', '该报告已删除，请先恢复。'],
}
