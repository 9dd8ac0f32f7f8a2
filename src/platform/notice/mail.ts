import { createTransport } from 'nodemailer'
import type { Outcome } from './outcome.ts'

export type Letter = {
  to: string
  subject: string
  text: string
  language: string
  /** The same at every try, so that a mailbox can tell that it has it already. */
  id: string
  /** Where one click, by a person or their mail program, ends such letters (RFC 8058). */
  unsubscribe?: string
}
export type Mail = { send: (letter: Letter) => Promise<Outcome>; close: () => void }

/** E-mail through the operator's own server: `smtp://user:password@host:587` or `smtps://…`. */
export function openMail(url: string, from: string): Mail {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.replace(/^.*@|>.*$/g, '')
  return {
    async send({ to, subject, text, language, id, unsubscribe }) {
      try {
        await transport.sendMail({
          from,
          // As an address of its own, so that no comma in it makes two.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: {
            'auto-submitted': 'auto-generated',
            'content-language': language,
            ...(unsubscribe
              ? { 'list-unsubscribe': `<${unsubscribe}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }
              : {}),
          },
        })
        return { ok: true }
      } catch (error) {
        return troubleOf(error as Error & { code?: string; responseCode?: number; command?: string })
      }
    },
    close: () => transport.close(),
  }
}

/** Only what the server says of the mailbox itself is its owner's affair; all else may pass. */
function troubleOf({
  code,
  responseCode: status,
  command,
}: {
  code?: string
  responseCode?: number
  command?: string
}): Outcome {
  if (status === undefined)
    return { ok: false, failure: code === 'ETIMEDOUT' ? 'tooSlow' : 'unreachable', lasting: false }
  const ofMailbox = command === 'RCPT TO' && status >= 500
  return { ok: false, failure: ofMailbox ? 'mailboxRefused' : 'mailRefused', status, lasting: ofMailbox }
}
