import { matter } from '../../../platform/notice/matter.ts'

export const contestCancelled = matter<{ contest: string; reason: string }>({
  name: 'contestCancelled',
  words: ['A contest in which I take part is cancelled', '我参加的竞赛被取消'],
  title: ['“{contest}” is cancelled', '“{contest}”已取消'],
  text: ['You need not sit its rounds. The reason: {reason}', '各轮测验无需再参加。原因：{reason}'],
  brief: ['Cancelled: the contest “{contest}”.', '竞赛“{contest}”已取消。'],
  channels: ['push', 'email'],
})

export const matters = [contestCancelled]
