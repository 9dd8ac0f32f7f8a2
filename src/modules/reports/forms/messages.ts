import type { Words } from '../../../platform/i18n.ts'
import type { FilledCell } from './contract.ts'

/** What shows a named indicator, and is changed with it. */
export const formKind: Words = ['Form', '表单']

/** Why a workbook is not taken as a form, beside what makes any workbook unreadable. */
export const formRefusals: Record<string, Words> = {
  formMacros: [
    'The workbook holds macros, which Linli neither runs nor passes on. Save it as .xlsx and upload that.',
    '工作簿含有宏，邻里既不运行也不转交宏。请另存为 .xlsx 后上传。',
  ],
  nothingToFill: [
    'No place to fill was found in this workbook. A place has a label beside or above it.',
    '在这个工作簿里没有找到要填写的位置。要填写的位置旁边或上方应有文字说明。',
  ],
  formChanged: [
    'A new blank of this form was uploaded meanwhile. Look at that one.',
    '该表单已上传新的空表，请在新表上修改。',
  ],
  formRetired: ['This form is no longer filled. Bring it back first.', '该表单已停用，请先恢复。'],
  mayNotFill: ['{name} may not fill forms of this part.', '{name}无权填写该单位的表单。'],
  placeStays: [
    'This place cannot hold that. A column of a list takes what its rows are, a figure of each row, or is left empty.',
    '此处不能这样设置。清单的列只能取自每行的记录、每行的统计数，或留空。',
  ],
  formTooLarge: [
    'The file is larger than 20 MB, which no blank form is. Take out what does not belong to it.',
    '文件超过 20 MB，空白表格不应有这么大。请去掉无关内容。',
  ],
}

/** Why a place was left empty. */
export const gapWords: Record<NonNullable<FilledCell['reason']>, Words> = {
  unknown: [
    'It is not known what is asked here. Bind the place once, and it fills itself.',
    '无法判断这里要填什么。设置一次，以后自动填写。',
  ],
  noPlace: ['The form has no such place any more, or a formula stands there.', '表格中已没有这个位置，或该处为公式。'],
  noPeriod: ['The period of the form has no such part.', '所选时段没有这一部分。'],
  notCounted: ['What is asked here is not counted in Linli.', '邻里没有统计这一项。'],
  notAllowed: ['You may not count this part of the office.', '您无权统计该范围。'],
  namesHidden: ['You may not see the names of people here.', '您无权查看这里的人员姓名。'],
  nothing: ['Nothing is on record of which it could be taken.', '没有可供计算的记录。'],
}
