import type { Words } from '../i18n.ts'

export const publicWords = {
  linli: ['Linli', '邻里'],
  otherLanguage: ['中文', 'English'],
  skip: ['To the content', '跳到正文'],
  trouble: ['This did not work', '未能完成'],
} satisfies Record<string, Words>
