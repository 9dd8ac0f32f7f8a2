import type { Words } from '../../../platform/i18n.ts'
import type { InvitationRefusal, PasswordRefusal } from './rules.ts'

export const passwordRefusals: Record<PasswordRefusal, Words> = {
  passwordTooShort: [
    'This password is too short: take at least 10 characters. A few words are easier to remember than signs.',
    '密码太短，至少需要 10 个字符。用几个词连起来，比符号更好记。',
  ],
  passwordCommon: [
    'Many people use this password, so it would be guessed first. Take another one.',
    '这个密码使用的人太多，容易被猜到，请换一个。',
  ],
  passwordLikeName: ['The password repeats the login name. Take another one.', '密码与账号过于相似，请换一个。'],
}

export const invitationRefusals: Record<InvitationRefusal, Words> = {
  invitationUsed: [
    'This link has been used. If it was not you, tell whoever gave it to you.',
    '此链接已被使用。如果不是您本人，请告知给您链接的人。',
  ],
  invitationExpired: [
    'This link is no longer valid. Ask for a new one where you got it.',
    '此链接已过期，请向给您链接的人再要一个。',
  ],
}

export type AccountRefusal = 'nameTaken' | 'nameUnclear' | 'alreadySetUp'

export const accountRefusals: Record<AccountRefusal, Words> = {
  nameTaken: [
    'Somebody else signs in with this e-mail address or phone number. Take another one.',
    '已有其他人使用此邮箱或手机号登录，请换一个。',
  ],
  nameUnclear: ['Give an e-mail address or a phone number.', '请填写邮箱或手机号。'],
  alreadySetUp: ['This installation has been set up. Sign in instead.', '系统已完成初始设置，请直接登录。'],
}
