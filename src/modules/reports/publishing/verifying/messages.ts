import type { Words } from '../../../../platform/i18n.ts'
import type { ReportVerdict } from './contract.ts'

export const verifyReportWords = {
  title: ['Check a report', '核验报告'],
  about: [
    'Was this report published by this office, and is it unchanged? Bring the file: Word, PDF or Excel.',
    '这份报告是否由本单位发布、有无改动？请上传文件：Word、PDF 或 Excel。',
  ],
  file: ['The file of the report', '报告文件'],
  kept: ['The file is looked at and not kept.', '文件仅用于核验，不会留存。'],
  submit: ['Check it', '核验'],
  none: ['Choose a file first.', '请先选择文件。'],
  report: ['Report', '报告'],
  office: ['Office', '发布单位'],
  period: ['Period', '时段'],
  publishedAt: ['Published', '发布时间'],
  times: ['{number, plural, =1 {first time} =2 {second time} other {time {number}}}', '第{number}次发布'],
  seal: ['Seal (SHA-256)', '封存值（SHA-256）'],
  lines: ['Where it differs', '不同之处'],
  was: ['Published:', '发布时：'],
  is: ['In this file:', '此文件中：'],
  nothing: ['nothing', '（无）'],
  sameWords: [
    'No words differ. The file was saved anew by another program, or something other than its words was changed.',
    '文字没有不同。文件可能由其他软件重新保存过，或改动了文字以外的内容。',
  ],
  compareByEye: [
    'What differs in a PDF cannot be told line by line. Compare it with the file that the office hands out.',
    'PDF 无法逐行比对，请与本单位提供的文件对照。',
  ],
} satisfies Record<string, Words>

export const verdictWords: Record<ReportVerdict['verdict'], { head: Words; means: Words }> = {
  genuine: {
    head: ['Genuine', '属实'],
    means: [
      'This office published this very file, and not a byte of it has changed since.',
      '此文件由本单位发布，发布后未作任何改动。',
    ],
  },
  altered: {
    head: ['Altered', '已被改动'],
    means: [
      'The file says that it is a report of this office, but it is not what was published.',
      '文件自称是本单位的报告，但与发布的内容不一致。',
    ],
  },
  unknown: {
    head: ['Unknown', '无法确认'],
    means: [
      'Nothing in the file says that this office published it. It may be from elsewhere, or its marks may have been removed.',
      '文件中没有本单位发布的标记：可能来自其他单位，也可能标记已被去除。',
    ],
  },
}

export const recordAltered: Words = [
  'The file is the one that was handed out, but the office’s own record no longer answers to its seal. Tell the office.',
  '文件与当时提供的一致，但本单位的存档与封存值不符，请告知本单位。',
]
