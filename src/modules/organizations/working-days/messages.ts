import type { Words } from '../../../platform/i18n.ts'
import type { SpecialDayRefusal } from './rules.ts'

export const messages = {
  title: ['Working days', '工作日历'],
  about: [
    'Public holidays and the weekend days worked to make up for them. Repeating activities move by this calendar.',
    '法定节假日与调休工作日。重复的活动按此日历顺延。',
  ],
  announced: ['Announced', '已公布'],
  notAnnounced: [
    'The holidays of {year} have not been announced yet. Until then every weekday of {year} counts as worked.',
    '{year} 年的放假安排尚未公布。公布之前，{year} 年的周一至周五均按工作日计。',
  ],
  source: ['Announcement', '公布文件'],
  holiday: ['Day off', '放假'],
  makeup: ['Worked', '上班'],
  name: ['Name', '名称'],
  date: ['Date', '日期'],
  add: ['Add a day', '添加日期'],
  edit: ['Change', '修改'],
  remove: ['Remove', '移除'],
  removed: ['{name}, {date}, was removed.', '已移除 {date}（{name}）。'],
  restore: ['Restore the announcement', '恢复公布的安排'],
  restoreHelp: [
    'Puts {year} back to the announcement. Days that you entered yourself are removed.',
    '将 {year} 年恢复为公布的安排，您自行添加的日期会被移除。',
  ],
  markAnnounced: ['I have entered the announcement', '已录入公布的安排'],
  markNotAnnounced: ['Not announced after all', '改回“尚未公布”'],
  noDays: ['No special days in {year}.', '{year} 年没有特殊日期。'],
  counts: ['{off} days off, {worked} made up', '放假 {off} 天，调休上班 {worked} 天'],
  ofYear: ['{year}', '{year} 年'],
  what: ['That day', '当天'],
  removeOne: ['Remove {date}', '移除 {date}'],
  previousYear: ['{year}, the year before', '上一年，{year}'],
  nextYear: ['{year}, the year after', '下一年，{year}'],
} satisfies Record<string, Words>

/** What the announcements call the holidays; a day that an office names itself keeps its name in both languages. */
const holidayWords: Record<string, Words> = {
  元旦: ['New Year', '元旦'],
  春节: ['Spring Festival', '春节'],
  清明节: ['Qingming', '清明节'],
  劳动节: ['Labour Day', '劳动节'],
  端午节: ['Dragon Boat Festival', '端午节'],
  中秋节: ['Mid-Autumn Festival', '中秋节'],
  国庆节: ['National Day', '国庆节'],
  '国庆节、中秋节': ['National Day, Mid-Autumn Festival', '国庆节、中秋节'],
  '中秋节、国庆节': ['Mid-Autumn Festival, National Day', '中秋节、国庆节'],
}
export const wordsOfHoliday = (name: string): Words => holidayWords[name] ?? [name, name]

export const specialDayRefusals: Record<SpecialDayRefusal | 'notShipped', Words> = {
  sameAsWeekday: ['This is a working day already.', '这一天本来就是工作日。'],
  notShipped: [
    'Linli has no announcement for this year yet. Enter its days here when they are published.',
    '邻里尚无该年度的放假安排。公布后请在此录入。',
  ],
}
