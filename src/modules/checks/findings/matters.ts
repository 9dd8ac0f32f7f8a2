import { matter } from '../../../platform/notice/matter.ts'

export const actionGiven = matter<{ what: string; due: string; office: string }>({
  name: 'actionGiven',
  words: ['Something is mine to put in order', '有整改任务交给我'],
  title: ['Yours by {due}: {what}', '请于 {due} 前完成：{what}'],
  text: [
    'It was found at {office}. Its page shows what, and takes what shows that it is done.',
    '问题发现于{office}，详情与佐证上传见问题页面。',
  ],
  brief: ['Something was given to you to put in order by {due}.', '有一项整改任务须于 {due} 前完成。'],
  channels: ['push', 'email'],
})

export const actionOverdue = matter<{ what: string; due: string; office: string }>({
  name: 'actionOverdue',
  words: ['An action of mine is overdue', '我负责的整改已逾期'],
  title: ['Overdue since {due}: {what}', '{due} 到期，现已逾期：{what}'],
  text: [
    'It belongs to a finding of {office}. The level above is told a week later.',
    '该项属于{office}的问题。逾期满一周将告知上级单位。',
  ],
  brief: ['An action of yours is overdue.', '您负责的一项整改已逾期。'],
  channels: ['push', 'email'],
})

export const actionsOverdueBelow = matter<{ count: number; oldest: string; office: string; since: string }>({
  name: 'actionsOverdueBelow',
  words: ['Actions are overdue below my level', '下级单位有整改逾期'],
  title: [
    '{count, plural, one {# action is} other {# actions are}} overdue by more than a week below your level',
    '下级单位有{count}项整改逾期超过一周',
  ],
  text: ['The oldest: {oldest} ({office}, due {since}).', '其中最早的一项：{oldest}（{office}，{since} 到期）。'],
  brief: ['Actions are overdue below your level.', '下级单位有整改逾期。'],
  channels: ['email'],
})

/** To those who judge: what waits for another person than its owner. */
export const actionWaits = matter<{ what: string; owner: string }>({
  name: 'actionWaits',
  words: ['An action waits to be confirmed', '有整改待确认'],
  title: ['{owner} finished: {what}', '{owner}已完成：{what}'],
  text: ['Look at it and close it, or open it again.', '请核实后销号，或退回重做。'],
  brief: ['An action waits for another person to confirm it.', '有一项整改待另一人确认。'],
  channels: ['push'],
})

export const matters = [actionGiven, actionOverdue, actionsOverdueBelow, actionWaits]
