import { matter } from '../../../platform/notice/matter.ts'

export const reviewSent = matter<{ name: string; office: string; count: number }>({
  name: 'reviewSent',
  words: ['A review of our work waits for our answers', '工作检查结果待我单位回复'],
  title: ['{name}: {office}', '{name}：{office}'],
  text: [
    '{count, plural, =0 {Nothing was found.} one {One finding waits for an answer.} other {# findings wait for an answer.}} The review is final once each is answered.',
    '{count, plural, =0 {没有发现问题。} other {发现#个问题，请逐一回复。}}全部回复后方可定稿。',
  ],
  brief: ['A review of your work was sent to you.', '您单位的工作检查结果已送达。'],
  channels: ['push', 'email'],
})

export const matters = [reviewSent]
