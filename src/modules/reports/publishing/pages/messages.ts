import type { Words } from '../../../../platform/i18n.ts'

export const publishedWords = {
  frozen: ['As it was published', '发布时的数字'],
  publishedBy: ['{name} published it', '{name}发布于'],
  times: ['{number, plural, =2 {second time} =3 {third time} other {time {number}}}', '第{number}次发布'],
  laterOne: [
    'This report was published again later: the {latest, plural, =2 {second} =3 {third} other {number {latest}}} is the latest.',
    '本报告此后又有发布，最新为第{latest}次。',
  ],
  docx: ['Word', 'Word'],
  own: ['Word, our template', 'Word（本单位模板）'],
  pdf: ['PDF', 'PDF'],
  xlsx: ['All figures (Excel)', '全部数字（Excel）'],
  sealed: ['Sealed in the audit log. Anybody who holds a file of it can', '已在审计日志中封存。持有文件的任何人都可以'],
  check: ['check that it is genuine', '核验真伪'],
  pdfComing: ['The PDF is being made and will be here in a moment.', 'PDF 正在生成，稍后即可下载。'],
  facesMissing: [
    'This machine lacks the typefaces {missing}; the PDF is set in {used}.',
    '服务器缺少字体 {missing}，PDF 以 {used} 排印。',
  ],
  open: ['Everybody may read it', '向所有人公开'],
  openMeans: [
    'At a public page, where numbers of people below five are not shown.',
    '在公开页面上，少于五人的数字不会显示。',
  ],
  publicPage: ['The public page', '公开页面'],
  sameToday: ['Counted today, every figure is the same', '按今日统计，各项数字均无变化'],
  otherToday: [
    'Counted today, {count, plural, one {one figure differs} other {{count} figures differ}}',
    '按今日统计，有{count}项数字不同',
  ],
  reportStays: ['The report itself does not change.', '报告本身不会改变。'],
  why: ['Show which records made the difference', '查看是哪些记录造成的'],
  thenAndNow: ['then {before}, now {now}', '当时{before}，现为{now}'],
  before: ['Then {before}, now', '当时{before}，现为'],
  otherRecords: ['(the same number, of other records)', '（数字相同，记录不同）'],
  sameCount: ['Counted today, it is the same.', '按今日统计，数字相同。'],
  changed: [
    '{count, plural, one {One record gives} other {{count} records give}} another amount now',
    '{count}条记录的数值有变',
  ],
  removed: [
    '{count, plural, one {One record no longer counts} other {{count} records no longer count}}',
    '{count}条记录不再计入',
  ],
  added: ['{count, plural, one {One record was} other {{count} records were}} added since', '此后新增{count}条记录'],
  goneRecords: [
    '{count, plural, one {One record is} other {{count} records are}} no longer on file, or not for you to see.',
    '另有{count}条记录已不在库中，或您无权查看。',
  ],
  publish: ['Publish', '发布'],
  officialLayout: ['In the official layout', '按公文格式'],
  withTemplate: ['And in our template “{name}”', '并按模板“{name}”'],
  report: ['Report', '报告'],
  scope: ['Organization', '单位'],
  when: ['Published', '发布时间'],
  by: ['By', '发布人'],
  published: ['Published reports', '已发布的报告'],
  nonePublished: [
    'Nothing is published yet. Write a report and publish it, and its figures stay as they are.',
    '还没有发布过报告。写好报告并发布后，其中的数字不再改变。',
  ],
} satisfies Record<string, Words>
