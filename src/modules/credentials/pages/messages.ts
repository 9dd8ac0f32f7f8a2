import type { Words } from '../../../platform/i18n.ts'

export const pageWords = {
  mine: ['My certificates', '我的证书'],
  getOne: ['Certify my hours', '开具时长证书'],
  of: ['Certificates of {name}', '{name}的证书'],
  about: [
    'Print it, or send the file: whoever gets it can verify it without signing in.',
    '可打印，也可发送文件；收到的人无需登录即可核验。',
  ],
  none: ['No certificate yet.', '还没有证书。'],
  print: ['Print (PDF)', '打印（PDF）'],
  file: ['Signed file', '签名文件'],
  verify: ['Public page', '公开核验页'],
  revoke: ['Revoke', '撤销'],
  revokeOf: ['Revoke “{title}”', '撤销“{title}”'],
  revokeHelp: ['It cannot be undone. Whoever verifies it reads the reason.', '撤销后不可恢复，核验者会看到原因。'],
  reason: ['Reason', '原因'],
  revoked: ['Revoked on {date}: {reason}', '{date}撤销：{reason}'],
  valid: ['Valid', '有效'],
  validUntil: ['Valid until {date}', '有效期至 {date}'],
  period: ['{from} to {to}', '{from}至 {to}'],
  issued: ['issued {date}', '{date}颁发'],
} satisfies Record<string, Words>
