import type { Words } from '../../../platform/i18n.ts'

export const publicWords = {
  few: ['<5', '<5'],
  withheld: ['not shown', '不公布'],
  why: [
    'Numbers below five are shown as “<5”. Some other numbers are not shown, because small ones could be worked out with them.',
    '小于 5 的数字显示为“<5”。为避免由此推算出小数字，另有部分数字不公布。',
  ],
} satisfies Record<string, Words>
