import { hookEvent, matter } from '../../platform/notice/matter.ts'

export const addressFailed = matter<{ address: string }>({
  name: 'addressFailed',
  words: ['My e-mail address no longer works', '我的邮箱收不到通知'],
  title: ['Your e-mail address no longer works', '您的邮箱收不到通知'],
  text: [
    'What was sent to {address} did not arrive. Look at the address and confirm it again.',
    '发往 {address} 的通知没有送达。请检查邮箱地址并重新确认。',
  ],
  brief: [
    'A notice could not be sent to you by e-mail. Look at your address.',
    '有通知未能通过邮件送达您，请检查邮箱地址。',
  ],
  channels: ['push'],
})

export const webhookFailed = matter<{ host: string }>({
  name: 'webhookFailed',
  words: ['A webhook of mine fails', '我设置的 Webhook 无法送达'],
  title: ['The webhook to {host} fails', '发往 {host} 的 Webhook 无法送达'],
  text: [
    'It was tried for a day, or the other side wants nothing more. The deliveries are listed with the webhook.',
    '已尝试一天，或对方不再接收。可在该 Webhook 的发送记录中查看。',
  ],
  brief: ['A webhook that you set up no longer arrives.', '您设置的 Webhook 无法送达。'],
  channels: ['push', 'email'],
})

/** What an administrator sends to see whether a webhook arrives. */
export const tried = hookEvent<object>({ event: 'webhook.tried', words: ['A trial by hand', '手动测试'] })

export const matters = [addressFailed, webhookFailed]
export const hookEvents = [tried]
