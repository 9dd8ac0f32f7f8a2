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

export const accountMessages = {
  account: ['Signing in', '登录账户'],
  noLogin: [
    'Has no login yet. An invitation lets them choose a password.',
    '尚未开通登录。发出邀请后，本人可自行设置密码。',
  ],
  signsInAs: ['Signs in as {name}', '登录账号：{name}'],
  secondStepOn: ['Second step on', '已开启两步验证'],
  openSessions: [
    '{count, plural, =0 {Not signed in anywhere} one {Signed in on one device} other {Signed in on # devices}}',
    '{count, plural, =0 {目前没有登录} other {在 # 台设备上登录}}',
  ],
  invite: ['Invite', '发出邀请'],
  newPassword: ['Link for a new password', '重设密码链接'],
  inviteTitle: ['Invitation for {name}', '给{name}的邀请'],
  inviteHelp: [
    'Hand this over or print it. It works once, until {until}; a newer one ends it.',
    '请当面交给本人或打印。仅可使用一次，{until} 前有效；重新生成后此链接作废。',
  ],
  scan: ['Scan with a phone to choose a password', '用手机扫描后设置密码'],
  copy: ['Copy the link', '复制链接'],
  copied: ['Copied', '已复制'],
  print: ['Print', '打印'],
  waiting: ['An invitation from {from} waits until {until}.', '{from}发出的邀请，{until} 前有效。'],
  revoke: ['Take it back', '撤回'],
  endSessions: ['Sign out everywhere', '在所有设备上退出'],
  sessionsEnded: ['{count, plural, one {One device} other {# devices}} signed out.', '已在 {count} 台设备上退出。'],
  endSecondStep: ['Switch off the second step', '关闭两步验证'],
  secondStepEnded: ['The second step of {name} is off.', '{name}的两步验证已关闭。'],
} satisfies Record<string, Words>
