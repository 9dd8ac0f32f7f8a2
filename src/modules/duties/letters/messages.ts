import type { Words } from '../../../platform/i18n.ts'
import type { LetterRefusal, LetterTag } from './rules.ts'

export const letterRefusals: Record<LetterRefusal, Words> = {
  heldNoLonger: [
    'They hold the duty no longer, so there is no letter to write.',
    '此人已不再担任该职责，无需发职责书。',
  ],
}

/** The letter in the official layout. */
export const letterTexts = {
  title: ['Letter of duty', '职责书'],
  addressee: ['{name}:', '{name}：'],
  given: [
    'From {from} you are the {seat} of the duty “{duty}” of {organization}.',
    '自{from}起，由您担任{organization}“{duty}”{seat}。',
  ],
  givenUntil: [
    'From {from} until {until} (not included) you are the {seat} of the duty “{duty}” of {organization}.',
    '自{from}起至{until}（不含当日），由您担任{organization}“{duty}”{seat}。',
  ],
  about: ['The duty asks:', '职责内容如下：'],
  policy: ['{policy} {section}', '《{policy}》{section}'],
  source: ['It comes from: {source}.', '制度依据：{source}。'],
  acknowledged: ['{name} acknowledged it on {day}.', '{name}已于{day}签收。'],
  notAcknowledged: ['Not acknowledged yet.', '尚未签收。'],
} satisfies Record<string, Words>

export const letterTagWords: Record<LetterTag, Words> = {
  name: ['Who has the duty.', '担任人姓名。'],
  duty: ['What the duty is called.', '职责名称。'],
  seat: ['Holder or deputy.', '责任人或 B角。'],
  organization: ['The part of the tree that it is of.', '职责所属单位。'],
  about: ['What it asks.', '职责内容。'],
  policy: ['The policy and section that it comes from.', '所依据的制度与条款。'],
  from: ['From which day they have it.', '担任起始日期。'],
  until: ['Until which day; empty while it is open.', '截止日期，未定时为空。'],
  date: ['The day on which the letter was issued.', '签发日期。'],
  issuer: ['Who issued it.', '签发人。'],
  acknowledgedBy: ['Who acknowledged it; empty until then.', '签收人，签收前为空。'],
  acknowledgedOn: ['When; empty until then.', '签收日期，签收前为空。'],
}

export const letterWords = {
  issue: ['Issue a letter', '发职责书'],
  again: ['Issue it anew', '重新发'],
  download: ['Letter of {day}', '{day} 职责书'],
  acknowledgedOn: ['acknowledged on {day}', '{day} 已签收'],
  waits: ['not acknowledged yet', '尚未签收'],
  template: ['Word template of duty letters', '职责书 Word 模板'],
  templateAbout: [
    'Your own Word file with names in braces. Without one, letters come in the official layout.',
    '使用您自己的 Word 文件，在需要填写的位置写上带花括号的名称。没有模板时按公文格式生成。',
  ],
  add: ['Bring a Word file', '上传 Word 文件'],
  none: ['No template of your own: letters come in the official layout.', '没有自己的模板，按公文格式生成。'],
  addedBy: ['{name} added it on {day}', '{name}于 {day} 添加'],
  remove: ['Remove', '移除'],
  removed: ['“{name}” was removed.', '已移除“{name}”。'],
} satisfies Record<string, Words>
