import type { Words } from '../../../platform/i18n.ts'
import type { RecordRefusal } from './rules.ts'

export const recordRefusals: Record<RecordRefusal, Words> = {
  courseNotDone: ['This course is not done yet, so there is nothing to certify.', '该课程尚未完成，暂不能开具证书。'],
}

export const recordWords = {
  title: ['My learning record', '我的学习档案'],
  about: ['What you attended, made up and finished, over the years.', '历年参加、补学和完成的学习。'],
  recordOf: ['Learning record of {name}', '{name}学习档案'],
  asOf: ['As of {day}', '截至 {day}'],
  nothing: ['Nothing is recorded yet.', '暂无记录。'],
  year: ['{year}', '{year} 年'],
  sum: [
    '{attended} sessions attended, {time}; {madeUp} made up; {courses} courses finished',
    '参加学习 {attended} 次，计 {time}；补学 {madeUp} 次；完成课程 {courses} 门',
  ],
  attended: ['attended', '参加'],
  madeUp: ['made up', '补学'],
  courseDone: ['course finished', '课程完成'],
  pdf: ['As PDF', '导出 PDF'],
  certificate: ['Certificate', '证书'],
  certify: ['Have it certified', '开具证书'],
  certifyOf: ['Have it certified: “{name}”', '开具证书：“{name}”'],
  certificates: ['My certificates', '我的证书'],
  badge: ['Open Badge', 'Open Badges 文件'],
  badgeOf: ['Open Badge of “{name}”', '“{name}”的 Open Badges 文件'],
  certificateOf: ['Certificate of “{name}”', '“{name}”证书'],
  back: ['Learning', '学习'],
} satisfies Record<string, Words>
