import type { Words } from '../../../../platform/i18n.ts'

export const wordTemplateWords = {
  title: ['Our Word templates', '本单位 Word 模板'],
  about: [
    'A Word file of your own, with names in braces where the report’s text and figures belong. It is checked when you bring it.',
    '使用您自己的 Word 文件，在需要填写的位置写上带花括号的名称，上传时即时检查。',
  ],
  add: ['Add a template', '添加模板'],
  none: [
    'There is no template yet. Reports come in the official layout until you add one.',
    '还没有模板。添加之前，报告按公文格式生成。',
  ],
  kept: ['{name} is kept and can be used.', '已保存“{name}”，可以使用。'],
  template: ['Template', '模板'],
  tags: ['Names in it', '所用名称'],
  added: ['Added', '添加'],
  retire: ['Remove', '移除'],
  retired: ['{name} was removed.', '已移除“{name}”。'],
} satisfies Record<string, Words>
