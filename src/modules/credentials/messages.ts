import type { Words } from '../../platform/i18n.ts'
import type { CredentialKind } from './contract.ts'

export type CredentialRefusal = 'alreadyRevoked' | 'nothingToCertify' | 'periodTurned' | 'noChineseFont'

export const credentialRefusals: Record<CredentialRefusal, Words> = {
  alreadyRevoked: ['This certificate has been revoked already.', '此证书已经撤销。'],
  nothingToCertify: ['There are no hours to certify in this period.', '该时段没有可证明的时长。'],
  periodTurned: ['The period ends before it begins.', '时段的结束早于开始。'],
  noChineseFont: [
    'This machine has no Chinese font for the printed certificate. Install fonts-noto-cjk, or name a font file with LINLI_FONT.',
    '这台机器没有可用于打印证书的中文字体。请安装 fonts-noto-cjk，或用 LINLI_FONT 指定字体文件。',
  ],
}

export const kindWords: Record<CredentialKind, Words> = {
  hours: ['Certificate of volunteer service', '志愿服务时长证明'],
  course: ['Certificate of completion', '学习结业证书'],
  contest: ['Certificate of award', '竞赛获奖证书'],
}

/** What the certificate says in one sentence. */
export const sentences: Record<CredentialKind, Words> = {
  hours: [
    '{person} served as a volunteer for {time} from {from} to {to}.',
    '{person}于 {from}至 {to}参加志愿服务，累计 {time}。',
  ],
  course: [
    '{person} completed the course “{title}” between {from} and {to}.',
    '{person}于 {from}至 {to}完成“{title}”的学习。',
  ],
  contest: [
    '{person} won the award “{title}” in a contest held from {from} to {to}.',
    '{person}在 {from}至 {to}举办的竞赛中获“{title}”。',
  ],
}

export const criteria: Record<CredentialKind, Words> = {
  hours: [
    'Each hour was recorded by check-in and check-out, or confirmed by a second person.',
    '每段时长均有签到签退记录，或经第二人确认。',
  ],
  course: ['Every required part of the course was completed.', '已完成课程的全部必修内容。'],
  contest: ['The result follows from the answers on record.', '结果以留存的答卷为准。'],
}

export const messages = {
  minutes: ['Minutes served', '服务分钟数'],
  time: [
    '{hours, plural, =0 {} one {# hour} other {# hours}}{both, select, yes { } other {}}{minutes, plural, =0 {} one {# minute} other {# minutes}}',
    '{hours, plural, =0 {} other {# 小时}}{both, select, yes { } other {}}{minutes, plural, =0 {} other {# 分钟}}',
  ],
  none: ['0 minutes', '0 分钟'],
} satisfies Record<string, Words>
