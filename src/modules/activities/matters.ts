import { hookEvent, matter } from '../../platform/notice/matter.ts'

export const activityCancelled = matter<{ title: string; at: { at: string }; reason: string }>({
  name: 'activityCancelled',
  words: ['An activity that I am invited to is cancelled', '我受邀的活动被取消'],
  title: ['“{title}” is cancelled', '“{title}”已取消'],
  text: ['It was to be on {at}. The reason: {reason}', '原定 {at}。原因：{reason}'],
  brief: ['Cancelled: “{title}” on {at}.', '{at}的“{title}”已取消。'],
  channels: ['push', 'email'],
})

export const daysFellAway = matter<{ title: string; days: number; from: { at: string }; reason: string }>({
  name: 'daysFellAway',
  words: ['Several days of a series that I am invited to are cancelled', '我受邀的系列活动有多次被取消'],
  title: ['{days} days of “{title}” are cancelled', '“{title}”有{days}次已取消'],
  text: ['The first of them was to be on {from}. The reason: {reason}', '其中最早一次原定 {from}。原因：{reason}'],
  brief: ['Cancelled: {days} days of “{title}”.', '“{title}”有{days}次已取消。'],
  channels: ['push', 'email'],
})

export const activityWasCancelled = hookEvent<{ activityId: string; startsAt: Date; endsAt: Date }>({
  event: 'activity.cancelled',
  words: ['An activity is cancelled', '活动被取消'],
})

export const matters = [activityCancelled, daysFellAway]
export const hookEvents = [activityWasCancelled]
