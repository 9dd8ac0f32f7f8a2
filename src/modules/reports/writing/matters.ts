import type { Words } from '../../../platform/i18n.ts'
import { matter } from '../../../platform/notice/matter.ts'

const kinds: Record<'weekly' | 'monthly', Words> = {
  weekly: ['The weekly digest', '工作周报'],
  monthly: ['The monthly report', '工作月报'],
}

export const draftCame = Object.assign(
  matter<{ office: string; what: { words: Words } }>({
    name: 'draftCame',
    words: ['A report waits for my signature', '有报告待我签发'],
    title: ['{what} of {office} is ready as a draft', '{office}{what}已生成草稿'],
    text: [
      'Its figures are counted when you open it. Read it, change what you wish, and publish it.',
      '数字在您打开时统计。请审阅、修改后发布。',
    ],
    brief: ['A report waits as a draft.', '有一份报告草稿待您审阅。'],
    channels: ['push', 'email'],
  }),
  { kinds },
)

export const reportCommented = matter<{ who: string; report: string; quote: string; text: string }>({
  name: 'reportCommented',
  words: ['Somebody comments on a report of mine', '有人批注我的报告'],
  title: ['{who} commented on “{report}”', '{who}批注了“{report}”'],
  text: ['On “{quote}”: {text}', '“{quote}”：{text}'],
  brief: ['There is a comment on a report of yours.', '您的报告有新批注。'],
  channels: [],
})

export const matters = [draftCame, reportCommented]
