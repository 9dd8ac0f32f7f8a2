import type { Words } from '../../../platform/i18n.ts'

export type IssuerRefusal = 'issuerNotReady' | 'keyUnreadable'

export const issuerRefusals: Record<IssuerRefusal, Words> = {
  issuerNotReady: ['Certificates cannot be signed by this process.', '此进程不能签署证书。'],
  keyUnreadable: [
    'The signing key cannot be read: the secret of this installation is another one than when it was made. Put the old secret back, or begin a new key.',
    '无法读取签名密钥：本系统的密钥文件与当时不同。请恢复原来的密钥文件，或启用新的签名密钥。',
  ],
}

export const issuerMessages = {
  title: ['Certificates', '证书'],
  about: [
    'Certificates are signed with a key of this office. Anybody can verify them without signing in.',
    '证书由本单位的密钥签署，任何人无需登录即可核验。',
  ],
  issuer: ['Issuer', '颁发者'],
  address: ['Public address', '公开地址'],
  verifyPage: ['The public page for verifying', '公开核验页'],
  keys: ['Keys', '密钥'],
  number: ['Key {number}', '密钥 {number}'],
  inUse: ['In use', '使用中'],
  retired: ['Retired, still verifies', '已停用，仍可核验'],
  since: ['since {date}', '自 {date}'],
  signed: [
    '{count, plural, =0 {nothing signed} one {# certificate signed} other {# certificates signed}}',
    '签署 {count} 份',
  ],
  rotate: ['Begin a new key', '启用新密钥'],
  rotateHelp: [
    'From then on the new key signs. What was signed before stays valid.',
    '此后由新密钥签署，之前签署的证书依然有效。',
  ],
  rotated: ['Key {number} signs from now on.', '此后由密钥 {number} 签署。'],
  none: ['No key yet: the first one is made with the first certificate.', '还没有密钥：颁发第一份证书时自动生成。'],
} satisfies Record<string, Words>
