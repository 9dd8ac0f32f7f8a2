import type { Words } from '../../../../platform/i18n.ts'
import { figureRefusals } from '../../../indicators/messages.ts'

export const messages = {
  /** Around what is missing, so that nobody takes it for text. */
  missing: ['[{why}]', '【{why}】'],
  item: ['Figure', '项目'],
  change: ['Change', '增减'],
  total: ['Total', '合计'],
  nothing: ['none', '无记录'],
  noRecords: ['Nothing is on record for this.', '没有相应的记录。'],
  noneBelow: ['There are no parts below {scope}.', '{scope}没有下级单位。'],
  more: ['The first {shown} of {total} are listed.', '共{total}条，以上列出前{shown}条。'],
  between: [', ', '，'],
} satisfies Record<string, Words>

/** Why a figure cannot be asked for, by the reason of the refusal. */
const why: Record<string, Words> = {
  ...figureRefusals,
  notChosen: ['No figure was chosen here', '此处尚未选择数字'],
  unknownIndicator: ['The indicator of this figure no longer exists.', '该指标已不存在'],
  notAllowed: ['This figure is outside the reader’s part of the tree', '该数字超出了读者可查看的范围'],
  pictureMissing: ['This picture is not in the office’s files', '该图片不在本单位的文件中'],
  notFound: ['The organization of this figure no longer exists', '该数字的单位已不存在'],
}

export const reasonWords = (reason: string): Words => why[reason] ?? ['This figure cannot be counted', '该数字无法统计']
