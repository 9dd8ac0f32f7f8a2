import { matter } from '../../../platform/notice/matter.ts'

/** How many, and the one that is due first. */
export type Told = { count: number; first: string; until: string; office: string }

export const checkDue = matter<Told>({
  name: 'checkDue',
  words: ['A safety check is mine to do', '有安全检查待我完成'],
  title: [
    '{count, plural, one {Safety check by {until}: {first}} other {# safety checks to be done, first {first}}}',
    '{count, plural, one {请于 {until} 前完成安全检查：{first}} other {有 # 项安全检查待完成，最先到期：{first}}}',
  ],
  text: [
    'Open it once while there is a network; it can then be done without one.',
    '联网时先打开一次，之后可以离线完成。',
  ],
  brief: ['A safety check is to be done by {until}.', '有安全检查须于 {until} 前完成。'],
  channels: ['push'],
})

export const checkLate = matter<Told>({
  name: 'checkLate',
  words: ['A safety check of mine is late', '我的安全检查已逾期'],
  title: [
    '{count, plural, one {Late since {until}: {first}} other {# safety checks are late, first {first}}}',
    '{count, plural, one {安全检查已于 {until} 到期：{first}} other {有 # 项安全检查逾期，最早的一项：{first}}}',
  ],
  text: ['The level above {office} is told as well.', '已同时告知{office}的上级单位。'],
  brief: ['A safety check of yours is late.', '您负责的安全检查已逾期。'],
  channels: ['push', 'email'],
})

export const checksLateBelow = matter<Told>({
  name: 'checksLateBelow',
  words: ['Safety checks are late below my level', '下级单位有安全检查逾期'],
  title: [
    '{count, plural, one {A safety check is} other {# safety checks are}} late below your level',
    '下级单位有 {count} 项安全检查逾期',
  ],
  text: ['The oldest: {first} ({office}, due {until}).', '其中最早的一项：{first}（{office}，{until} 到期）。'],
  brief: ['Safety checks are late below your level.', '下级单位有安全检查逾期。'],
  channels: ['email'],
})

export const matters = [checkDue, checkLate, checksLateBelow]
