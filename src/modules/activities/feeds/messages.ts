import type { Words } from '../../../platform/i18n.ts'

export const feedMessages = {
  myCalendar: ['My calendar · Linli', '我的日历 · 邻里'],
} satisfies Record<string, Words>
