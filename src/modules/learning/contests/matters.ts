import type { Words } from '../../../platform/i18n.ts'
import { matter } from '../../../platform/notice/matter.ts'

export const contestEntered = matter<{ contest: string }>({
  name: 'contestEntered',
  words: ['I take part in a contest', '我已列入竞赛参赛名单'],
  title: ['You take part in “{contest}”', '您已列入“{contest}”参赛名单'],
  text: ['Its rounds and their times stand on its page.', '各轮测验及时间见竞赛页面。'],
  brief: ['You take part in the contest “{contest}”.', '您已列入竞赛“{contest}”参赛名单。'],
  channels: ['push'],
})

export const teamEntered = matter<{ contest: string; team: string }>({
  name: 'teamEntered',
  words: ['My team takes part in a contest', '我所在的队伍参加竞赛'],
  title: ['Your team “{team}” takes part in “{contest}”', '您所在的“{team}”参加“{contest}”'],
  text: [
    'Its rounds and their times stand on its page; each of you sits them.',
    '各轮测验及时间见竞赛页面，队员须各自作答。',
  ],
  brief: ['Your team takes part in the contest “{contest}”.', '您所在的队伍参加竞赛“{contest}”。'],
  channels: ['push'],
})

export const contestChanged = matter<{ contest: string; what: { words: Words } }>({
  name: 'contestChanged',
  words: ['A contest in which I take part has changed', '我参加的竞赛有变更'],
  title: ['“{contest}” has changed', '“{contest}”有变更'],
  text: ['Changed: {what}.', '变更内容：{what}。'],
  brief: ['The contest “{contest}” has changed.', '竞赛“{contest}”有变更。'],
  channels: ['push', 'email'],
})

export const contestLeft = matter<{ contest: string }>({
  name: 'contestLeft',
  words: ['I do not take part in a contest any more', '我不再参加某竞赛'],
  title: ['You do not take part in “{contest}” any more', '您不再参加“{contest}”'],
  text: ['You need not sit its rounds.', '各轮测验无需再参加。'],
  brief: ['You do not take part in the contest “{contest}” any more.', '您不再参加竞赛“{contest}”。'],
  channels: ['push', 'email'],
})

export const contestCancelled = matter<{ contest: string; reason: string }>({
  name: 'contestCancelled',
  words: ['A contest in which I take part is cancelled', '我参加的竞赛被取消'],
  title: ['“{contest}” is cancelled', '“{contest}”已取消'],
  text: ['You need not sit its rounds. The reason: {reason}', '各轮测验无需再参加。原因：{reason}'],
  brief: ['Cancelled: the contest “{contest}”.', '竞赛“{contest}”已取消。'],
  channels: ['push', 'email'],
})

export const matters = [contestEntered, teamEntered, contestChanged, contestLeft, contestCancelled]
