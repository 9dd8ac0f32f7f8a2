import { hookEvent, matter } from '../../platform/notice/matter.ts'

type When = { at: string }

export const activityCancelled = matter<{ title: string; at: When; reason: string }>({
  name: 'activityCancelled',
  words: ['An activity that I am invited to is cancelled', '我受邀的活动被取消'],
  title: ['“{title}” is cancelled', '“{title}”已取消'],
  text: ['It was to be on {at}. The reason: {reason}', '原定 {at}。原因：{reason}'],
  brief: ['Cancelled: “{title}” on {at}.', '{at}的“{title}”已取消。'],
  channels: ['push', 'email'],
})

export const daysFellAway = matter<{ title: string; days: number; from: When; reason: string }>({
  name: 'daysFellAway',
  words: ['Several days of a series that I am invited to are cancelled', '我受邀的系列活动有多次被取消'],
  title: ['{days} days of “{title}” are cancelled', '“{title}”有{days}次已取消'],
  text: ['The first of them was to be on {from}. The reason: {reason}', '其中最早一次原定 {from}。原因：{reason}'],
  brief: ['Cancelled: {days} days of “{title}”.', '“{title}”有{days}次已取消。'],
  channels: ['push', 'email'],
})

export const activityMoved = matter<{ title: string; before: When; at: When; until: When }>({
  name: 'activityMoved',
  words: ['An activity that I am invited to is at another time', '我受邀的活动改了时间'],
  title: ['At another time: “{title}”', '时间有变：“{title}”'],
  text: ['It was to be on {before} and is from {at} to {until} now.', '原定 {before}，现改为 {at} 至 {until}。'],
  brief: ['“{title}” was to be on {before} and is on {at} now.', '“{title}”由{before}改到{at}。'],
  channels: ['push', 'email'],
})

export const activityElsewhere = matter<{ title: string; days: number; at: When; place: string }>({
  name: 'activityElsewhere',
  words: ['An activity that I am invited to is at another place', '我受邀的活动改了地点'],
  title: ['At another place: “{title}”', '地点有变：“{title}”'],
  text: [
    '{days, plural, one {On {at} it is here now: {place}.} other {# days of it, the first on {at}, are here now: {place}.}}',
    '{days, plural, =1 {{at} 的活动改在 {place} 举行。} other {共 # 次（最早为 {at}）改在 {place} 举行。}}',
  ],
  brief: ['“{title}” on {at} is here now: {place}.', '{at}的“{title}”改在 {place} 举行。'],
  channels: ['push', 'email'],
})

export const daysMoved = matter<{ title: string; days: number; before: When; at: When }>({
  name: 'daysMoved',
  words: ['Several days of a series that I am invited to are at another time', '我受邀的系列活动有多次改了时间'],
  title: ['{days} days of “{title}” are at another time', '“{title}”有{days}次改了时间'],
  text: [
    'The first of them was to be on {before} and is on {at} now. The others are in the calendar.',
    '其中最早一次由{before}改到{at}，其余请见日历。',
  ],
  brief: ['At another time: {days} days of “{title}”.', '“{title}”有{days}次改了时间。'],
  channels: ['push', 'email'],
})

/** Told to those who planned there. */
export const placeOfActivityShut = matter<{ name: string; reason: string; title: string; at: When; count: number }>({
  name: 'placeOfActivityShut',
  words: ['A place in which we planned something is closed', '我们安排了活动的场所被关闭'],
  title: ['{name} is closed: “{title}” needs another place', '{name}已关闭：“{title}”需另找场所'],
  text: [
    'It is closed since now, because of this: {reason}. {count, plural, one {“{title}” on {at} was planned there.} other {# things were planned there, the first is “{title}” on {at}.}}',
    '即刻起关闭，原因：{reason}。{count, plural, =1 {“{title}”原定 {at} 在此举行。} other {有 # 项安排在此，最早为 {at} 的“{title}”。}}',
  ],
  brief: ['{name} is closed; “{title}” was planned there.', '{name}已关闭，“{title}”原定在此。'],
  channels: ['push', 'email'],
})

export const activityWasCancelled = hookEvent<{ activityId: string; startsAt: Date; endsAt: Date }>({
  event: 'activity.cancelled',
  words: ['An activity is cancelled', '活动被取消'],
})

export const matters = [
  activityCancelled,
  daysFellAway,
  activityMoved,
  activityElsewhere,
  daysMoved,
  placeOfActivityShut,
]
export const hookEvents = [activityWasCancelled]
