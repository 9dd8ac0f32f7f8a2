import type { Words } from '../i18n.ts'

export const messages = {
  attachment: ['Attachment: ', '附件：'],
} satisfies Record<string, Words>
