import type { Words } from '../../../platform/i18n.ts'

export type WritingRefusal =
  | 'documentBroken'
  | 'updateTooLarge'
  | 'updateUnreadable'
  | 'signerMayNotSign'
  | 'reportDeleted'
  | 'momentNotYet'
  | 'commentDeleted'

export const writingRefusals: Record<WritingRefusal, Words> = {
  documentBroken: [
    'Something in this text is none of what a report may hold, so it cannot be read as a whole. Go back to an earlier version.',
    '文中有报告不能包含的内容，无法整体读取，请恢复到较早的版本。',
  ],
  updateTooLarge: ['That is too much text at once. Paste it in smaller parts.', '一次粘贴的内容过多，请分几次粘贴。'],
  updateUnreadable: [
    'This change does not fit the text and was not taken in. Reload the page; what you wrote is kept in this browser.',
    '该修改与正文不符，未予采纳。请刷新页面，您写的内容保留在本浏览器中。',
  ],
  signerMayNotSign: ['{name} may not sign reports of this part.', '{name}无权签发该单位的报告。'],
  reportDeleted: ['This report was deleted. Bring it back first.', '该报告已删除，请先恢复。'],
  commentDeleted: ['This comment was deleted.', '该批注已删除。'],
  momentNotYet: ['The report has not come that far.', '报告尚未有该次修改。'],
}
