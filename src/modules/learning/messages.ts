import type { Words } from '../../platform/i18n.ts'

export const learningWords = {
  learning: ['Learning', '学习'],
  about: ['What is yours to do.', '您要参加和完成的学习。'],
  sessions: ['My study sessions', '我的学习安排'],
  noSessions: ['No study session is ahead of you in the next weeks.', '近期没有您要参加的学习。'],
  allPlans: ['All plans', '全部计划'],
  knowledge: ['Courses, quizzes and contests', '课程、测验与竞赛'],
  toCalendar: ['Open the calendar', '打开日历'],
} satisfies Record<string, Words>
