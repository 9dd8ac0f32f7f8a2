import type { Words } from '../i18n.ts'
import type { Paragraph, TagFault } from './tags.ts'

export const messages = {
  attachment: ['Attachment: ', '附件：'],
} satisfies Record<string, Words>

export const faultWords: Record<TagFault, Words> = {
  unclosed: ['“{tag}” begins with a brace that is not closed.', '“{tag}”的花括号没有闭合。'],
  unopened: ['“{tag}” ends with a brace that was not opened.', '“{tag}”的花括号没有开头。'],
  empty: ['There is nothing between the braces.', '花括号中没有内容。'],
  unknown: ['Nothing is called “{tag}”. The list below shows all names.', '没有名为“{tag}”的内容，可用名称见下表。'],
  loopUnknown: ['“{tag}” cannot be repeated.', '“{tag}”不能用于重复。'],
  loopOpen: ['The repetition “{tag}” has no end.', '重复段“{tag}”没有结尾。'],
  loopUnopened: ['“{tag}” ends a repetition that has no beginning.', '“{tag}”所结束的重复段没有开头。'],
}

/** The list of names that may stand in a template. */
export const tagWords = {
  names: ['Names that you can use, in either language', '可用名称（中英文均可）'],
  name: ['Name, in braces', '名称（置于花括号中）'],
  means: ['Becomes', '替换为'],
} satisfies Record<string, Words>

/** Where in a Word file something stands. */
export const partWords: Record<Paragraph['part'], Words> = {
  body: ['Text', '正文'],
  header: ['Head of the page', '页眉'],
  footer: ['Foot of the page', '页脚'],
}
export const placeWords = {
  faults: [
    '{count, plural, one {One thing has} other {{count} things have}} to be mended in this file. Nothing was kept.',
    '此文件有{count}处需要修改，未作保存。',
  ],
  place: ['{part}, paragraph {number}', '{part}第{number}段'],
} satisfies Record<string, Words>
