import type { Words } from '../../../platform/i18n.ts'

export const publishingWords = {
  definition: ['What is counted', '统计口径'],
  period: ['Period', '时段'],
  scope: ['Scope', '范围'],
  value: ['Value', '数值'],
  inWords: ['As written', '表述'],
  records: ['Records', '记录数'],
  notForEverybody: ['(A list that names people is not shown here.)', '（涉及个人姓名的清单不在此公布。）'],
  hiddenNote: [
    'Numbers of people below five are shown as “<5”; a few others are not shown, because small ones could be worked out with them.',
    '少于五人的数字以“<5”表示；为避免推算，另有部分数字不公布。',
  ],
  publishedOn: ['Published {date}', '发布于{date}'],
} satisfies Record<string, Words>

export const publishingRefusals = {
  noOfficeProgram: [
    'LibreOffice is not installed on the server, so there is no PDF. The Word file holds the same pages.',
    '服务器未安装 LibreOffice，无法生成 PDF。Word 文件的版面与之相同。',
  ],
  signerPublishes: ['{name} signs this report and publishes it.', '本报告由{name}签发，请由其发布。'],
  pdfNotReady: ['The PDF is still being made. Try again in a moment.', 'PDF 正在生成，请稍后再试。'],
  figuresMissing: [
    'Some figures of this report cannot be counted: {places}. Mend or remove them, then publish.',
    '报告中有数字无法统计：{places}。请修改或删除后再发布。',
  ],
} satisfies Record<string, Words>
