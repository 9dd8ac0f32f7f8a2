import type { Words } from '../../../platform/i18n.ts'
import { matter } from '../../../platform/notice/matter.ts'

export const objectiveTurned = matter<{ title: string; state: { words: Words }; office: string }>({
  name: 'objectiveTurned',
  words: ['An objective of mine is late or at risk', '我负责的目标滞后或有风险'],
  title: ['{title}: {state}', '{title}：{state}'],
  text: [
    'The objective of {office} is now: {state}. Its page shows what it is projected from.',
    '{office}的目标现为“{state}”，目标页面列出了依据。',
  ],
  brief: ['An objective of yours wants to be looked at.', '您负责的一个目标需要关注。'],
  channels: ['push', 'email'],
})

export const matters = [objectiveTurned]
