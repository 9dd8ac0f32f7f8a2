import { matter } from '../../platform/notice/matter.ts'

type When = { at: string }

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

export const swapDecided = matter<{ title: string; when: When; done: { words: readonly [string, string] } }>({
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

export const matters = [placeOffered, shiftCancelled, coverAsked, swapAsked, swapDecided, shiftAhead, qualificationEnds]
