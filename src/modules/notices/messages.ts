import type { Words } from '../../platform/i18n.ts'
import type { Failure } from '../../platform/notice/outcome.ts'

export type NoticeRefusal =
  | 'carriersNotReady'
  | 'mailNotSetUp'
  | 'tooManyMailboxes'
  | 'confirmationJustSent'
  | 'unfitAddress'
  | 'privateAddress'
  | 'webhookDisabled'
  | 'unknownEvent'

export const noticeRefusals: Record<NoticeRefusal, Words> = {
  carriersNotReady: ['Nothing can be sent from this process.', '此进程不能发送通知。'],
  mailNotSetUp: [
    'This installation cannot send e-mail yet. Ask your administrator to set a mail server.',
    '系统尚未配置邮件服务器，请联系管理员。',
  ],
  tooManyMailboxes: [
    'You have {most} addresses already. Remove one first.',
    '您已有 {most} 个邮箱地址，请先移除一个。',
  ],
  confirmationJustSent: [
    'A link was sent less than a minute ago. Look at your mailbox, then try again.',
    '不到一分钟前刚发送过确认链接。请先查收，稍后再试。',
  ],
  unfitAddress: [
    'Give a full address that begins with https:// and names no user.',
    '请填写以 https:// 开头的完整地址，且不含用户名。',
  ],
  privateAddress: [
    'This address lies inside this network. The operator may allow such addresses (LINLI_PRIVATE_ADDRESSES).',
    '此地址位于内部网络。如需使用，请运维人员设置 LINLI_PRIVATE_ADDRESSES。',
  ],
  webhookDisabled: ['This webhook is switched off. Switch it on first.', '此 Webhook 已停用，请先启用。'],
  unknownEvent: ['There is no such event.', '没有这种事件。'],
}

/** Why something did not arrive; `status` is what the other side answered. */
export const failureWords: Record<Failure, Words> = {
  unreachable: ['no connection', '无法连接'],
  tooSlow: ['no answer in time', '对方未及时响应'],
  answered: ['answered {status}', '对方返回 {status}'],
  privateAddress: ['the name leads into this network', '域名指向内部网络'],
  gone: ['the other side wants nothing more', '对方不再接收'],
  mailboxRefused: ['the mailbox was refused ({status})', '邮箱被拒收（{status}）'],
  mailRefused: ['the mail server refused it ({status})', '邮件服务器拒收（{status}）'],
  notSetUp: ['no mail server is set', '未配置邮件服务器'],
  unfitKeys: ['the device gave keys that do not work', '设备提供的密钥无效'],
}

/** What stands in an e-mail around the words of its matter. */
export const letterWords = {
  subject: ['{brief}', '{brief}'],
  foot: ['Sent by Linli for {office}.', '由邻里代{office}发送。'],
  unsubscribe: ['No more e-mail about this:', '不再就此事发送邮件：'],
  confirmSubject: ['Confirm your e-mail address for {office}', '请确认您用于{office}的邮箱'],
  confirm: [
    'Somebody, probably you, wants notices of {office} to be sent to this address. Open this link within a day to confirm it:',
    '有人（应该是您本人）希望将{office}的通知发送到此邮箱。请在一天内打开以下链接确认：',
  ],
  notYou: ['If it was not you, do nothing: nothing more will come.', '如非本人操作，无需理会，不会再收到邮件。'],
} satisfies Record<string, Words>

/** Pages for whoever opened a link in an e-mail. */
export const mailboxWords = {
  confirmTitle: ['Confirm your e-mail address', '确认邮箱地址'],
  confirmText: ['Notices will be sent to {address}.', '通知将发送到 {address}。'],
  confirm: ['Confirm', '确认'],
  confirmed: ['{address} is confirmed. Notices come there from now on.', '{address} 已确认，今后通知将发送到此邮箱。'],
  linkGone: ['This link can no longer be used.', '此链接已不能使用。'],
  linkGoneHelp: [
    'It was used, is older than a day, or a newer one was sent. In Linli, ask for a new one under “Notices”.',
    '链接已用过、已过期，或已发送新的链接。请在邻里的“通知”设置中重新发送。',
  ],
  leaveTitle: ['No more e-mail', '不再接收邮件'],
  leaveText: ['About what shall nothing more come to {address}?', '{address} 不再接收哪些邮件？'],
  leaveMatter: ['Only about: {matter}', '仅不再接收：{matter}'],
  leaveAll: ['No e-mail at all', '不再接收任何邮件'],
  leftMatter: [
    'No more e-mail about: {matter}. You can change it in Linli under “Notices”.',
    '今后不再就“{matter}”发送邮件。可在邻里的“通知”设置中更改。',
  ],
  leftAll: ['{address} gets no more e-mail.', '{address} 不再接收邮件。'],
} satisfies Record<string, Words>
