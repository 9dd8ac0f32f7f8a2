import { matter } from '../../../platform/notice/matter.ts'

export const policiesWait = matter<{ n: number; first: string }>({
  name: 'policiesWait',
  words: ['There are policies for me to read', '有待我阅读的制度'],
  title: [
    '{n, plural, one {“{first}” is for you to read} other {# policies are for you to read: “{first}” and others}}',
    '{n, plural, one {请阅读“{first}”} other {请阅读“{first}”等 # 项制度}}',
  ],
  text: [
    'Each is acknowledged on its own page. As long as something is left, you are reminded once a week.',
    '请在各制度页面确认已读。未读期间每周提醒一次。',
  ],
  brief: ['There is a policy of your office to read.', '有单位制度需要您阅读。'],
  channels: ['push', 'email'],
})

export const matters = [policiesWait]
