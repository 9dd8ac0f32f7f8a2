import { type Language, sayIn, type Words } from '../../../../platform/i18n.ts'
import { type Repeat, readRule } from './rules.ts'

export const repeatMessages = {
  workday: ['Every working day', '每个工作日'],
  day: ['{n, plural, one {Every day} other {Every # days}}', '{n, plural, =1 {每天} other {每 # 天}}'],
  week: ['{n, plural, one {Every week} other {Every # weeks}}', '{n, plural, =1 {每周} other {每 # 周}}'],
  weekOn: [
    '{n, plural, one {Every {days}} other {Every # weeks on {days}}}',
    '{n, plural, =1 {每{days}} other {每 # 周的{days}}}',
  ],
  month: [
    '{n, plural, one {Every month on the same day} other {Every # months on the same day}}',
    '{n, plural, =1 {每月同一天} other {每 # 个月同一天}}',
  ],
  monthWeekday: [
    '{n, plural, one {Every month on the {nth} {day}} other {Every # months on the {nth} {day}}}',
    '{n, plural, =1 {每月{nth}{day}} other {每 # 个月的{nth}{day}}}',
  ],
  year: [
    '{n, plural, one {Every year on the same day} other {Every # years on the same day}}',
    '{n, plural, =1 {每年同一天} other {每 # 年同一天}}',
  ],
  until: ['{rule}, until {until}', '{rule}，至 {until}'],
  times: ['{rule}, {count} times', '{rule}，共 {count} 次'],
} satisfies Record<string, Words>

export const weekdayWords: readonly Words[] = [
  ['Monday', '周一'],
  ['Tuesday', '周二'],
  ['Wednesday', '周三'],
  ['Thursday', '周四'],
  ['Friday', '周五'],
  ['Saturday', '周六'],
  ['Sunday', '周日'],
]
export const shortWeekdays: readonly Words[] = [
  ['Mon', '周一'],
  ['Tue', '周二'],
  ['Wed', '周三'],
  ['Thu', '周四'],
  ['Fri', '周五'],
  ['Sat', '周六'],
  ['Sun', '周日'],
]

export const nthWords: Record<number, Words> = {
  1: ['first', '第一个'],
  2: ['second', '第二个'],
  3: ['third', '第三个'],
  4: ['fourth', '第四个'],
  [-1]: ['last', '最后一个'],
}

/** 'Every Friday', 每周五; a rule that says more is shown as it is written. */
export function sayRule(language: Language, rule: string): string {
  const repeat = readRule(rule)
  return repeat ? sayRepeat(language, repeat) : rule
}

export function sayRepeat(language: Language, { every, interval, weekdays, nth, until, count }: Repeat): string {
  const weekday = (day: number): string => sayIn(language, weekdayWords[day - 1] ?? ['', ''])
  const days = weekdays.map(weekday).join(language === 'en' ? ', ' : '、')
  const n = interval
  const bare =
    every === 'week' && weekdays.length > 0
      ? sayIn(language, repeatMessages.weekOn, { n, days })
      : every === 'monthWeekday'
        ? sayIn(language, repeatMessages.monthWeekday, {
            n,
            nth: sayIn(language, nthWords[nth] ?? ['', '']),
            day: weekday(weekdays[0] ?? 1),
          })
        : sayIn(language, repeatMessages[every], { n })
  if (until) return sayIn(language, repeatMessages.until, { rule: bare, until })
  return count ? sayIn(language, repeatMessages.times, { rule: bare, count }) : bare
}
