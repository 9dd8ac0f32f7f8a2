import { matter } from '../../../platform/notice/matter.ts'

export const dutyLetterCame = matter<{ duty: string; office: string }>({
  name: 'dutyLetterCame',
  words: ['A letter about a duty of mine', '我的职责书'],
  title: ['A letter for your duty “{duty}”', '“{duty}”职责书'],
  text: [
    '{office} has issued it. It is on the page of the duty, where you acknowledge it.',
    '{office}已发职责书，请在职责页面查看并签收。',
  ],
  brief: ['There is a letter about a duty of yours.', '您有一份职责书待签收。'],
  channels: ['push', 'email'],
})

export const matters = [dutyLetterCame]
