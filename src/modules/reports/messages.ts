import type { Words } from '../../platform/i18n.ts'

export const messages = {
  reports: ['Reports', '报告'],
  about: ['Every number opens to the records behind it.', '每个数字都可以点开，看到背后的记录。'],
  period: ['Period', '时段'],
  scope: ['Scope', '范围'],
  year: ['Year', '年'],
  half: ['Half-year', '半年'],
  quarter: ['Quarter', '季度'],
  month: ['Month', '月'],
  earlier: ['Earlier', '上一时段'],
  later: ['Later', '下一时段'],
  nothingYet: [
    'Nothing is on record yet. Import the workbook that your office keeps, and its year is here.',
    '还没有记录。导入单位已有的工作簿，这里就有全年的数据。',
  ],
  importWorkbook: ['Import a workbook', '导入工作簿'],
  yearsOnRecord: ['Years on record', '有记录的年份'],
  readReport: ['Report of {year}', '{year}年工作报告'],
  yearlyReport: ['Yearly report', '年度报告'],
  toReports: ['All reports', '全部报告'],
  word: ['Word in {language}', '下载 Word（{language}）'],
  chinese: ['Chinese', '中文'],
  english: ['English', '英文'],
  beside: ['{period}: {before}', '{period}：{before}'],
  nothingThen: ['{period}: nothing on record', '{period}：没有记录'],
  chartOf: ['{count, plural, one {# part} other {# parts}}', '共 {count} 项'],
  part: ['Part', '项目'],
  value: ['Value', '数值'],
  nothingHere: ['Nothing is on record here. Choose another scope.', '该范围还没有记录，请另选范围。'],
} satisfies Record<string, Words>

/** The cards of a period, by the figure's name. */
export const cardNames: Record<string, Words> = {
  studySessions: ['Study sessions', '集中学习'],
  studyAttendance: ['Study attendance', '学习出勤率'],
  meetings: ['Meetings', '会议'],
  trainings: ['Training courses', '培训'],
  serviceActivities: ['Volunteer services', '志愿服务'],
  serviceMinutes: ['Hours served', '服务时长'],
  volunteers: ['People who served', '服务人数'],
  publicActivities: ['Public events', '群众活动'],
}
