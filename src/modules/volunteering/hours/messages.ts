import type { Words } from '../../../platform/i18n.ts'
import type { Oddity } from './contract.ts'

export const oddityWords: Record<Oddity, Words> = {
  twoPlaces: ['Two places at once', '同一时间两处服务'],
  longDay: ['More than 14 hours in a day', '一天超过 14 小时'],
  yearCap: ['More than the year’s limit', '超过年度上限'],
  longerThanActivity: ['An hour longer than the activity', '比活动时间多出一小时以上'],
  neverLeft: ['Checked in, never out', '只签到未签退'],
}

export const reviewWords = {
  title: ['Records to look at', '待核查记录'],
  about: [
    'What is unusual in the records of hours. It says nothing about the people; look at the records.',
    '时长记录中的异常情况，仅针对记录，不针对个人，请核查相关记录。',
  ],
  none: ['Nothing unusual in {year}.', '{year} 年无异常记录。'],
  what: ['What is odd', '异常'],
  who: ['Who', '人员'],
  when: ['Day', '日期'],
  hours: ['Hours', '时长'],
  where: ['Records', '记录'],
  wholeYear: ['the year {year}', '{year} 年'],
} satisfies Record<string, Words>
