import type { Words } from '../../../platform/i18n.ts'
import type { RecordRefusal, Sum } from './rules.ts'

export const recordRefusals: Record<RecordRefusal, Words> = {
  courseNotDone: ['This course is not done yet, so there is nothing to certify.', '该课程尚未完成，暂不能开具证书。'],
  certificateRevoked: [
    'The certificate of this was revoked, and there is no other for the same. Ask whoever revoked it.',
    '相应证书已撤销，不能重新开具，请联系撤销单位。',
  ],
  noPrize: ['You won no prize in this contest, so there is nothing to certify.', '您在该竞赛中未获奖，不能开具证书。'],
}

export const recordWords = {
  title: ['My learning record', '我的学习档案'],
  about: [
    'What you attended, made up, finished, passed and won, over the years. Only you see this page.',
    '历年参加、补学和完成的学习，以及测验与竞赛。本页仅您本人可见。',
  ],
  recordOf: ['Learning record of {name}', '{name}学习档案'],
  asOf: ['As of {day}', '截至 {day}'],
  nothing: ['Nothing is recorded yet.', '暂无记录。'],
  year: ['{year}', '{year} 年'],
  attended: ['attended', '参加'],
  madeUp: ['made up', '补学'],
  courseDone: ['course finished', '课程完成'],
  quizPassed: ['quiz passed', '测验合格'],
  best: ['best score {percent}%', '最好成绩 {percent}%'],
  place: ['place {place} of {of}', '第 {place} 名（共 {of} 个参赛方）'],
  team: ['with the team “{team}”', '所在队伍：{team}'],
  pdf: ['As PDF', '导出 PDF'],
  certificate: ['Certificate', '证书'],
  certify: ['Have it certified', '开具证书'],
  certifyOf: ['Have it certified: “{name}”', '开具证书：“{name}”'],
  revoked: ['Certificate revoked', '证书已撤销'],
  certificates: ['My certificates', '我的证书'],
  badge: ['Open Badge', 'Open Badges 文件'],
  badgeOf: ['Open Badge of “{name}”', '“{name}”的 Open Badges 文件'],
  certificateOf: ['Certificate of “{name}”', '“{name}”证书'],
  back: ['Learning', '学习'],
} satisfies Record<string, Words>

/** What a year comes to, thing by thing. */
export const sumWords: Record<Sum, Words> = {
  attended: ['{n, plural, one {one session} other {# sessions}} attended, {time}', '参加学习 {n} 次，计 {time}'],
  madeUp: ['{n} made up', '补学 {n} 次'],
  courses: ['{n, plural, one {one course} other {# courses}} finished', '完成课程 {n} 门'],
  quizzes: ['{n, plural, one {one quiz} other {# quizzes}} passed', '通过测验 {n} 次'],
  contests: ['{n, plural, one {one contest} other {# contests}}', '参加竞赛 {n} 场'],
}
