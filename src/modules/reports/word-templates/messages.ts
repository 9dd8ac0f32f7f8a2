import type { Words } from '../../../platform/i18n.ts'

export const tagMeanings = {
  title: ['The title of the report.', '报告标题。'],
  period: ['The period that it is about.', '报告所述时段。'],
  scope: ['The organization that it is about.', '报告所述单位。'],
  date: ['The day on which it is made.', '成文日期。'],
  body: ['The whole text in the official layout, in a paragraph of its own.', '全部正文（公文格式），须独占一段。'],
  parts: [
    'Repeats what stands between #parts and /parts (each in braces) for each part directly below.',
    '#下级单位 与 /下级单位（各带花括号）之间的内容，按直属下级单位逐一重复。',
  ],
  partName: ['Between them: the name of that part.', '重复内容中：该单位名称。'],
} satisfies Record<string, readonly [string, string]>

export const wordTemplateRefusals = {
  notAWordFile: [
    'This is not a Word file (.docx) that can be read. Nothing was kept.',
    '这不是可读取的 Word 文件（.docx），未作保存。',
  ],
  templateRuns: [
    'This Word file carries a program or an embedded object. Save it as .docx without them. Nothing was kept.',
    '此 Word 文件带有宏或嵌入对象，请另存为不含这些内容的 .docx。未作保存。',
  ],
  templateFetches: [
    'This Word file would fetch something from elsewhere when it is opened. Break that link, then bring it again. Nothing was kept.',
    '此 Word 文件打开时会从外部获取内容，请断开链接后重新上传。未作保存。',
  ],
} satisfies Record<string, Words>
