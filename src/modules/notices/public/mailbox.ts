import { createElement as h } from 'react'
import { type Language, sayIn } from '../../../platform/i18n.ts'
import { matterNamed } from '../../../platform/notice/matter.ts'
import type { PublicAnswer, PublicPage } from '../../../platform/public/page.ts'
import { confirmMailbox, mailboxToConfirm, mailboxToLeave, removeMailbox } from '../addresses/actions.ts'
import { leaveMatter } from '../choosing/actions.ts'
import { mailboxWords as words } from '../messages.ts'

const gone = (language: Language): PublicAnswer => ({
  status: 404,
  title: sayIn(language, words.linkGone),
  body: h('p', null, sayIn(language, words.linkGoneHelp)),
})

const button = (text: string, value?: string) =>
  h('p', null, h('button', { type: 'submit', ...(value ? { name: 'what', value } : {}) }, text))

const form = (action: string, ...children: unknown[]) =>
  h('form', { method: 'post', action, className: 'sheet' }, ...(children as []))

/** Links out of e-mails. A mail program that looks a link up changes nothing: only the button does. */
export const pages: readonly PublicPage[] = [
  {
    name: 'mailboxPage',
    method: 'GET',
    path: '/notices/mailbox/:token',
    perMinute: 60,
    render: async (context, { params, language }) => {
      const mailbox = await mailboxToConfirm(context, { token: params.token ?? '' })
      if (!mailbox) return gone(language)
      const text = h('p', null, sayIn(language, words.confirmText, { address: mailbox.address }))
      const action = `/notices/mailbox/${params.token}?lang=${language}`
      return {
        title: sayIn(language, words.confirmTitle),
        body: form(action, text, button(sayIn(language, words.confirm))),
      }
    },
  },
  {
    name: 'confirmMailbox',
    method: 'POST',
    path: '/notices/mailbox/:token',
    perMinute: 60,
    writes: true,
    render: async (context, { params, language }) => {
      const mailbox = await confirmMailbox(context, { token: params.token ?? '' })
      if (!mailbox) return gone(language)
      const body = h('p', null, sayIn(language, words.confirmed, { address: mailbox.address }))
      return { title: sayIn(language, words.confirmTitle), body }
    },
  },
  {
    name: 'leavingPage',
    method: 'GET',
    path: '/notices/mail/:token/:matter',
    perMinute: 60,
    render: async (context, { params, language }) => {
      const mailbox = await mailboxToLeave(context, { token: params.token ?? '' })
      const matter = matterNamed(params.matter ?? '')
      if (!mailbox || !matter) return gone(language)
      const text = h('p', null, sayIn(language, words.leaveText, { address: mailbox.address }))
      const only = sayIn(language, words.leaveMatter, { matter: sayIn(language, matter.words) })
      const action = `/notices/mail/${params.token}/${matter.name}?lang=${language}`
      const body = form(action, text, button(only, 'matter'), button(sayIn(language, words.leaveAll), 'all'))
      return { title: sayIn(language, words.leaveTitle), body }
    },
  },
  {
    // Also what a mail program sends for its owner's one click (RFC 8058).
    name: 'leaveMail',
    method: 'POST',
    path: '/notices/mail/:token/:matter',
    perMinute: 60,
    writes: true,
    render: async (context, { params, form: sent, language }) => {
      const mailbox = await mailboxToLeave(context, { token: params.token ?? '' })
      const matter = matterNamed(params.matter ?? '')
      if (!mailbox || !matter) return gone(language)
      const all = sent.what === 'all'
      if (all) await removeMailbox(context, mailbox)
      else await leaveMatter(context, { personId: mailbox.personId, matter, channel: 'email' })
      const said = { address: mailbox.address, matter: sayIn(language, matter.words) }
      const body = h('p', null, sayIn(language, all ? words.leftAll : words.leftMatter, said))
      return { title: sayIn(language, words.leaveTitle), body }
    },
  },
]
