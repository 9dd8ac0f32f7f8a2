import type { Words } from '../../platform/i18n.ts'
import { matter } from '../../platform/notice/matter.ts'

type When = { at: string }
type Said = { words: Words }

export const placeOffered = matter<{ title: string; when: When; until: When }>({
  name: 'placeOffered',
  words: ['A place has become free for me', '候补到名额'],
  title: ['A place has become free: {title}', '您候补的班次有名额了：{title}'],
  text: [
    '{title} on {when} has a place for you. Say yes by {until}, or it goes to the next.',
    '{when}的“{title}”有名额留给您。请在{until}前确认，逾期将转给下一位。',
  ],
  brief: ['A place that you waited for has become free. Say yes in time.', '您候补的班次有名额了，请及时确认。'],
  channels: ['push', 'email'],
})

export const shiftCancelled = matter<{ title: string; when: When; reason: string }>({
  name: 'shiftCancelled',
  words: ['A shift of mine is cancelled', '我的班次取消'],
  title: ['Cancelled: {title}', '班次已取消：{title}'],
  text: ['{title} on {when} will not take place: {reason}', '{when}的“{title}”不再举行：{reason}'],
  brief: ['A shift that you had signed up for is cancelled.', '您报名的一个班次已取消。'],
  channels: ['push', 'email'],
})

export const shiftMoved = matter<{ title: string; before: When; when: When; until: When }>({
  name: 'shiftMoved',
  words: ['A shift of mine is at another time', '我的班次改了时间'],
  title: ['At another time: {title}', '时间有变：{title}'],
  text: [
    '{title} was to be on {before} and is from {when} to {until} now. You stay signed up.',
    '“{title}”由{before}改到{when}，至{until}结束。您的报名仍然有效。',
  ],
  brief: ['A shift that you had signed up for is at another time.', '您报名的一个班次改了时间。'],
  channels: ['push', 'email'],
})

export const placeKept = matter<{ title: string; before: When; when: When; why: Said; until: When }>({
  name: 'placeKept',
  words: ['A shift of mine moved to a time that does not fit', '我的班次改到了不合适的时间'],
  title: ['Can you still come? {title}', '您还能来吗？{title}'],
  text: [
    '{title} moved from {before} to {when}. {why} Your place is kept until {until}: give it back, or make it fit and say yes.',
    '“{title}”由{before}改到{when}。{why}名额为您保留到{until}：您可以放弃，也可以调整后确认参加。',
  ],
  brief: [
    'A shift that you had signed up for moved to a time that does not fit you. Your place is kept for a while.',
    '您报名的一个班次改到了与您安排不合的时间，名额暂为您保留。',
  ],
  channels: ['push', 'email'],
})

export const teamAsked = matter<{ name: string; team: string }>({
  name: 'teamAsked',
  words: ['Somebody asks to join a team that I lead', '有人申请加入我带的队'],
  title: ['{name} asks to join {team}', '{name}申请加入{team}'],
  text: ['Say yes or no on the page of the team.', '请在队伍页面答复。'],
  brief: ['Somebody asks to join a team of yours.', '有人申请加入您的队伍。'],
  channels: ['push'],
})

export const teamInvites = matter<{ team: string }>({
  name: 'teamInvites',
  words: ['A team invites me', '有队伍邀请我加入'],
  title: ['{team} invites you to join', '{team}邀请您加入'],
  text: ['Say yes or no on the page of the team.', '请在队伍页面答复。'],
  brief: ['A volunteer team invites you to join.', '有志愿服务队邀请您加入。'],
  channels: ['push', 'email'],
})

export const teamAnswered = matter<{ team: string; answer: Said }>({
  name: 'teamAnswered',
  words: ['My request to join a team is answered', '我的入队申请有了答复'],
  title: ['{answer}: {team}', '{answer}：{team}'],
  text: ['You had asked to join {team}.', '您曾申请加入{team}。'],
  brief: ['Your request to join a team has been answered.', '您的入队申请有了答复。'],
  channels: ['push'],
})

export const coverAsked = matter<{ title: string; when: When; until: When }>({
  name: 'coverAsked',
  words: ['Somebody is needed at short notice', '临时需要补位'],
  title: ['Can you step in? {title}', '您能补位吗？{title}'],
  text: [
    'Somebody cannot come to {title} on {when}. The first who says yes by {until} has the place.',
    '{when}的“{title}”有人来不了。{until}前最先答应的人获得名额。',
  ],
  brief: ['A shift looks for somebody at short notice.', '有班次临时需要补位。'],
  channels: ['push', 'email'],
})

export const swapAsked = matter<{ name: string; title: string; when: When }>({
  name: 'swapAsked',
  words: ['Somebody asks me to swap', '有人请我换班'],
  title: ['{name} asks you to take over: {title}', '{name}请您换班：{title}'],
  text: ['{title} is on {when}. The leader has the last word.', '“{title}”在{when}。您同意后由队长确认。'],
  brief: ['Somebody asks you to take over a shift.', '有人请您换班。'],
  channels: ['push'],
})

export const swapDecided = matter<{ title: string; when: When; done: Said }>({
  name: 'swapDecided',
  words: ['A swap of mine is decided', '我的换班有了结果'],
  title: ['{done}: {title}', '{done}：{title}'],
  text: ['This is about {title} on {when}.', '班次为{when}的“{title}”。'],
  brief: ['A swap of yours has been decided.', '您的换班有了结果。'],
  channels: ['push'],
})

export const shiftAhead = matter<{ title: string; when: When; place: string }>({
  name: 'shiftAhead',
  words: ['My shift is tomorrow', '班次提醒（前一天）'],
  title: ['Tomorrow: {title}', '明天：{title}'],
  text: ['{title} begins on {when}. {place}', '“{title}”于{when}开始。{place}'],
  brief: ['You have a shift tomorrow.', '您明天有班次。'],
  channels: ['push'],
})

export const qualificationEnds = matter<{ skill: string; day: string }>({
  name: 'qualificationEnds',
  words: ['A proof of mine runs out', '我的资质将到期'],
  title: ['{skill} runs out on {day}', '“{skill}”将于{day}到期'],
  text: [
    'After that day you cannot be placed where {skill} is needed. Add the new proof to your profile.',
    '到期后您将不能担任需要“{skill}”的岗位，请在个人资料中补充新的证明。',
  ],
  brief: ['A proof of yours runs out soon.', '您的一项资质即将到期。'],
  channels: ['push', 'email'],
})

export const matters = [
  placeOffered,
  shiftCancelled,
  shiftMoved,
  placeKept,
  teamAsked,
  teamInvites,
  teamAnswered,
  coverAsked,
  swapAsked,
  swapDecided,
  shiftAhead,
  qualificationEnds,
]
