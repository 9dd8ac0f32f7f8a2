import { matter } from '../../../platform/notice/matter.ts'

export const quizCloses = matter<{ quiz: string; until: { at: string } }>({
  name: 'quizCloses',
  words: ['A quiz that I am asked to sit closes within a day', '我应参加的测验将在一天内截止'],
  title: ['“{quiz}” closes on {until}', '“{quiz}”将于 {until} 截止'],
  text: [
    'You have not passed it yet. What you have answered so far is kept.',
    '您尚未通过该测验。已作答的内容均已保存。',
  ],
  brief: ['The quiz “{quiz}” closes on {until}.', '测验“{quiz}”将于 {until} 截止。'],
  channels: ['push', 'email'],
})

export const matters = [quizCloses]
